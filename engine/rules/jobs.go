package rules

import (
	"errors"

	"driftlab/engine/run"
	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// The legs of the course are jobs for helpers: a job's number tells the round and the network.

// Wants reports whether there is a leg that can begin and that nobody has.
func (s *Sim) Wants() bool {
	s.follow()
	s.course.plan(false)
	at, _ := s.course.open(true, false)
	return at.round != nil && !s.broken()
}

// Give gives one away.
func (s *Sim) Give(input []byte) (int, []byte) {
	at, from := s.course.open(true, false)
	at.round.legs[at.net].given = true
	l := Leg{To: at.round.to, At: *from}
	input, _ = l.MarshalMsg(input) // never fails
	return at.round.number*Most + at.net, input
}

// Recall says that no leg that was given away comes back.
func (s *Sim) Recall() {
	for _, r := range s.course.rounds {
		for i := range r.legs {
			r.legs[i].given = false
		}
	}
}

// Work does a leg.
func (s *Sim) Work(i int, input, dst []byte) ([]byte, error) {
	var l Leg
	net := i % Most
	if wire.Whole(l.UnmarshalMsg(input)) != nil || i < 0 || net >= len(s.nets) || !l.At.Fits(s.nets[net]) {
		return nil, errors.New("that is no leg of a network of this run")
	}
	t := s.trainers[net]
	for t.Resume(&l.At); t.Steps() < l.To && t.Step(); {
	}
	t.Learned(&l.At)
	s.course.lend(net)
	return l.MarshalMsg(dst)
}

// Take takes over where a leg has ended. What is of a round that is over, or is not to be, counts for nothing.
func (s *Sim) Take(i int, result []byte) error {
	net, got := i%Most, s.course.memory()
	l := Leg{At: *got}
	err := wire.Whole(l.UnmarshalMsg(result))
	*got = l.At
	if err != nil || i < 0 || net >= len(s.nets) || !got.Fits(s.nets[net]) {
		s.course.spare = append(s.course.spare, got)
		return errors.New("that is no leg of a network of this run")
	}
	return s.course.take(i/Most, net, l.To, got)
}

// AsideJobs are the spectra of all networks.
func (s *Sim) AsideJobs() run.Jobs { return spectra{s.nets} }

// spectra are those of some networks, as jobs: a job's number tells the network too.
type spectra struct{ nets []*track.Sim }

func (a spectra) next() (run.Jobs, int) {
	for i, net := range a.nets {
		if jobs := net.AsideJobs(); jobs.Wants() {
			return jobs, i
		}
	}
	return nil, 0
}

func (a spectra) Wants() bool {
	jobs, _ := a.next()
	return jobs != nil
}

func (a spectra) Give(input []byte) (int, []byte) {
	jobs, net := a.next()
	i, input := jobs.Give(input)
	return i*Most + net, input
}

func (a spectra) Recall() {
	for _, net := range a.nets {
		net.AsideJobs().Recall()
	}
}

// of is the network of a job.
func (a spectra) of(i int) (run.Jobs, error) {
	if i < 0 || i%Most >= len(a.nets) {
		return nil, errors.New("there is no such network")
	}
	return a.nets[i%Most].AsideJobs(), nil
}

func (a spectra) Work(i int, input, dst []byte) ([]byte, error) {
	jobs, err := a.of(i)
	if err != nil {
		return nil, err
	}
	return jobs.Work(i/Most, input, dst)
}

func (a spectra) Take(i int, result []byte) error {
	jobs, err := a.of(i)
	if err != nil {
		return err
	}
	return jobs.Take(i/Most, result)
}
