package minima_test

import (
	"testing"

	"driftlab/engine/minima"
	"driftlab/engine/wire"
	scene "driftlab/scenes/minima"
	"driftlab/scenes/scenetest"
)

func TestScene(t *testing.T) {
	hot, few := frame(400), frame(12)
	hot.Heat, hot.Trouble = 0.4, "under replay a walker flew off at step 400"
	few.Dropped = 3
	few.Barrier = 0.6
	frames := map[string][]byte{}
	for name, f := range map[string]*minima.Frame{"note": frame(200), "hot": hot, "few": few} {
		frames[name] = encoded(t, f)
	}
	scenetest.Run(t, "minima", frames)
}

func encoded(t *testing.T, f *minima.Frame) []byte {
	t.Helper()
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Clicks on any of the maps drop walkers all over the window, and nowhere else.
func TestClicksDropWalkers(t *testing.T) {
	for _, size := range [][2]int{{1000, 700}, {390, 1500}, {640, 300}} {
		lo, hi := [2]float32{9, 9}, [2]float32{-9, -9}
		clicks := scenetest.Open(t, "minima", encoded(t, frame(30))).Clicks(size[0], size[1], 80)
		for _, cmd := range clicks {
			if cmd.Kind != "poke" || !(cmd.X >= minima.LeftX && cmd.X <= minima.RightX && cmd.Y >= minima.LowY && cmd.Y <= minima.HighY) {
				t.Errorf("%v: %v", size, cmd)
			}
			lo = [2]float32{min(lo[0], cmd.X), min(lo[1], cmd.Y)}
			hi = [2]float32{max(hi[0], cmd.X), max(hi[1], cmd.Y)}
		}
		if len(clicks) < 500 || lo[0] > -1.8 || lo[1] > -0.8 || hi[0] < 1.8 || hi[1] < 1.8 {
			t.Errorf("%v: %d clicks from %v to %v", size, len(clicks), lo, hi)
		}
	}
}

func TestLayout(t *testing.T) {
	scenetest.Layout(t, scene.Layout)
	for _, c := range []struct {
		w, h float32
		want int // panels
	}{{900, 600, 6}, {640, 300, 5}, {640, 200, 3}, {390, 844, 3}, {390, 1600, 6}, {220, 200, 1}} {
		if got := scenetest.Shown(scene.Layout, c.w, c.h); len(got) != c.want {
			t.Errorf("%v x %v shows %v, want %d panels", c.w, c.h, got, c.want)
		}
	}
}

// frame is n walkers of each rule: of replay, a third in the right minimum and one not on the map.
func frame(n int) *minima.Frame {
	f := &minima.Frame{
		Head:    wire.Head{Run: 1, Step: 400, Playing: true, Curves: make([]wire.Floats, 5)},
		Barrier: 0.25, Heat: 0.056, Expected: 31.5, Crowds: make([]minima.Walkers, minima.Rules),
	}
	for rule := range f.Crowds {
		w := &f.Crowds[rule]
		for i := range n {
			x, y := float32(-1), float32(0.5)
			if rule == 0 {
				x, y = x+0.4*wave(i), y+0.4*wave(3*i+1)
				if i%3 == 0 {
					x += 2
				}
			}
			w.X, w.Y = append(w.X, x), append(w.Y, y)
		}
	}
	f.Crowds[0].X[1], f.Crowds[0].Hops = 2.4, 29
	for i := range 100 {
		x := float32(i) / 100
		f.Steps = append(f.Steps, 4*float32(i))
		for k, y := range []float32{0.12 + 0.05*wave(i)*(1-x), 0, 0, 0.132, 0.5 - 0.5/(1+30*x)} {
			f.Curves[k] = append(f.Curves[k], y)
		}
	}
	return f
}

// wave goes up and down in [-1, 1].
func wave(i int) float32 { return 1 - float32((i*7)%25)/12 }
