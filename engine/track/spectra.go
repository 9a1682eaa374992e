package track

import (
	"math"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/measure/spectrum"
	"driftlab/engine/nn"
	"driftlab/engine/num"
	"driftlab/engine/rng"
	"driftlab/engine/task"
	"driftlab/engine/wire"
)

// spectra are the eigenvalues of the Hessian at log-spaced reports. Each is computed beside the run,
// from parameters set aside, so that it neither holds up the run nor changes a bit of it.
type spectra struct {
	taken []*reading // by step
	next  int64      // the step from which on the next is due
	work  *spectrum.Work
	of    *reading // that is being worked on
	asked *reading // the last that was asked for, whether it was due or not
}

// A reading is the spectrum at one step, or the parameters from which it is yet to be computed.
type reading struct {
	step  int64
	theta []float32 // nil once it is computed
	given bool      // a helper has been given it
	got   spectrum.Spectrum
}

// set puts the present parameters aside when a spectrum is due.
func (r *record) set() {
	if k := &r.spectra; r.steps >= k.next && r.broken < 0 && num.Finite(float32(r.pass.MSE)) {
		k.taken = append(k.taken, &reading{step: r.steps, theta: slices.Clone(r.net.Theta)})
		k.next = measure.NextSnapshot(r.steps)
	}
}

// pending is the place of the newest reading that nobody is at, -1 if there is none: where the work
// does not keep up, it tells of the present first.
func (k *spectra) pending() int {
	for i, r := range slices.Backward(k.taken) {
		if r.theta != nil && r != k.of && !r.given {
			return i
		}
	}
	return -1
}

// left is the oldest reading that a helper has been given and that has not come back, -1 if there is none.
func (k *spectra) left() int {
	return slices.IndexFunc(k.taken, func(r *reading) bool { return r.theta != nil && r.given })
}

// at is what is known of the spectrum at a step: nil if it was not taken there, or is not yet
// computed.
func (k *spectra) at(step int64) *spectrum.Spectrum {
	for _, r := range slices.Backward(k.taken) {
		if r.step == step && r.theta == nil {
			return &r.got
		}
	}
	if k.asked != nil && k.asked.step == step {
		return &k.asked.got
	}
	return nil
}

// due reports whether there is a reading at a step, computed or not: its row of the history stays.
func (k *spectra) due(step float64) bool {
	return slices.ContainsFunc(k.taken, func(r *reading) bool { return float64(r.step) == step })
}

// Aside does a piece of the spectra that are due, of a millisecond or two, and reports whether
// there was one.
func (s *Sim) Aside() bool {
	k := &s.spectra
	if k.work == nil {
		i := k.pending()
		if i < 0 {
			i = k.left() // what helpers have lost is computed here
		}
		if i < 0 {
			return false
		}
		k.of = k.taken[i]
		k.work = spectrum.Begin(s.pictured(k.of.theta), s.probes())
		return true
	}
	if k.work.Step() {
		s.enterSpectrum(k.of, k.work.Result())
	}
	return true
}

// Spectrum computes the spectrum of the present parameters now, however long that takes, for the
// row of the present step. It is kept until the next is asked for, and is no part of the run.
func (s *Sim) Spectrum() {
	if s.spectra.at(s.steps) == nil {
		s.spectra.asked = &reading{step: s.steps, got: spectrum.Of(s.pictured(s.net.Theta), s.probes())}
	}
}

// probes is the key of the random vectors, if there have to be any.
func (l *lesson) probes() rng.Key { return rng.Key{Seed: uint32(l.p.Seed), Stream: task.StreamProbes} }

// pictured is what the spectrum of some parameters follows from.
func (l *lesson) pictured(theta []float32) spectrum.Snapshot {
	b := l.data.batch
	net := &nn.Net{D: b.D, H: l.net.H, O: b.O, Theta: theta, Activation: l.net.Activation}
	pass := nn.NewPass(net, b)
	pass.Forward(net, b)
	s := spectrum.Snapshot{T: b.T, D: b.D, O: b.O, Hidden: pass.H.Rows, Slope: pass.Slope()}
	for t := range b.T {
		for i := range b.D {
			s.Inputs = append(s.Inputs, b.X.At(i, t))
		}
	}
	for j := range net.H {
		s.Out = append(s.Out, net.Out(j))
	}
	return s
}

// states are the readings as they are saved.
func (k *spectra) states() (list []Reading) {
	for _, r := range k.taken {
		list = append(list, r.state())
	}
	return list
}

