package measure

import (
	"math"
	"slices"
	"testing"
)

// A turning code is a ring of cells with a cosine for a tuning curve, turned about by an angle a
// step; of 40 more cells ten do something, one of them less and one more in every step.
const (
	turn  = 0.002
	tuned = 24
	more  = 40
	ten   = 10
)

func turning(m *Mark[*Population], step int64) {
	if m.Code == nil {
		m.Code = &Population{Places: 8}
	}
	m.Code.Y = m.Code.Y[:0]
	for j := range tuned {
		for p := range m.Code.Places {
			at := 2*math.Pi*(float64(p)/8-float64(j)/tuned) - turn*float64(step)
			m.Code.Y = append(m.Code.Y, float32(1+math.Cos(at)))
		}
	}
	m.Active = m.Active[:0]
	for j := range int64(more) {
		m.Active = append(m.Active, ((j-step)%more+more)%more < ten)
	}
	m.Sparsity = float64(step)
}

func turned(least, steps int64) Intervals[*Population] {
	k := NewIntervals(least, func(a, b *Population) float64 { return PopulationCorrelation(a, b, tuned) })
	goOn(&k, 0, steps)
	return k
}

func goOn(k *Intervals[*Population], from, to int64) {
	for step := from; step <= to; step++ {
		if k.Due(step) {
			turning(k.Next(step), step)
			k.Close()
		}
	}
}

// Marks are at all multiples of the interval, which doubles where there are too many of them.
func TestIntervalsDouble(t *testing.T) {
	for _, steps := range []int64{0, 3, 95, 96, 97, 191, 192, 5000} {
		k := turned(3, steps)
		every := int64(3)
		for steps/every >= MostIntervals {
			every *= 2
		}
		if k.Every != every || len(k.Marks) != int(steps/every)+1 || len(k.Of) != len(k.Marks)-1 || k.Missed(steps) {
			t.Errorf("after %d steps %d marks and %d intervals of %d", steps, len(k.Marks), len(k.Of), k.Every)
		}
		for i, m := range k.Marks {
			if m.Step != int64(i)*every {
				t.Errorf("after %d steps mark %d is of step %d", steps, i, m.Step)
			}
		}
	}
}

// A code that turns by an angle loses 1 - cos of it; the interval knows who has come and gone, whatever
// was between its ends.
func TestDriftSpeedOfATurningCode(t *testing.T) {
	for _, steps := range []int64{31, 100, 4000} {
		k := turned(1, steps)
		for i, v := range k.Of {
			near(t, "speed", v.Speed, 1-math.Cos(turn*float64(k.Every)), 1e-5)
			changed := min(int(k.Every)%more, ten, more-int(k.Every)%more)
			if v.Born != changed || v.Silenced != changed || v.Sparsity != float64(v.To) ||
				v.From != k.Marks[i].Step || v.To != k.Marks[i+1].Step {
				t.Errorf("after %d steps: %+v, want %d born and silenced", steps, v, changed)
			}
		}
	}
}

// Drawn are the values of the interval that a step lies in, and gaps where it lies in none.
func TestIntervalsAreDrawn(t *testing.T) {
	k := turned(8, 30)
	speed, turnover := k.Draw(nil, nil, []float32{0, 1, 8, 9, 24, 25})
	for i, of := range []int{-1, 0, 0, 1, 2, -1} {
		if of < 0 {
			if !math.IsNaN(float64(speed[i])) || !math.IsNaN(float64(turnover[i])) {
				t.Errorf("value %d is %v, %v", i, speed[i], turnover[i])
			}
			continue
		}
		if v := k.Of[of]; speed[i] != float32(v.Speed) || turnover[i] != float32(v.Born+v.Silenced)/more {
			t.Errorf("value %d is %v, %v of %+v", i, speed[i], turnover[i], v)
		}
	}
}

// What has been kept goes on as if it had never been; what nobody could have kept is refused; where
// nothing was kept the marks begin with the next multiple.
func TestIntervalsAreRestored(t *testing.T) {
	unbroken, k := turned(2, 1000), turned(2, 1000)
	steps := []int64{}
	for _, m := range k.Marks {
		steps = append(steps, m.Step)
	}
	if !k.Restore(k.Every) {
		t.Fatal("its own interval is refused")
	}
	for _, step := range steps {
		if !k.Due(step) {
			t.Fatalf("step %d is not due", step)
		}
		turning(k.Next(step), step)
		k.Close()
	}
	if k.Missed(1000) || !k.Missed(1000+k.Every) {
		t.Error("it does not know what has been missed")
	}
	goOn(&unbroken, 1001, 9000)
	goOn(&k, 1001, 9000)
	if k.Every != unbroken.Every || !slices.Equal(k.Of, unbroken.Of) {
		t.Errorf("restored: %v, unbroken: %v", k.Of, unbroken.Of)
	}
	for _, every := range []int64{-2, 1, 3, 6, math.MaxInt64} {
		if k.Restore(every) {
			t.Errorf("an interval of %d is taken", every)
		}
	}
	if !k.Restore(0) || k.Every != 2 || k.Missed(5) {
		t.Error("nothing kept is refused")
	}
	if goOn(&k, 5, 9); k.Marks[0].Step != 6 {
		t.Errorf("it begins with step %d", k.Marks[0].Step)
	}
}

// Marks take the memory of those that are gone.
func TestMarksAllocateNothing(t *testing.T) {
	k := turned(1, 3000)
	k.correlate = func(_, _ *Population) float64 { return 1 }
	step := int64(3000)
	if n := testing.AllocsPerRun(20, func() {
		goOn(&k, step+1, step+1000)
		step += 1000
	}); n > 0 {
		t.Errorf("%v allocations in 1,000 steps", n)
	}
}
