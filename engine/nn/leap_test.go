package nn

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/rng"
)

const leapStream = 77

var walking = Method{Rate: 0.1, Kind: UpdateNoise, Noise: 0.05}

// asleep is a net all of whose units are silent, those further on deeper, and a batch of odd size.
func asleep(units int) (*Net, *Batch) {
	n, b := problem(13, 6, units, 3)
	for j := range n.H {
		clear(n.In(j))
		n.In(j)[n.D] = -1.7 - 0.01*float32(j)
	}
	return n, b
}

// run takes steps from step on.
func run(l *Learner, m Method, from, to uint64) {
	for step := from; step < to; step++ {
		l.pass.Forward(l.net, l.batch)
		l.Step(m, rng.Key{Seed: 5, Stream: 1}, step)
	}
}

// Where silent units come to in leaps is distributed as where they come to on foot: mean, variance and
// fourth moment of every parameter are those of so many steps, and no two of a unit are correlated. It
// was some leaps, some of them cut short, and not all ended together.
func TestLeapsGoWhereStepsGo(t *testing.T) {
	const units, steps = 400, 777
	for _, leaps := range []bool{false, true} {
		n, b := asleep(units)
		start := slices.Clone(n.Theta)
		l := NewLearner(n, b, NewPass(n, b))
		if leaps {
			l.Leap(leapStream)
		}
		run(l, walking, 0, steps)
		ends := map[int64]bool{}
		l.EachLeap(func(u Leap) { ends[u.From] = true })
		if leaps != (len(ends) > 3) {
			t.Fatalf("leaps %v: under way from %v", leaps, ends)
		}
		run(l, Method{Rate: 0.1}, steps, steps+1) // ends them
		l.EachLeap(func(u Leap) { t.Fatalf("there is still %v", u) })
		var sum, square, fourth, product float64
		scale := math.Sqrt(steps) * float64(walking.Rate) * float64(walking.Noise)
		for i, v := range n.Theta {
			z := float64(v-start[i]) / scale
			sum, square, fourth = sum+z, square+z*z, fourth+z*z*z*z
			if i > 0 && i%n.size() > 0 {
				product += z * float64(n.Theta[i-1]-start[i-1]) / scale
			}
		}
		many := float64(len(n.Theta))
		// Four standard errors of each.
		if e := 4 / math.Sqrt(many); math.Abs(sum/many) > e || math.Abs(square/many-1) > e*math.Sqrt2 ||
			math.Abs(fourth/many-3) > e*math.Sqrt(96) || math.Abs(product/many) > e {
			t.Errorf("leaps %v: mean %.3f, variance %.3f, fourth moment %.3f, neighbours %.3f", leaps, sum/many, square/many, fourth/many, product/many)
		}
	}
}

// The chance of waking within a leap is below the bound, and not by orders: k is the largest power of two.
func TestTheChanceOfWakingIsBounded(t *testing.T) {
	const chance, tries = 0.2, 4000
	n, b := problem(3, 6, 1, 3)
	clear(n.In(0))
	n.In(0)[n.D] = -0.3
	l := NewLearner(n, b, NewPass(n, b))
	e := newLeaper(l, leapStream, chance)
	e.rate, e.noise = walking.Rate, walking.Noise
	k := 1 << e.farthest(n.In(0))
	woken := func(k int) (share, bound float64) {
		d, p, start := new(Descent), NewPass(n, b), slices.Clone(n.Theta)
		none := make([]float32, len(n.Theta))
		for try := range tries {
			copy(n.Theta, start)
			for i := range k {
				d.Step(n, none, walking.Rate, walking.Noise, rng.Key{Seed: 9}, uint64(try*k+i))
				if p.Forward(n, b); len(p.on.Of(0)) > 0 {
					share += 1. / tries
					break
				}
			}
		}
		copy(n.Theta, start)
		for _, inverse := range e.inverse {
			z := 0.3 * float64(inverse) / (float64(walking.Rate) * float64(walking.Noise) * math.Sqrt(float64(k)))
			bound += math.Erfc(z / math.Sqrt2) // 2 Q(z)
		}
		return share, bound
	}
	share, bound := woken(k)
	if k < 8 || !(share < bound) || !(bound < chance) || share < bound/8 {
		t.Errorf("in %d steps %.4f wake; the bound is %.4f, and has to be below %v", k, share, bound, chance)
	}
	if share, bound := woken(2 * k); !(share < bound) || bound < chance/2 {
		t.Errorf("in %d steps %.4f wake; the bound is %.4f: that leap would do", 2*k, share, bound)
	}
}

// The distance has the chance that is asked for, within what the bound on the tail gives away.
func TestTheDistanceHasItsChance(t *testing.T) {
	for _, chance := range []float64{1e-3, 1e-9 / 10, 1e-12} {
		if got := math.Erfc(farther(chance)/math.Sqrt2) / 2; got > chance || got < 0.9*chance {
			t.Errorf("chance %g, want %g", got, chance)
		}
	}
}

