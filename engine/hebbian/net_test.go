package hebbian

import (
	"math"
	"testing"

	"driftlab/engine/measure"
	"driftlab/engine/rng"
	"driftlab/engine/run"
)

// started is a run of a preset with some dials turned.
func started(t *testing.T, preset string, dials map[string]string) *Sim {
	t.Helper()
	s := New()
	p, err := s.Dials().Preset(preset)
	if err != nil {
		t.Fatal(err)
	}
	s.Dials().Apply(p)
	for name, value := range dials {
		if err := s.Dials().Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// to takes steps up to a step.
func (s *Sim) to(step int64) {
	for s.Steps() < step && s.Step() != run.Over {
	}
}

// A plain network in float64, written from the equations: no columns, no kernels, no sparsity.
type plain struct {
	p       *Params
	w, m    [][]float64 // K x D, K x K
	b, u, y []float64
	places  [][]float64
	normals func(step, column, row int) float64
}

func newPlain(p *Params, w *world) *plain {
	k := p.Cells
	stride := (k + 15) / 16 * 16
	normals := func(stream uint32, step, column, row int) float64 {
		all := make([]float32, stride)
		rng.Key{Seed: uint32(p.Seed), Stream: stream}.NormalsFrom(all, uint64(step), column*stride)
		return float64(all[row])
	}
	n := &plain{p: p, b: make([]float64, k), y: make([]float64, k), u: make([]float64, k)}
	n.normals = func(step, column, row int) float64 { return normals(streamNoise, step, column, row) }
	for i := range k {
		n.w, n.m = append(n.w, make([]float64, w.inputs)), append(n.m, make([]float64, k))
		n.m[i][i] = 1
		for d := range w.inputs {
			n.w[i][d] = p.Weights * normals(streamStart, 0, d, i)
		}
	}
	for at := range w.places() {
		x := make([]float64, w.inputs)
		for d, v := range w.at(at) {
			x[d] = float64(v)
		}
		n.places = append(n.places, x)
	}
	return n
}

// settle integrates u' = -u + W x - sqrt(alpha) b - (M - diag M) y from 0.
func (n *plain) settle(x []float64) {
	clear(n.u)
	clear(n.y)
	for range 10000 {
		var moved, size float64
		next := make([]float64, len(n.u))
		for i := range n.u {
			drive := -n.u[i] - math.Sqrt(n.p.Alpha)*n.b[i]
			for d, v := range x {
				drive += n.w[i][d] * v
			}
			for j, y := range n.y {
				if j != i {
					drive -= n.m[i][j] * y
				}
			}
			next[i] = n.u[i] + 0.05*drive
			moved += (0.05 * drive) * (0.05 * drive)
			size += next[i] * next[i]
		}
		n.u = next
		for i, u := range n.u {
			n.y[i] = math.Max((u-n.p.Lambda1)/(n.p.Lambda2+n.m[i][i]), 0)
		}
		if math.Sqrt(moved/size)/0.05 < 1e-4 {
			return
		}
	}
}

func (n *plain) step(step int, x []float64) {
	n.settle(x)
	lr, noise := n.p.Rate, math.Sqrt(n.p.Rate)*n.p.Noise
	for i, y := range n.y {
		for d, v := range x {
			n.w[i][d] = (1-lr)*n.w[i][d] + lr*y*v + noise*n.normals(step, d, i)
		}
		for j, other := range n.y {
			n.m[i][j] = math.Max(0, (1-lr)*n.m[i][j]+lr*y*other+noise*n.normals(step, len(x)+j, i))
		}
		n.b[i] = (1-lr)*n.b[i] + lr*math.Sqrt(n.p.Alpha)*y
	}
}

// The network does what the equations say, on both worlds.
func TestAgainstPlainEquations(t *testing.T) {
	for preset, dials := range map[string]map[string]string{
		"ring": {"cells": "10", "noise": "0.01"},
		"line": {"cells": "9"},
	} {
		s := started(t, preset, dials)
		n := newPlain(&s.params, s.world)
		for step := range 40 {
			n.step(step, n.places[s.place()])
			s.to(int64(step) + 1)
		}
		var off, size float64
		compare := func(got float32, want float64) {
			off, size = math.Max(off, math.Abs(float64(got)-want)), math.Max(size, math.Abs(want))
		}
		for i := range n.w {
			for d := range n.w[i] {
				compare(s.net.column(d)[i], n.w[i][d])
			}
			for j := range n.m[i] {
				compare(s.net.column(s.net.d + j)[i], n.m[i][j])
			}
			compare(s.net.column(s.net.d + s.net.k)[i], n.b[i])
		}
		if off > 1e-3*size {
			t.Errorf("%s: weights are off by %v of %v", preset, off, size)
		}
	}
}

// Asking about the places changes nothing: asked again they give the same answers.
func TestAskingChangesNothing(t *testing.T) {
	s := started(t, "tiny", nil)
	s.to(100)
	weights := append([]float32(nil), s.net.theta...)
	s.Measure()
	once := append([]float32(nil), s.answers.Y...)
	s.answers.step = -1
	s.Measure()
	for i, y := range s.answers.Y {
		if y != once[i] {
			t.Fatal("the same places give other answers when asked again")
		}
	}
	for i, w := range s.net.theta {
		if w != weights[i] {
			t.Fatal("asking changes the weights")
		}
	}
}

// Grid cells repeat after their spacing, along their lattice, and lie in [-1/3, 1]; on the ring
// every input has length 1.
func TestWorlds(t *testing.T) {
	for i := range 50 {
		x := 0.013 * float64(i)
		a, b := grid(x, 0.2*x, 0.3, 0), grid(x, 0.2*x+0.3, 0.3, 0)
		if d := math.Abs(float64(a - b)); d > 1e-5 {
			t.Errorf("at %v a grid cell has %v, a period further %v", x, a, b)
		}
		if a < -1.0/3 || a > 1 {
			t.Errorf("a grid cell has %v", a)
		}
	}
	if g := grid(0, 0, 0.3, 0.1); math.Abs(float64(g)-1) > 1e-6 {
		t.Errorf("at its field a grid cell has %v", g)
	}
	w := ring()
	if w.places() != 1000 || len(w.asked(Places-1)) != 2 {
		t.Errorf("%d places", w.places())
	}
	for p := range w.places() {
		if l := product(w.at(p), w.at(p)); math.Abs(float64(l)-1) > 1e-6 {
			t.Fatalf("place %d has length %v", p, l)
		}
	}
	if l := line(); l.inputs != 270 || l.places() != 200 {
		t.Errorf("the line has %d inputs, %d places", l.inputs, l.places())
	}
}

// A cell counts that is active at more than three places.
func TestActiveCells(t *testing.T) {
	p := measure.Population{Places: 8, Y: make([]float32, 4*8)}
	for j, n := range []int{0, 3, 4, 8} {
		for i := range n {
			p.Cell(j)[i] = 0.11
		}
	}
	p.Cell(0)[0], p.Cell(0)[1], p.Cell(0)[2], p.Cell(0)[3] = 0.1, 0.1, 0.1, 0.1
	if n := activeCells(&p); n != 2 {
		t.Errorf("%d cells are active", n)
	}
}
