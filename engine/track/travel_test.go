package track

import (
	"math"
	"testing"

	"driftlab/engine/measure"
)

// twoPlaces is a small run of two places.
func twoPlaces(t *testing.T, places string, stay int) *Sim {
	t.Helper()
	s := NewBeside()
	p := &s.p
	p.Task, p.Inputs, p.Outputs, p.Samples, p.Units, p.Rate, p.Noise, p.Init = "random", 20, 5, 5, 40, 0.1, 0.06, "rich"
	p.Places, p.Stay = places, stay
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// The second place is another of the same kind: its samples come after those of the first, which stay, and so
// do its bins.
func TestTwoPlacesAreApart(t *testing.T) {
	for _, task := range []string{"track", "abstract", "random"} {
		p := Defaults()
		p.Task = task
		one := newDataset(&p)
		p.Places = Mixed
		two := newDataset(&p)
		n := len(one.Inputs)
		if len(two.Inputs) != 2*n || two.bins != 2*one.bins || two.batch.T != 2*one.batch.T || two.places() != 2 {
			t.Fatalf("%s: %d inputs and %d bins, of one place %d and %d", task, len(two.Inputs), two.bins, n, one.bins)
		}
		differ := 0
		for i, x := range one.Inputs {
			if two.Inputs[i] != x {
				t.Fatalf("%s: the first place has changed at %d", task, i)
			}
			if two.Inputs[n+i] != x {
				differ++
			}
		}
		if differ < n/2 {
			t.Errorf("%s: the places differ in %d of %d inputs", task, differ, n)
		}
		for s, bin := range two.bin {
			if (bin >= one.bins) != (s >= one.batch.T) {
				t.Errorf("%s: sample %d is in bin %d", task, s, bin)
			}
		}
		// The batch has the bins in order, so its first half is the first place, as that is alone.
		for s := range one.batch.T {
			for i := range one.batch.D {
				if two.batch.X.At(i, s) != one.batch.X.At(i, s) {
					t.Fatalf("%s: sample %d of the batch is another", task, s)
				}
			}
		}
	}
}

// A map of two places is that of each, smoothed by itself.
func TestMapsOfTwoPlaces(t *testing.T) {
	p := Defaults()
	one := newLesson(&p, newDataset(&p))
	p.Places = Mixed
	s := New()
	s.p = p
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	copy(s.net.Theta, one.net.Theta)
	s.fresh, s.now.Step = false, -1
	s.maps()
	alone := &record{report: measure.NewReport(true, Columns...)}
	q := p
	q.Places = OnePlace
	alone.begin(newLesson(&q, one.data))
	for j := range p.Units {
		for i, v := range alone.now.Map(j) {
			if got := s.now.Map(j)[i]; got != v {
				t.Fatalf("unit %d bin %d: %v, alone %v", j, i, got, v)
			}
		}
	}
}

// By turns a step learns from one place only, for as many steps as a stay has; mixed, it learns from both.
func TestTurns(t *testing.T) {
	const stay = 40
	s := twoPlaces(t, Turns, stay)
	errors := func() (e [2]float64) {
		for i, v := range s.visits {
			v.pass.Forward(s.net, v.batch)
			e[i] = v.pass.MSE
		}
		return e
	}
	for k := range int64(4) {
		was := errors()
		for s.Steps() < (k+1)*stay {
			if s.here(s.steps) != int(k%2) {
				t.Fatalf("step %d is in place %d", s.steps, s.here(s.steps))
			}
			s.Step()
		}
		now := errors()
		if here := k % 2; now[here] >= was[here] {
			t.Errorf("in stay %d the error went from %v to %v", k, was[here], now[here])
		}
	}
	both := twoPlaces(t, Mixed, stay)
	for range 400 {
		both.Step()
	}
	for i, b := range both.data.parts {
		both.pass.Forward(both.net, both.data.batch)
		if both.pass.MSE > 0.2*b.Variance {
			t.Errorf("mixed, the error is %v of %v (place %d)", both.pass.MSE, b.Variance, i)
		}
	}
}

// The means over the stays are those of correlations taken by hand at the same steps, from the third stay on.
func TestTravel(t *testing.T) {
	const stay, stays = 48, 9
	s := twoPlaces(t, Turns, stay)
	var began measure.Snapshot
	var sum [2][Looks]float64
	var n [Looks]float64
	for s.Steps() < stay*stays {
		s.Step()
		s.maps()
		step := s.Steps()
		if step > 2*stay && step%(stay/Looks) == 0 {
			k := (int(step-1)%stay+1)*Looks/stay - 1
			place := int((step-1)/stay) % 2
			for kind, at := range [...]int{visited: place, left: 1 - place} {
				sum[kind][k] += measure.MapCorrelationIn(&began, &s.now, at*s.data.bins/2, (at+1)*s.data.bins/2)
			}
			n[k]++
		}
		if step >= 2*stay && step%stay == 0 {
			began = measure.Snapshot{Step: step, SI: append([]float64(nil), s.now.SI...), Maps: append([]float32(nil), s.now.Maps...)}
		}
	}
	here, away := s.Travel(nil, nil)
	for k := range Looks {
		if n[k] != stays-2 {
			t.Fatalf("%v looks after %d parts of a stay", n[k], k+1)
		}
		if h, a := float32(sum[visited][k]/n[k]), float32(sum[left][k]/n[k]); math.Abs(float64(here[k]-h)) > 1e-6 || math.Abs(float64(away[k]-a)) > 1e-6 {
			t.Errorf("after %d parts %v and %v, by hand %v and %v", k+1, here[k], away[k], h, a)
		}
	}
	if away[Looks-1] >= away[0] {
		t.Errorf("the maps of the place left correlate at %v after a part of a stay and at %v at its end", away[0], away[Looks-1])
	}
}