// Leaps end at multiples of their power of two, from wherever they began; those who leap are silent, and
// all activities and the loss are those of a net that computes everything.
func TestLeapersAreSilent(t *testing.T) {
	for _, samples := range []int{13, 150} { // with and without tiles that are left out
		n, b := problem(samples, 6, 40, 3)
		for j := range n.H {
			n.In(j)[n.D] -= 0.1 * float32(j)
		}
		p := NewPass(n, b)
		l := NewLearner(n, b, p)
		l.Leap(leapStream)
		m := Method{Rate: 0.05, Kind: UpdateNoise, Noise: 0.2}
		leapt, woke := 0, 0
		was := map[int]Leap{}
		for step := range uint64(3000) {
			p.Forward(n, b)
			fresh := NewPass(n, b)
			fresh.Forward(n, b)
			if !slices.Equal(p.H.Data, fresh.H.Data) || p.MSE != fresh.MSE {
				t.Fatalf("step %d: another loss or other activities", step)
			}
			l.Step(m, rng.Key{Seed: 5, Stream: 1}, step)
			at, now := int64(step)+1, map[int]Leap{}
			l.EachLeap(func(u Leap) {
				if now[u.Unit] = u; u.From>>u.Power != at>>u.Power || u.Power < leastPower {
					t.Fatalf("at step %d there is %+v", at, u)
				}
			})
			for j, u := range was {
				if v, leaps := now[j]; v != u && at%(1<<u.Power) != 0 {
					t.Fatalf("%+v has become %+v at step %d", u, v, at)
				} else if !leaps {
					woke++
				}
			}
			leapt += len(now)
			was = now
		}
		if leapt < 3000 || woke < 10 {
			t.Errorf("%d samples: %d steps were leapt, and %d leaps ended on foot", samples, leapt, woke)
		}
	}
}

// Where it is not exact nobody leaps, and every bit is as without.
func TestOthersDoNotLeap(t *testing.T) {
	for _, a := range activations {
		for _, m := range methods() {
			if a == ReLU && m.Rule == GD && m.Kind == UpdateNoise {
				continue
			}
			theta := func(leaps bool) []float32 {
				n, b := asleep(9)
				n.Activation = a
				l := NewLearner(n, b, NewPass(n, b))
				if leaps {
					l.Leap(leapStream)
				}
				run(l, m, 0, 100)
				return n.Theta
			}
			if !slices.Equal(theta(true), theta(false)) {
				t.Errorf("%s, %+v: leaps are something else", a, m)
			}
		}
	}
}

// Who goes on from leaps that were told comes to the same bits, whatever comes next.
func TestLeapsGoOn(t *testing.T) {
	const half = 501
	for _, then := range []Method{walking, {Rate: 0.1, Kind: UpdateNoise, Noise: 0.2}, {Rate: 0.2, Kind: UpdateNoise, Noise: 0.05}, {Rule: Adam, Rate: 1e-3, Kind: UpdateNoise, Noise: 0.2}, {Rate: 0.1}} {
		n, b := asleep(60)
		l := NewLearner(n, b, NewPass(n, b))
		l.Leap(leapStream)
		run(l, walking, 0, half)
		other, _ := asleep(60)
		again := NewLearner(other, b, NewPass(other, b))
		again.Leap(leapStream)
		run(again, walking, 0, 100) // somewhere else
		copy(other.Theta, n.Theta)
		again.Stand()
		var leaps Leaps
		leaps.Rate, leaps.Noise = l.EachLeap(func(u Leap) { leaps.Under = append(leaps.Under, u) })
		if len(leaps.Under) < 10 || !leaps.Fit(n.H, half) {
			t.Fatalf("%+v do not fit", leaps)
		}
		again.LeapOn(leaps)
		run(l, then, half, 2*half)
		run(again, then, half, 2*half)
		if !slices.Equal(n.Theta, other.Theta) {
			t.Errorf("%+v: other bits", then)
		}
	}
}

func TestLeapsThatCannotBe(t *testing.T) {
	good := Leaps{Rate: 0.1, Noise: 0.1, Under: []Leap{{1, 40, 4}, {2, 47, 3}}}
	if !good.Fit(3, 47) || !(&Leaps{}).Fit(3, 0) {
		t.Error("leaps are refused")
	}
	for name, bad := range map[string]Leaps{
		"over":              {Rate: 1, Noise: 1, Under: []Leap{{1, 39, 3}}},
		"of the future":     {Rate: 1, Noise: 1, Under: []Leap{{1, 48, 3}}},
		"of before":         {Rate: 1, Noise: 1, Under: []Leap{{1, -1, 3}}},
		"nobody's":          {Rate: 1, Noise: 1, Under: []Leap{{3, 40, 4}}},
		"twice one unit's":  {Rate: 1, Noise: 1, Under: []Leap{{1, 40, 4}, {1, 40, 4}}},
		"too small":         {Rate: 1, Noise: 1, Under: []Leap{{1, 47, 0}}},
		"too large":         {Rate: 1, Noise: 1, Under: []Leap{{1, 40, 60}}},
		"without noise":     {Rate: 1, Under: []Leap{{1, 40, 4}}},
		"of infinite noise": {Rate: 1, Noise: float32(math.Inf(1)), Under: []Leap{{1, 40, 4}}},
	} {
		if bad.Fit(3, 47) {
			t.Errorf("leaps %s are taken", name)
		}
	}
}

func TestLeapsDoNotAllocate(t *testing.T) {
	n, b := asleep(40)
	l := NewLearner(n, b, NewPass(n, b))
	l.Leap(leapStream)
	m := walking
	run(l, m, 0, 1000)
	leaps := 0
	l.EachLeap(func(Leap) { leaps++ })
	step := uint64(1000)
	if many := testing.AllocsPerRun(1000, func() {
		run(l, m, step, step+1)
		step++
	}); many > 0 || leaps == 0 {
		t.Errorf("%v allocations a step, %d leaps", many, leaps)
	}
}
