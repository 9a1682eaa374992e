package rules

import (
	"errors"

	"driftlab/engine/run"
	"driftlab/engine/track"
)

// Wants reports whether there is a leg of a network that can begin and that nobody has.
func (s *Sim) Wants() bool {
	s.follow()
	return !s.broken() && s.Course.Wants()
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
