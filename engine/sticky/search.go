package sticky

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"

	"driftlab/engine/num"
	"driftlab/engine/task"
)

// searched is how many numbers a search is for.
const searched = 6

// The ranges that are searched unless others are asked for, and the widest, in the order of Searched.
var (
	narrow = [searched]span{{0.1, 1}, {0, 0.02}, {0.01, 0.1}, {2, 40}, {2, 10}, {1e-7, 1e-3}}
	widest = [searched]span{{0.01, 10}, {0, 8}, {0.001, 7}, {0.01, 100}, {0.1, 20}, {1e-7, 0.01}}
)

// chance is how many trials are drawn by chance, before there is a model of what is good. After that so many at once,
// side, are proposed from what is known: what comes of a search does not depend on how many are done at a time.
const chance, side, mostTrials = 10, 4, mostRuns

// known is how many trials are known when trial i is proposed.
func known(i int) int {
	if i < chance {
		return 0
	}
	return i - (i-chance)%side
}

// least is the f(0) below which a point is not tried.
const least = 1.05

// spans are the ranges that are searched. Without L1 its strength is not.
func (p *Params) spans() []span {
	all := append([]span(nil), p.Ranges[:]...)
	if p.L1 == off {
		all[searched-1] = span{p.Zeta, p.Zeta}
	}
	return all
}

// searchable says why nothing can be searched in the ranges.
func (p *Params) searchable() error {
	if p.Grid != Grids[Search] {
		return nil
	}
	for i, s := range p.spans() {
		if s.lo > s.hi {
			of := Searched[i]
			return fmt.Errorf("%s-from and %s-to: a search cannot go from %s to %s: the first has to be the smaller", of.Name, of.Name, brief(s.lo), brief(s.hi))
		}
	}
	ends := *p
	var most [searched]float64
	for i, s := range p.spans() {
		most[i] = s.hi
	}
	if ends.at(most[:]); f0(&ends) < least {
		return fmt.Errorf("with a1 up to %s, gamma up to %s and lambda up to %s f(0) is %s at most, and below %s nothing would be learned: raise a1-to, gamma-to or lambda-to",
			brief(most[0]), brief(most[3]), brief(most[4]), brief(f0(&ends)), brief(least))
	}
	return nil
}

// at takes over a point.
func (p *Params) at(x []float64) {
	p.A1, p.Mu, p.Sigma, p.Gamma, p.Lambda, p.Zeta = x[0], x[1], x[2], x[3], x[4], x[5]
}

// point is that of a trial.
func (g *grid) point(i int) []float64 {
	at := *g.p
	fit := func(x []float64) bool {
		at.at(x)
		return f0(&at) >= least
	}
	x := propose(key(g.p.Seed, task.StreamTrials), i, chance, g.spans, g.tried[:known(i)], fit)
	if !fit(x) { // in these ranges hardly any does: the ends do, see searchable
		for k, s := range g.spans {
			x[k] = s.hi
		}
	}
	return x
}

// appendPoint appends a point as bytes.
func appendPoint(dst []byte, x []float64) []byte {
	for _, v := range x {
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(v))
	}
	return dst
}

// readPoint is the point in such bytes.
func readPoint(b []byte) ([]float64, error) {
	if len(b) != 8*searched {
		return nil, errors.New("that is no trial of this search")
	}
	x := make([]float64, searched)
	for i := range x {
		x[i] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
		if !(x[i] >= widest[i].lo && x[i] <= widest[i].hi) {
			return nil, errors.New("that trial is beyond all ranges")
		}
	}
	return x, nil
}

// mark is what came of a run (the paper's eq. 2 without its constant), NaN if it diverged:
//
//	sum_j (ln j / j) sum_{i<=j} A(i, j) / sum_j ln j
//
// With one task it is the accuracy in that.
func (r *Result) mark(tasks int) float64 {
	if r.Broken {
		return math.NaN()
	}
	if tasks == 1 {
		return r.Scores[0]
	}
	var sum, weights float64
	for j := 2; j <= tasks; j++ {
		w := num.Log(float64(j))
		sum, weights = sum+float64(w*average(r.after(j))), weights+w
	}
	return sum / weights
}

// best is the trial with the greatest mark; -1 for none.
func (g *grid) best() int {
	best := -1
	for i, t := range g.tried {
		if t.mark == t.mark && (best < 0 || t.mark > g.tried[best].mark) {
			best = i
		}
	}
	return best
}

// brief is a number with up to four digits.
func brief(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
