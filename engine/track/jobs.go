package track

import (
	"errors"

	"driftlab/engine/measure/spectrum"
	"driftlab/engine/run"
	"driftlab/engine/wire"
)

// Jobs are the spectra of a run as jobs for helpers, run.Jobs: job i is that of the i-th
// reading, and starts from it as it is saved before it is computed.
type Jobs struct{ s *Sim }

// AsideJobs are the spectra.
func (s *Sim) AsideJobs() run.Jobs { return Jobs{s} }

// Wants reports whether there is a spectrum to be computed that nobody is at.
func (j Jobs) Wants() bool { return j.s.spectra.pending() >= 0 }

// Give gives the newest of them away.
func (j Jobs) Give(input []byte) (int, []byte) {
	i := j.s.spectra.pending()
	r := j.s.spectra.taken[i]
	r.given = true
	st := Reading{Step: r.step, Theta: r.theta}
	input, _ = st.MarshalMsg(input) // never fails
	return i, input
}

// Recall says that no spectrum that was given away comes back.
func (j Jobs) Recall() {
	for _, r := range j.s.spectra.taken {
		r.given = false
	}
}

// Work computes the spectrum of some parameters.
func (j Jobs) Work(_ int, input, dst []byte) ([]byte, error) {
	var of Reading
	if wire.Whole(of.UnmarshalMsg(input)) != nil || len(of.Theta) != len(j.s.net.Theta) {
		return nil, errors.New("these are no parameters of this network")
	}
	r := reading{step: of.Step, got: spectrum.Of(j.s.pictured(of.Theta), j.s.probes())}
	st := r.state()
	return st.MarshalMsg(dst)
}

// Take takes a spectrum over.
func (j Jobs) Take(i int, result []byte) error {
	s := j.s
	var st Reading
	if wire.Whole(st.UnmarshalMsg(result)) != nil || i < 0 || i >= len(s.spectra.taken) || s.spectra.taken[i].step != st.Step ||
		len(st.Theta) > 0 || !fitsReadings([]Reading{st}, len(s.net.Theta), st.Step) {
		return errors.New("that is no spectrum of this run")
	}
	if r := s.spectra.taken[i]; r.theta != nil {
		s.enterSpectrum(r, st.spectrum())
	}
	return nil
}
