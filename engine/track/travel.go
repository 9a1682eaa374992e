package track

import (
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/wire"
)

// A travel is what becomes of the maps of two places while the network is in one of them: at equal intervals of a stay
// they are compared with those at its beginning. The first two stays, in which the places are learned,
// do not count.
type travel struct {
	stay   int64     // steps; 0: there is nothing to compare
	began  *snapshot // the maps at the beginning of the stay; nil in the first two
	before *snapshot // those at the beginning of the stay before; nil in the first three
	sum    [2][Looks]float64
	n      [2][Looks]float64
}

// The two kinds of places.
const (
	visited = iota
	left
)

func newTravel(l *lesson) travel {
	if l.visits == nil {
		return travel{}
	}
	return travel{stay: int64(l.p.Stay)}
}

// due reports whether the maps are looked at at a step.
func (t *travel) due(step int64) bool { return t.stay > 0 && t.next(step-1) == step }

// next is the first step after a step at which they are.
func (t *travel) next(after int64) int64 {
	begins := after - after%t.stay
	for k := int64(0); k <= Looks; k++ {
		if step := begins + k*t.stay/Looks; step > after {
			return step
		}
	}
	return after + 1
}

// look compares the maps now with those at the beginning of the stay, which may end here.
func (r *record) look() {
	t := &r.travel
	if b := t.of(r.steps); b != nil {
		k := int(((r.steps-b.Step)*Looks+t.stay-1)/t.stay) - 1
		here, away := r.sinceTheStay()
		for kind, c := range [...]float64{visited: here, left: away} {
			if c == c {
				t.sum[kind][k] += c
				t.n[kind][k]++
			}
		}
	}
	if r.steps >= 2*t.stay && r.steps%t.stay == 0 {
		r.begins()
	}
}

// of is the beginning of the stay that a step is in, or ends.
func (t *travel) of(step int64) *snapshot {
	if t.began != nil && t.began.Step == step {
		return t.before
	}
	return t.began
}

// begins begins a stay with the present maps.
func (r *record) begins() {
	t := &r.travel
	b := t.before
	if b == nil {
		b = &snapshot{}
	}
	t.before, t.began = t.began, b
	b.Step = r.steps
	b.SI = append(b.SI[:0], r.now.SI...)
	b.Maps = append(b.Maps[:0], r.now.Maps...)
	b.theta = append(b.theta[:0], r.net.Theta...)
}

// sinceTheStay are the correlations of the maps now with those at the beginning of the stay, in the place that
// is visited and in the one that was left; NaN where there are none.
func (r *record) sinceTheStay() (here, away float64) {
	b := r.travel.of(r.steps)
	if b == nil {
		return math.NaN(), math.NaN()
	}
	half := r.data.bins / 2
	of := func(place int) float64 {
		return measure.MapCorrelationIn(&b.Snapshot, &r.now, place*half, (place+1)*half)
	}
	place := r.here(b.Step)
	return of(place), of(1 - place)
}

// Travel appends the mean correlations after each of Looks equal parts of a stay: in the place that is
// visited, and in the one that was left. NaN where there are none yet.
func (s *Sim) Travel(here, away []float32) (_, _ []float32) {
	t := &s.travel
	for k := range Looks {
		here = append(here, float32(t.sum[visited][k]/t.n[visited][k]))
		away = append(away, float32(t.sum[left][k]/t.n[left][k]))
	}
	return here, away
}

// state is what is saved of it.
func (t *travel) state() (began []Snap, sums wire.Doubles) {
	if t.stay == 0 {
		return nil, nil
	}
	for _, b := range [...]*snapshot{t.before, t.began} {
		if b != nil {
			began = append(began, Snap{Step: b.Step, Theta: b.theta})
		}
	}
	for kind := range t.sum {
		sums = append(append(sums, t.sum[kind][:]...), t.n[kind][:]...)
	}
	return began, sums
}

// travelAgain takes over what was saved, and reports whether it is what a run could have.
func (r *record) travelAgain(st *State) bool {
	t := &r.travel
	if t.stay == 0 {
		return len(st.Began) == 0 && len(st.Travel) == 0
	}
	if len(st.Travel) != 4*Looks {
		return false
	}
	for kind := range t.sum {
		copy(t.sum[kind][:], st.Travel[2*kind*Looks:])
		copy(t.n[kind][:], st.Travel[(2*kind+1)*Looks:])
	}
	last := st.Step - st.Step%t.stay
	stays := int(min(max(last/t.stay-1, 0), 2)) // that are remembered
	if len(st.Began) != stays {
		return false
	}
	for i, b := range st.Began {
		if b.Step != last-int64(stays-1-i)*t.stay || len(b.Theta) != len(r.net.Theta) {
			return false
		}
		r.enter(b.Step, b.Theta)
		r.maps()
		r.begins()
	}
	return true
}

// TravelColumns are the columns that a report has more where networks are side by side.
var TravelColumns = []measure.Column{
	{
		Name: "corr_here", Label: "in the place visited", Seldom: true,
		Help: "with places=turns, mean correlation of the rate maps of the place visited with those at the beginning of the stay, over units that are place units both times; empty in the first two stays",
	},
	{
		Name: "corr_away", Label: "in the place left", Seldom: true,
		Help: "the same, of the maps of the place that is not visited: what drift in one place does to the other",
	},
	{Name: "loss_here", Label: "loss in the place visited", Seldom: true, Help: "with places=turns, loss in the place visited alone"},
	{Name: "loss_away", Label: "loss in the place left", Seldom: true, Help: "and in the other"},
}

// losses are those in the place that is visited and in the other, as the loss of both is reported; NaN where there
// are no turns.
func (r *record) losses() (here, away float64) {
	if r.visits == nil {
		return math.NaN(), math.NaN()
	}
	of := func(place int) float64 {
		v := &r.visits[place]
		v.pass.Forward(r.net, v.batch)
		return num.Log10(v.pass.MSE / v.batch.Variance)
	}
	place := r.here(max(r.steps-1, 0))
	return of(place), of(1 - place)
}
