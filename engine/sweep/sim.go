package sweep

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/run/whole"
	"driftlab/engine/wire"
)

// A Sim is the exhibit: the runs of one shard, or of all. It implements engine.Sim, and gives runs away to helpers. What
// is known of runs that are done before their turn is in pictures and states at once.
type Sim struct {
	whole.Runs
	p      Params
	dials  *param.Set
	own    *Job
	looks  []int64
	done   []*Result // of each run of the shard; nil before
	known  int       // how many are done
	parts  [][]byte  // of each run, how far it is as far as has been told; nil for none
	taken  int64     // training steps of the runs that are done
	report *measure.Report
	number int64  // of the restart
	before *early // the sweep that was done beforehand; nil for none
	pic    picture
}

var _ run.Losing = (*Sim)(nil)

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{p: Defaults()}
	s.dials = s.p.Dials()
	s.report = measure.NewReport(false, Columns...)
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Restart begins anew, with no run done.
func (s *Sim) Restart(assets run.Assets) (err error) {
	if err := s.p.check(); err != nil {
		return err
	}
	if s.before == nil {
		if s.before, err = open(assets); err != nil {
			return err
		}
	}
	n := (s.p.Runs - s.p.Shard + s.p.Shards - 1) / s.p.Shards
	s.own, s.looks = &Job{p: &s.p}, looksOf(s.p.Length)
	s.done, s.known, s.parts, s.taken = make([]*Result, n), 0, make([][]byte, n), 0
	s.Begin(n, s, ours{runner{s, s.own}}, func() whole.Runner { return runner{s, &Job{p: &s.p}} })
	s.number++
	s.pic = picture{drawn: -1}
	s.report.Reset()
	s.record(0)
	return nil
}

// Steps counts the runs that are finished and told of.
func (s *Sim) Steps() int64 { return int64(s.Kept()) }

// Story is the tempo: as fast as can be.
func (s *Sim) Story() (start, seconds float64) { return float64(s.Of()), 0.1 }

// Lasts reports whether what is done is worth keeping beyond a visit: always.
func (s *Sim) Lasts() bool { return true }

// Take takes over the result of a run.
func (s *Sim) Take(k int, result []byte) error {
	if err := s.Runs.Take(k, result); err != nil {
		return err
	}
	s.know(k, result)
	return nil
}

// know takes note of a result, the first time.
func (s *Sim) know(k int, result []byte) {
	if s.done[k] != nil {
		return
	}
	r := read(result)
	s.done[k], s.parts[k] = r, nil
	s.known++
	s.taken += r.Step
}

// run is the number of a run in the whole sweep, of one of this shard; place is the way back, -1 if it is none of them.
func (s *Sim) run(k int) int { return s.p.Shard + k*s.p.Shards }

func (s *Sim) place(run int) int {
	if run < s.p.Shard || run >= s.p.Runs || (run-s.p.Shard)%s.p.Shards != 0 {
		return -1
	}
	return (run - s.p.Shard) / s.p.Shards
}

// A runner does the runs of a shard. It implements whole.Runner.
type runner struct {
	s *Sim
	*Job
}

func (r runner) Begin(k int, input []byte) error { return r.Job.Begin(r.s.run(k), input) }

// ours does the runs that are done here: what comes of one is known at once.
type ours struct{ runner }

func (r ours) Result(dst []byte) []byte {
	b := r.Job.Result(nil)
	r.s.know(r.s.place(r.number), b)
	return append(dst, b...)
}

// Ready, Input, Check, Keep and Fail make the sweep a whole.Failing plan.

// Ready reports whether a run can begin: always.
func (s *Sim) Ready(int) bool { return true }

// Input appends how far a run is.
func (s *Sim) Input(k int, dst []byte) []byte { return append(dst, s.parts[k]...) }

// Check reports whether bytes are a result that a run could have.
func (s *Sim) Check(_ int, result []byte) bool {
	r := read(result)
	return r != nil && r.fits(s.looks, true)
}

// Keep takes over a result whose turn it is.
func (s *Sim) Keep(k int, result []byte) {
	s.know(k, result)
	s.record(k + 1)
}

// Fail appends the result of a run that cannot be done: what it had come to when that was last told.
func (s *Sim) Fail(k int, dst []byte) []byte {
	r := Result{Outcome: Failed, Directed: math.NaN(), Null: math.NaN(), Tau: math.NaN(), Half: math.NaN()}
	var at Part
	if s.parts[k] != nil && wire.Whole(at.UnmarshalMsg(s.parts[k])) == nil {
		r.Step, r.Course = at.Net.Step, at.Got.Course
	}
	n := len(dst)
	dst, _ = r.MarshalMsg(dst) // never fails
	s.know(k, dst[n:])
	return dst
}

// read is a result in bytes; nil if there is none.
func read(b []byte) *Result {
	var r Result
	if wire.Whole(r.UnmarshalMsg(b)) != nil {
		return nil
	}
	return &r
}

// AppendParameters appends the results that are told of: what a hash of the sweep is made of.
func (s *Sim) AppendParameters(b []byte) []byte {
	for _, r := range s.done[:s.Kept()] {
		b, _ = r.MarshalMsg(b) // never fails
	}
	return b
}

// AppendState appends a State: all runs that are done, and those under way as far as that is known.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	var st State
	for k, r := range s.done {
		switch {
		case r != nil:
			st.Results = append(st.Results, Kept{Run: s.run(k), Result: *r})
		case k == s.Own():
			st.Parts = append(st.Parts, s.own.Part(nil))
		case s.parts[k] != nil:
			st.Parts = append(st.Parts, s.parts[k])
		}
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a State of a shard with the same dials. After an error the Sim must not be used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if wire.Whole(st.UnmarshalMsg(b)) != nil {
		return wire.ErrState
	}
	for i := range st.Results {
		if s.Put(&st.Results[i]) != nil {
			return wire.ErrState
		}
	}
	for _, part := range st.Parts {
		if s.Hold(part) != nil {
			return wire.ErrState
		}
	}
	return nil
}
