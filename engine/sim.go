// Package engine runs the exhibits: it knows their list, paces their steps, takes
// commands and reports status. It has no view and no browser.
package engine

import (
	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// A Sim is one exhibit's running experiment. It is not safe for concurrent use.
type Sim interface {
	// Dials are the live dials. A change takes effect at the next Step; a change of a
	// Fresh dial needs Restart.
	Dials() *param.Set
	// Restart builds the experiment from the dials, the first time and anew: same seed, same
	// weights. The assets are those that the Exhibit names. Before it there is nothing but
	// the dials; where it fails, all is as it was.
	Restart(assets run.Assets) error
	// Step does one model step, or a part of a long one, and is back within about 10 ms. It
	// does not allocate.
	Step() run.Outcome
	// Steps counts the model steps since Restart.
	Steps() int64
	// Story is how the tempo grows: the steps that pass at a constant speed at first, and the
	// seconds in which what is beyond grows e times. See pace.
	Story() (start, seconds float64)

	// Report is the run in numbers. Its newest row is measured when it is asked for, so that
	// a step costs no measures. Before Restart it has its columns only.
	Report() *measure.Report
	// Says is the run in words.
	Says() run.Words
	// Facts are the few figures of the moment that a listener needs, always under the same names.
	Facts() []say.Fact
	// AppendFrame appends the whole picture's data as one msgp value: the exhibit's Frame.
	AppendFrame(b []byte, playing bool) ([]byte, error)
	// Curves are the measures as the picture shows them, for pages that can't draw that.
	Curves() *wire.Curves

	Keeper
}

// A Keeper can be kept in a file, and told from another by its hash.
type Keeper interface {
	// AppendParameters appends the bytes that a hash of the run is made of: what was learned,
	// or where everybody is.
	AppendParameters(b []byte) []byte
	// AppendState appends what the run has come to, beyond what follows from its dials.
	AppendState(b []byte) ([]byte, error)
	// RestoreState goes on from a state of a run with the same dials, to the same bits as an
	// unbroken run. After an error, a sentence, the Sim must not be used.
	RestoreState(b []byte) error
}

// A Measurer is an experiment whose measures cost more than a step does. Its Report, words, facts and
// curves are of the step that it was last measured at, for its record or when asked; a picture
// measures.
type Measurer interface {
	// Measure brings the measures up to the present step.
	Measure()
}

// Measured is the report of an experiment with the measures now, whatever they cost.
func Measured(s Sim) *measure.Report {
	if m, ok := s.(Measurer); ok {
		m.Measure()
	}
	return s.Report()
}

// A Leaper is an experiment in which a call of Step may end several steps, for what is done on other processors
// is worth the way there only in larger pieces.
type Leaper interface {
	// Within bounds the steps that come next: as many are wanted, and no more.
	Within(steps int64)
}

// An Aside is an experiment with work to be done beside the run: it changes what is known of it, and
// not a bit of what it comes to.
type Aside interface {
	// Aside does a piece of that work, of a millisecond or two, and reports whether there was any.
	Aside() bool
	// AsideJobs is that work as jobs for helpers.
	AsideJobs() run.Jobs
}

// A Lasting experiment may be one of whole jobs, worth keeping beyond the visit: what of it is done lies then in the
// browser, and is gone on with when its address is opened again. Its words say the share of the steps that are done.
type Lasting interface {
	// Lasts reports whether it is one with the dials as they are.
	Lasts() bool
}

// A Spectral experiment has a loss whose Hessian's eigenvalues are in columns of its report.
type Spectral interface {
	// Spectrum computes them for the present step, however long that takes.
	Spectrum()
}

// A Poker is an experiment that can be touched.
type Poker interface {
	// Poke says that the visitor touched the model at (x, y), in the model's coordinates. It
	// returns what came of it, a sentence, or why nothing did.
	Poke(x, y float32) (done string, err error)
}

// CanvasSide is the width and the height of a visitor's drawing, pixels.
const CanvasSide = 28

// A Canvas is an experiment that answers to what a visitor has drawn. A drawing changes no bit of the
// run, outlives Restart, and is in no file, hash or address.
type Canvas interface {
	// Draw takes a drawing: of each pixel, row after row, 0 for no ink to 255 for most; nothing at all takes
	// it away. After an error, a sentence, what was drawn before stays.
	Draw(ink []byte) error
	// Drawn reports whether there is a drawing, and says what is made of it, or without one what to draw.
	Drawn() (yes bool, said string)
}
