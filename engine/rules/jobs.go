package rules

import (
	"errors"
	"slices"

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
	l := Leg{Stops: at.round.stops, At: *from}
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
	t.Resume(&l.At)
	s.course.lend(net)
	done := Leg{Stops: l.Stops, Ends: l.Ends[:0]}
	for _, stop := range l.Stops {
		for t.Steps() < stop && t.Step() {
		}
		var at track.Learned
		t.Learned(&at)
		if done.Ends = append(done.Ends, at); at.Broken {
			break
		}
	}
	return done.MarshalMsg(dst)
}

// Take takes over where a leg has ended. What is of a round that is over, or is not to be, counts for nothing.
func (s *Sim) Take(i int, result []byte) error {
	var l Leg
	net := i % Most
	if wire.Whole(l.UnmarshalMsg(result)) != nil || i < 0 || net >= len(s.nets) {
		return errors.New("that is no leg of this run")
	}
	for k := range l.Ends {
		if !l.Ends[k].Fits(s.nets[net]) {
			return errors.New("that is no leg of a network of this run")
		}
	}
	return s.course.take(i/Most, net, &l)
}

// endsAt reports whether a leg has ended at each of these stops, or where it diverged before.
func (l *Leg) endsAt(stops []int64) bool {
	if len(l.Ends) == 0 || len(l.Ends) > len(stops) || !slices.Equal(l.Stops, stops) {
		return false
	}
	last := len(l.Ends) - 1
	for k := range l.Ends {
		at := &l.Ends[k]
		if at.Broken && (k < last || at.Step > stops[k]) || !at.Broken && at.Step != stops[k] {
			return false
		}
	}
	return l.Ends[last].Broken || last+1 == len(stops)
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
