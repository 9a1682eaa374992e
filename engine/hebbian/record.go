package hebbian

import (
	"math"
	"slices"

	"driftlab/engine/measure"
)

// A record is a network in its world, and what is known of its course.
type record struct {
	p      *Params
	world  *world
	net    *net
	steps  int64
	broken int64 // the step at which an activity was no longer a number; -1 while all are

	answers   answers
	likes     []float32 // their similarity, Places x Places
	likesOf   int64     // the step that it is of
	report    *measure.Report
	snaps     []*snapshot // at log-spaced steps; the first at step 0
	nextDue   int64
	intervals measure.Intervals[*measure.Population]
	corr      [][]float64 // row i: population-vector correlations of snapshot i with 0..i
	course    measure.Course
	phases    measure.PhaseFinder
	verdict   measure.Verdict
}

// A snapshot is what the cells did at one step.
type snapshot struct {
	measure.Population
	step  int64
	likes []float32 // made when it is wanted
}

// begin begins the record of another network.
func (r *record) begin(p *Params) {
	r.p, r.world = p, newWorld(p.World)
	r.net = newNet(p, r.world.inputs)
	r.steps, r.broken = 0, -1
	r.answers = newAnswers(r.net)
	r.likes, r.likesOf = make([]float32, Places*Places), -1
	r.report.Reset()
	r.snaps, r.corr, r.nextDue = nil, nil, 0
	r.intervals = measure.NewIntervals(leastInterval, r.net.codeCorrelation)
	r.verdict = measure.Verdict{Phase: measure.Learning, Name: "learning"}
}

// due reports whether the present step is to be recorded, and is not yet.
func (r *record) due() bool {
	return r.broken < 0 && (r.report.Due(r.steps) || r.steps == r.nextDue || r.intervals.Due(r.steps))
}

// look asks about every place and records what is due.
func (r *record) look() {
	r.answers.ask(r.net, r.world, r.steps, Places)
	if r.due() {
		r.take()
	}
}

// take adds a snapshot, a mark and a row to the history, as they are due. All places have answered.
func (r *record) take() {
	if r.steps == r.nextDue {
		r.snapshot(&snapshot{step: r.steps, Population: measure.Population{Places: Places, Y: slices.Clone(r.answers.Y)}})
	}
	if r.intervals.Due(r.steps) {
		r.mark(r.steps, r.answers.Y)
	}
	if !r.report.Due(r.steps) {
		return
	}
	r.measure()
	r.report.Keep()
	r.decide()
	pv, likes := r.sameness()
	r.report.Amend(colPV, pv)
	r.report.Amend(colSimilarity, likes)
	r.report.Amend(colPhase, float64(r.standing()))
}

// snapshot keeps one, and its correlation with all earlier ones.
func (r *record) snapshot(snap *snapshot) {
	r.snaps = append(r.snaps, snap)
	row := make([]float64, len(r.snaps))
	for i, old := range r.snaps {
		row[i] = measure.PopulationCorrelation(&old.Population, &snap.Population, r.net.k)
	}
	r.corr = append(r.corr, row)
	r.nextDue = measure.NextSnapshot(snap.step)
}

// similarity is that of the present answers.
func (r *record) similarity() []float32 {
	if r.likesOf != r.answers.step {
		r.answers.Similarity(r.likes)
		r.likesOf = r.answers.step
	}
	return r.likes
}

// similarity is that of a snapshot.
func (s *snapshot) similarity() []float32 {
	if s.likes == nil {
		s.likes = make([]float32, Places*Places)
		s.Similarity(s.likes)
	}
	return s.likes
}

// measure makes the newest row that of the step at which all places last answered.
func (r *record) measure() {
	pv, likes := r.sameness()
	r.report.Row = append(r.report.Row[:0],
		float64(r.answers.step),
		r.loss(),
		float64(activeCells(&r.answers.Population))/float64(r.net.k),
		pv,
		likes,
		float64(r.standing()))
}

// loss is the mean square of what similarity of the cells is off that of the inputs, less alpha,
// as a share of the mean square of that.
func (r *record) loss() float64 {
	var off, all float64
	for i, y := range r.similarity() {
		wish := float64(r.world.gram[i]) - float64(r.net.set.alpha)
		d := wish - float64(y)
		off += float64(d * d)
		all += float64(wish * wish)
	}
	return off / all
}

// least is the least that the loss can be, for cells can't be unlike each other: y is not negative.
func (r *record) least() float64 {
	var below, all float64
	for _, g := range r.world.gram {
		wish := float64(g) - float64(r.net.set.alpha)
		all += float64(wish * wish)
		if wish < 0 {
			below += float64(wish * wish)
		}
	}
	return below / all
}

// sameness is how alike the population vectors are to those at the start of null drift, and the
// similarities to those then; NaN before that.
func (r *record) sameness() (pv, likes float64) {
	at := r.nullStart()
	if at < 0 || r.broken >= 0 {
		return math.NaN(), math.NaN()
	}
	return r.compare(r.snaps[at])
}

// compare is how alike the present answers are to those of a snapshot, and their similarities.
func (r *record) compare(snap *snapshot) (pv, likes float64) {
	return measure.PopulationCorrelation(&snap.Population, &r.answers.Population, r.net.k),
		measure.Pearson(snap.similarity(), r.similarity())
}

// nullStart is the first snapshot of the null drift; -1 while there is none.
func (r *record) nullStart() int {
	if len(r.verdict.Borders) < 2 {
		return -1
	}
	return r.since(r.verdict.Borders[1])
}

// since is the first snapshot taken at a step or later, or -1.
func (r *record) since(step int64) int {
	return slices.IndexFunc(r.snaps, func(s *snapshot) bool { return s.step >= step })
}

// reference is the snapshot that the picture compares with: the one chosen, that of the start of
// null drift, before that the first after learning, before that the first.
func (r *record) reference() int {
	if r.p.Order >= 0 {
		return min(r.p.Order, len(r.snaps)-1)
	}
	if b := r.verdict.Borders; len(b) > 0 {
		return max(r.since(b[len(b)-1]), 0)
	}
	return 0
}
