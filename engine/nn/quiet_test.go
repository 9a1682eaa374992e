package nn

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// What is left out must change no bit: a pass that has come a long way agrees with one that
// starts here and computes everything.
func TestSilenceIsCertain(t *testing.T) {
	n, b := problem(150, 18, 60, 17)
	_, other := problem(150, 18, 60, 17)
	for i := range other.X.Data {
		other.X.Data[i] *= 3
	}
	for j := range n.H {
		n.In(j)[n.D] -= 0.1 * float32(j) // from half silent to nearly always
	}
	p, d, key := NewPass(n, b), new(Descent), rng.Key{Seed: 5}
	saved := 0
	for step := range 400 {
		batch := b
		switch {
		case step == 200: // a leap
			for j := range n.H {
				n.In(j)[n.D] += 1 - 2*float32(j%2)
			}
		case step == 300:
			n.In(7)[3] = float32(math.NaN())
		case step > 350 && step%2 == 0:
			batch = other
		}
		p.Forward(n, batch)
		fresh := NewPass(n, batch)
		fresh.Forward(n, batch)
		for i, want := range fresh.H.Data {
			if got := p.H.Data[i]; math.Float32bits(got) != math.Float32bits(want) && want == want {
				t.Fatalf("step %d: activity %d is %v, want %v", step, i, got, want)
			}
		}
		if !slices.EqualFunc(lists(&p.on, n.H), lists(&fresh.on, n.H), slices.Equal[[]int32]) {
			t.Fatalf("step %d: active in %v tiles, want %v", step, lists(&p.on, n.H), lists(&fresh.on, n.H))
		}
		for j := range n.H {
			saved += p.quiet.tiles - len(p.quiet.loud.Of(j))
		}
		if step < 300 {
			p.Backward(n, b)
		}
		d.Step(n, p.Grad, 0.02, 0.05, key, uint64(step))
	}
	if saved < 400*60*p.quiet.tiles/4 {
		t.Errorf("%d tiles were left out, of %d", saved, 400*60*p.quiet.tiles)
	}
}

// The slack is no more than the distance of the largest activity from zero.
func TestSlackIsLessThanTheDistance(t *testing.T) {
	n, b := problem(64, 5, 8, 3)
	p := NewPass(n, b)
	for range every {
		p.Forward(n, b)
	}
	q, checked := p.quiet, 0
	for j := range n.H {
		for tile := range q.tiles {
			slack := q.slack[j*q.tiles+tile]
			if slack <= 0 {
				continue
			}
			checked++
			for s := 8 * tile; s < min(8*tile+8, b.T); s++ {
				var a float64
				for r, w := range n.In(j) {
					a += float64(w) * float64(b.X.At(r, s))
				}
				if a > -float64(slack) {
					t.Errorf("unit %d is at %v in sample %d, slack %v", j, a, s, slack)
				}
			}
		}
	}
	if checked == 0 {
		t.Error("nothing was silent")
	}
}

func lists(l *num.Lists, n int) [][]int32 {
	var all [][]int32
	for j := range n {
		all = append(all, l.Of(j))
	}
	return all
}
