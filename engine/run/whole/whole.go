// Package whole does an experiment that is made of whole runs: a grid, a search, a sweep. Each run is a job,
// done here piece by piece or by a helper from its beginning to its end. What comes of them is told in their
// order, whoever has done them.
package whole

import (
	"fmt"
	"os"
	"runtime/debug"

	"driftlab/engine/run"
)

// A Runner does one run at a time. What comes of a run follows from the dials, its number and its input.
type Runner interface {
	// Begin begins run i. The input is what Plan's Input made for it.
	Begin(i int, input []byte) error
	// Piece does a piece of it, of some milliseconds, and reports whether it is at its end.
	Piece() bool
	// Result appends what has come of it.
	Result(dst []byte) []byte
}

// A Plan is what the runs are for.
type Plan interface {
	// Ready reports whether a run can begin: what it needs to know of earlier ones has been kept.
	Ready(i int) bool
	// Input appends what a run needs beyond the dials.
	Input(i int, dst []byte) []byte
	// Check reports whether that is a result which run i could have.
	Check(i int, result []byte) bool
	// Keep takes over a result; run after run, beginning with the first.
	Keep(i int, result []byte)
}

// A Failing plan has results for runs that break off, whoever does them: they end the experiment for none of the others.
type Failing interface {
	Plan
	// Fail appends the result of such a run.
	Fail(i int, dst []byte) []byte
}

// Runs are how they get on.
type Runs struct {
	plan    Plan
	here    Runner
	away    func() Runner // for the runs of others
	kept    int           // so many results are
	end     int           // no run beyond is begun
	given   []bool
	broken  []bool   // it broke off once
	results [][]byte // those that are not kept yet; as many as there are runs
	own     int      // the run that is being done here; -1 for none
	beyond  int      // results that have come since one was kept
	waited  int      // calls that came to nothing since a run was begun or taken
	spare   Runner   // for the runs of others, once there was one
	input   []byte   // room
}

// Begin plans so many runs, none of which is done.
func (r *Runs) Begin(runs int, plan Plan, here Runner, away func() Runner) {
	*r = Runs{plan: plan, here: here, away: away, end: runs, own: -1, given: make([]bool, runs), broken: make([]bool, runs), results: make([][]byte, runs)}
}

// Kept is how many results are kept.
func (r *Runs) Kept() int { return r.kept }

// Of is how many runs there are.
func (r *Runs) Of() int { return len(r.results) }

// Own is the run that is being done here; -1 for none.
func (r *Runs) Own() int { return r.own }

// Within bounds the runs that are begun next: so many results are wanted, and no more.
func (r *Runs) Within(many int64) { r.end = r.kept + int(min(many, int64(len(r.results)-r.kept))) }

// Restore keeps a result of an earlier visit: the next one.
func (r *Runs) Restore(result []byte) bool {
	if r.kept == len(r.results) || !r.plan.Check(r.kept, result) {
		return false
	}
	r.keep(result)
	return true
}

func (r *Runs) keep(result []byte) {
	r.plan.Keep(r.kept, result)
	r.results[r.kept] = nil
	if r.own == r.kept {
		r.own = -1
	}
	r.kept++
	r.beyond = 0
}

// Step does a piece of a run. Stepped says that a result was kept.
func (r *Runs) Step() run.Outcome {
	if r.kept == len(r.results) {
		return run.Over
	}
	if next := r.results[r.kept]; next != nil {
		r.keep(next)
		return run.Stepped
	}
	if r.own >= 0 && r.results[r.own] != nil {
		r.own = -1 // a helper was faster
	}
	if r.own < 0 && !r.begin() {
		return run.Waiting
	}
	switch over, failed := r.piece(); {
	case failed:
		r.fail(r.own)
	case over:
		r.got(r.own, r.here.Result(nil))
	default:
		return run.Working
	}
	if r.own == r.kept && r.results[r.kept] != nil {
		r.keep(r.results[r.kept])
		return run.Stepped
	}
	r.own = -1
	return run.Working
}

// piece does a piece of the run that is done here. If that breaks off, it is the run alone that does where the plan has a
// result for it; why is said on stderr.
func (r *Runs) piece() (over, failed bool) {
	if _, ok := r.plan.(Failing); ok {
		defer func() {
			if why := recover(); why != nil {
				fmt.Fprintf(os.Stderr, "run %d broke off: %v\n%s", r.own, why, debug.Stack())
				failed = true
			}
		}()
	}
	return r.here.Piece(), false
}

// fail has a run that broke off be done once more; after the second time it has failed.
func (r *Runs) fail(i int) {
	r.given[i] = false
	if p, ok := r.plan.(Failing); ok && r.broken[i] {
		r.got(i, p.Fail(i, nil))
	}
	r.broken[i] = true
}

// most is how many runs may be with helpers, whatever becomes of them.
const most = 32

// got takes over a result. Where so many later ones have come that the one to be kept next has to be lost, that is
// done again: what is kept does not stand still for long.
func (r *Runs) got(i int, result []byte) {
	r.results[i] = result
	if r.beyond++; r.beyond > most && i != r.kept {
		r.beyond, r.given[r.kept] = 0, false
	}
}

// patience is how many calls come to nothing before a run that a helper has is done here too: nothing then
// waits for a helper that is lost.
const patience = 1000

// begin begins the next run, and reports whether there is one: one that nobody has, or after some patience
// one that may have been lost.
func (r *Runs) begin() bool {
	at := r.next(-1, false)
	if at < 0 {
		if r.waited++; r.waited < patience {
			return false
		}
		at = r.next(-1, true)
	}
	if at < 0 {
		return false
	}
	r.waited, r.own = 0, at
	r.input = r.plan.Input(at, r.input[:0])
	if r.here.Begin(at, r.input) != nil {
		panic("whole: a run of ours does not begin")
	}
	return true
}

// next is the first run after one that can begin: one that was given away, or one that was not; -1 for none.
func (r *Runs) next(after int, given bool) int {
	for i := max(after+1, r.kept); i < max(r.end, r.kept+1); i++ {
		if i != r.own && r.results[i] == nil && r.given[i] == given && r.plan.Ready(i) {
			return i
		}
	}
	return -1
}
