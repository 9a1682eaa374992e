package sticky

import (
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/run"
	"driftlab/engine/run/whole"
	"driftlab/engine/wire"
)

// A grid is whole runs: each a method with a seed, from the first task to the last.
type grid struct {
	whole.Runs
	base
	kind    int // one of Grids
	results []Result
	tried   []trial // of search, the points of the results and what came of them
	spans   []span
	here    *runner
	rows    *measure.Report // one for each result, after one for none
	lines   []Line          // for pictures
	drawn   int             // how many results they are of; -1 for none yet
}

// A cell is what is special about a run.
type cell struct {
	method int // place in Methods
	seed   int
	share  float64
}

func newGrid(b base) *grid {
	g := &grid{base: b, kind: slices.Index(Grids, b.p.Grid), drawn: -1, rows: measure.NewReport(false, Columns[1:]...)}
	g.spans = g.p.spans()
	g.here = &runner{grid: g}
	g.Begin(g.many(), g, g.here, func() whole.Runner { return &runner{grid: g} })
	g.report.Of, g.report.Lead = []*measure.Report{g.rows}, g.letter
	g.record()
	return g
}

// many is how many runs there are.
func (g *grid) many() int {
	switch p := g.p; g.kind {
	case Ablation:
		return len(combined) * p.Seeds
	case Shared:
		return 2 * p.Shares * p.Seeds
	default:
		return p.Trials
	}
}

// cell is run i's: of a search without its point. Seeds come one after the other, so that each method gets on.
func (g *grid) cell(i int) cell {
	p := g.p
	c := cell{method: 1, seed: p.Seed, share: p.Share}
	switch g.kind {
	case Ablation:
		c.method = combined[i%len(combined)]
		c.seed += i / len(combined)
	case Shared:
		c.method = i % 2
		c.share = g.shareOf(i / 2 % p.Shares)
		c.seed += i / 2 / p.Shares
	}
	return c
}

// shareOf is one of the shares.
func (g *grid) shareOf(k int) float64 { return float64(k) / float64(g.p.Shares-1) }

// Steps counts the runs that are finished and told of.
func (g *grid) Steps() int64 { return int64(g.Kept()) }

// Story is the tempo: as fast as can be.
func (g *grid) Story() (start, seconds float64) { return float64(g.Of()), 0.1 }

// Step does a piece of a run.
func (g *grid) Step() run.Outcome { return g.Runs.Step() }

// Ready, Input, Check and Keep make the grid a whole.Plan.

// Ready reports whether a run can begin: of a search the trials that it is proposed from are known.
func (g *grid) Ready(i int) bool { return g.kind != Search || len(g.results) >= known(i) }

// Input appends the point of a trial.
func (g *grid) Input(i int, dst []byte) []byte {
	if g.kind == Search {
		dst = appendPoint(dst, g.point(i))
	}
	return dst
}

// Check reports whether bytes are a result that a run could have.
func (g *grid) Check(_ int, result []byte) bool {
	r := read(result)
	if r == nil {
		return false
	}
	tasks := 0
	for n := len(r.Scores); n > 0; n -= tasks {
		tasks++
	}
	p, per := g.p, g.data.per(g.p)
	ok := len(r.Scores) == tasks*(tasks+1)/2 && tasks <= p.Tasks && r.Step >= int64(tasks)*per &&
		r.Broken == (tasks < p.Tasks) && r.Step <= int64(p.Tasks)*per && r.Well >= 0 && r.Well <= 1 && r.Near >= 0 && r.Near <= 1
	for _, v := range r.Scores {
		ok = ok && v >= 0 && v <= 1
	}
	return ok
}

// read is a result in bytes; nil if there is none.
func read(b []byte) *Result {
	var r Result
	if wire.Whole(r.UnmarshalMsg(b)) != nil {
		return nil
	}
	return &r
}

// Keep takes over a result.
func (g *grid) Keep(i int, result []byte) {
	r := read(result)
	if g.kind == Search {
		g.tried = append(g.tried, trial{g.point(i), r.mark(g.p.Tasks)})
	}
	g.results = append(g.results, *r)
	g.record()
}

// A runner does a run of a grid. It implements whole.Runner.
type runner struct {
	grid   *grid
	number int
	p      Params
	course *course // nil before the first
}

// Begin begins run i.
func (r *runner) Begin(i int, input []byte) error {
	c := r.grid.cell(i)
	r.number, r.p = i, *r.grid.p
	r.p.Share, r.p.parts = c.share, r.grid.kind == Ablation
	if r.grid.kind == Search {
		point, err := readPoint(input)
		if err != nil {
			return err
		}
		r.p.at(point)
	}
	r.course = &course{lesson: *newLesson(&r.p, Methods[c.method], c.seed, r.grid.data)}
	return nil
}

// Piece does a piece of the way to where the next task is learned.
func (r *runner) Piece() bool {
	c := r.course
	if !(trainer{&c.lesson}).Towards(c.per() * int64(len(c.scores)+1)) {
		return false
	}
	if !c.Broken {
		c.scores = append(c.scores, append([]float64(nil), c.Right...))
	}
	return c.Broken || len(c.scores) == c.p.Tasks
}

// Result appends what has come of it.
func (r *runner) Result(dst []byte) []byte {
	c := r.course
	got := Result{Step: c.Step, Broken: c.Broken, Loss: c.Loss, Well: c.inWell(), Near: c.near()}
	for _, row := range c.scores {
		got.Scores = append(got.Scores, row...)
	}
	dst, _ = got.MarshalMsg(dst) // never fails
	return dst
}

// after is the accuracies after so many tasks; nil where it has not come so far.
func (r *Result) after(tasks int) []float64 {
	to := tasks * (tasks + 1) / 2
	if tasks < 1 || to > len(r.Scores) {
		return nil
	}
	return r.Scores[to-tasks : to]
}

// AppendParameters appends the results: what a hash of the run is made of.
func (g *grid) AppendParameters(b []byte) []byte {
	for i := range g.results {
		b, _ = g.results[i].MarshalMsg(b) // never fails
	}
	return b
}

// AppendState appends a GridState. A run that is half done is done anew.
func (g *grid) AppendState(b []byte) ([]byte, error) {
	var st GridState
	for i := range g.results {
		r, err := g.results[i].MarshalMsg(nil)
		if err != nil {
			return b, err
		}
		st.Results = append(st.Results, r)
	}
	return st.MarshalMsg(b)
}

// RestoreState goes on from a GridState of a grid with the same dials.
func (g *grid) RestoreState(b []byte) error {
	var st GridState
	if wire.Whole(st.UnmarshalMsg(b)) != nil {
		return wire.ErrState
	}
	for _, r := range st.Results {
		if !g.Restore(r) {
			return wire.ErrState
		}
	}
	return nil
}
