// Package engine runs the exhibits: it knows their list, paces their steps, takes
// commands and reports status. It has no view and no browser.
package engine

import (
	"driftlab/engine/param"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// A Sim is one exhibit's running experiment. It is not safe for concurrent use.
type Sim interface {
	// Dials are the live dials. A change takes effect at the next Step; a change of a
	// Fresh dial needs Restart.
	Dials() *param.Set
	// Restart builds the experiment from the dials, the first time and anew: same seed, same
	// weights. Before it there is nothing but the dials.
	Restart()
	// Step does one model step. It does not allocate.
	Step()
	// Steps counts the model steps since Restart.
	Steps() int64
	// Story is how the tempo grows: the steps that pass at a constant speed at first, and the
	// seconds in which what is beyond grows e times. See pace.
	Story() (start, seconds float64)
	// Poke says that the visitor touched the model at (x, y), in the model's coordinates. It
	// returns what came of it, a sentence, or why nothing did.
	Poke(x, y float32) (done string, err error)
	// AppendFrame appends the whole picture's data as one msgp value: the exhibit's Frame.
	AppendFrame(b []byte, playing bool) ([]byte, error)

	// Columns names the measures of a report, the CSV's header. The first is "step".
	Columns() []string
	// AppendRow appends the measures now, one for each column.
	AppendRow(row []float64) []float64
	// AppendHistory appends the bounded history of reports, row after row.
	AppendHistory(rows []float64) []float64

	// Curves are the measures as the picture shows them, for pages that can't draw that.
	Curves() *wire.Curves

	// AppendParameters appends the bytes that a hash of the run is made of: what was learned,
	// or where everybody is.
	AppendParameters(b []byte) []byte
	// AppendState appends what the run has come to, beyond what follows from its dials.
	AppendState(b []byte) ([]byte, error)
	// RestoreState goes on from a state of a run with the same dials, to the same bits as an
	// unbroken run. After an error, a sentence, the Sim must not be used.
	RestoreState(b []byte) error

	// Phase names the current phase in words; it may be empty.
	Phase() string
	// Caption says in one sentence what is going on now.
	Caption() string
	// Facts are the few figures of the moment that a listener needs, always under the same names.
	Facts() []say.Fact
	// Trouble says what went wrong with the network ("diverged at step 312") and what the
	// visitor can do next. Both are empty while all is well.
	Trouble() (what, advice string)
}