// state is a reading as it is saved.
func (r *reading) state() Reading {
	g := &r.got
	return Reading{
		Step: r.step, Theta: r.theta, P: g.P, ZeroRows: g.ZeroRows, Below: g.Below, Histogram: g.Histogram[:],
		Figures: wire.Doubles{g.Sum, g.Max, g.Rank, g.SumLog, g.RankError, g.SumLogError}, Sampled: g.Sampled,
	}
}

// restore takes over saved readings; those that are not computed are begun anew.
func (k *spectra) restore(list []Reading) {
	*k = spectra{}
	for i := range list {
		r := &reading{step: list[i].Step, got: list[i].spectrum()}
		if len(list[i].Theta) > 0 {
			r.theta = list[i].Theta
		}
		k.taken = append(k.taken, r)
		k.next = measure.NextSnapshot(r.step)
	}
}

// spectrum is that of a saved reading.
func (r *Reading) spectrum() spectrum.Spectrum {
	g := spectrum.Spectrum{P: r.P, ZeroRows: r.ZeroRows, Below: r.Below, Sampled: r.Sampled}
	copy(g.Histogram[:], r.Histogram)
	f := r.Figures
	g.Sum, g.Max, g.Rank, g.SumLog, g.RankError, g.SumLogError = f[0], f[1], f[2], f[3], f[4], f[5]
	return g
}

// fitsReadings reports whether saved readings are of a network of so many parameters, up to a step,
// none before it was due.
func fitsReadings(list []Reading, parameters int, step int64) bool {
	due := int64(0)
	for _, r := range list {
		if r.Step < due || r.Step > step || len(r.Theta) != 0 && len(r.Theta) != parameters ||
			len(r.Histogram) != spectrum.Bins || len(r.Figures) != 6 || r.P < 0 || r.ZeroRows < 0 || r.ZeroRows > r.P {
			return false
		}
		due = measure.NextSnapshot(r.Step)
	}
	return true
}

// enterSpectrum takes over a spectrum that has come, into the history's row of its step too.
func (r *record) enterSpectrum(of *reading, got spectrum.Spectrum) {
	of.got, of.theta = got, nil
	if k := &r.spectra; k.of == of {
		k.work, k.of = nil, nil
	}
	h := &r.report.History
	for at := len(h.Rows) - h.Width; at >= 0 && h.Rows[at] >= float64(of.step); at -= h.Width {
		if h.Rows[at] == float64(of.step) {
			figures(h.Rows[at:at+h.Width], &of.got)
		}
	}
}

// figures fills in a row's columns of the spectrum; nil leaves them empty.
func figures(row []float64, of *spectrum.Spectrum) {
	f := row[colZeroRows : colZeroRows+5]
	for i := range f {
		f[i] = math.NaN()
	}
	if of != nil {
		f[0], f[1], f[2], f[3], f[4] = float64(of.ZeroRows), of.Rank, of.Sum, of.SumLog, of.Max
	}
}

// eigenvalues fills in the picture of the spectra that are computed.
func (s *Sim) eigenvalues(f *Frame) {
	f.Picture, f.Edge, f.Waiting = s.p.Picture, 0, 0
	if s.p.Rule == string(nn.GD) {
		f.Edge = float32(2 / s.p.Rate)
	}
	f.EigenOf, f.ZeroRows, f.Rank, f.Sum, f.MeanLog, f.Largest = f.EigenOf[:0], f.ZeroRows[:0], f.Rank[:0], f.Sum[:0], f.MeanLog[:0], f.Largest[:0]
	s.pic.spectra = s.pic.spectra[:0]
	for _, r := range s.spectra.taken {
		if r.theta != nil {
			f.Waiting++
			continue
		}
		g := &r.got
		p := float64(g.P)
		s.pic.spectra = append(s.pic.spectra, g)
		f.EigenOf = append(f.EigenOf, float32(r.step))
		f.ZeroRows, f.Rank = append(f.ZeroRows, float32(float64(g.ZeroRows)/p)), append(f.Rank, float32(g.Rank/p))
		f.Sum, f.Largest = append(f.Sum, float32(num.Log10(g.Sum))), append(f.Largest, float32(g.Max))
		f.MeanLog = append(f.MeanLog, float32(g.SumLog/g.Rank/math.Ln10))
		f.Parameter, f.Sampled = g.P, g.Sampled
	}
	f.EigenBins, f.EigenTop = spectrum.Bins, spectrum.Lowest+float32(spectrum.Bins)/spectrum.Decade
	f.Eigen = f.Eigen[:0]
	for bin := spectrum.Bins - 1; bin >= 0; bin-- {
		for _, g := range s.pic.spectra {
			f.Eigen = append(f.Eigen, byte(255*num.Log(1+g.Histogram[bin])/num.Log(1+float64(g.P))))
		}
	}
}
