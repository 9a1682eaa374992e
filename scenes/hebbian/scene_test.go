package hebbian_test

import (
	"math"
	"testing"

	"driftlab/engine/hebbian"
	"driftlab/engine/wire"
	scene "driftlab/scenes/hebbian"
	"driftlab/scenes/scenetest"
)

const (
	cells  = 24
	places = 40
)

func TestScene(t *testing.T) {
	scenetest.Run(t, "hebbian", map[string][]byte{
		"ring": encoded(t, drifting()), "line": encoded(t, beginning()), "dead": encoded(t, dead()),
	})
}

func TestLayout(t *testing.T) { scenetest.Layout(t, scene.Layout) }

// A click on a row of the correlations, and nothing else, asks for another snapshot to compare with.
func TestClickChoosesTheSnapshot(t *testing.T) {
	f := drifting()
	orders := map[string]bool{}
	for _, cmd := range scenetest.Open(t, "hebbian", encoded(t, f)).Clicks(1000, 700, 90) {
		if cmd.Kind != "set" || len(cmd.Values) != 1 || cmd.Values["order"] == "" {
			t.Errorf("a click asks for %+v", cmd)
		}
		orders[cmd.Values["order"]] = true
	}
	if len(orders) != len(f.CorrSteps) {
		t.Errorf("the orders %v of %d", orders, len(f.CorrSteps))
	}
}

func encoded(t *testing.T, f *hebbian.Frame) []byte {
	t.Helper()
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// drifting is a frame of the ring in null drift: the code has moved, the likeness has not.
func drifting() *hebbian.Frame {
	f := &hebbian.Frame{
		Head: wire.Head{
			Run: 1, Step: 8000, Playing: true, Curves: make([]wire.Floats, 7),
			Bands: []wire.Band{{Phase: 1, Name: "learning"}, {From: 150, Phase: 2, Name: "directed drift"}, {From: 1500, Phase: 3, Name: "null drift"}},
		},
		World: "ring", Cells: cells, Places: places, Active: cells - 4, Then: 1468, Order: 4,
		MostLike: 1.3, PV: 0.2, Alike: 0.996, Per: "1 − correlation in 256 steps",
	}
	for i := range cells - 2 {
		f.Rows = append(f.Rows, (i*7)%cells)
		f.Maps = bump(f.Maps, i*places/cells)
		f.Moved = bump(f.Moved, i*i%places)
		if i < f.Active {
			f.Own = bump(f.Own, i*places/f.Active)
		}
	}
	for p := range places {
		f.LikeThen = bump(f.LikeThen, p)
		f.LikeNow = bump(f.LikeNow, p)
	}
	for i := range 6 {
		f.CorrSteps = append(f.CorrSteps, int64(math.Pow(6, float64(i))))
		for k := range 6 {
			f.Corr = append(f.Corr, 1/(1+float32((i-k)*(i-k))))
		}
	}
	for i := range 60 {
		x := float32(i) / 60
		f.Steps = append(f.Steps, 1+8000*x*x*x)
		for k, y := range []float32{1 - 0.5*x, 0.5, 0.8 - 0.3*x*x, 1 - x, 0.99, 0.4 - 0.2*x, 0.1} {
			if k > 2 && k < 5 && i < 40 {
				y = float32(math.NaN())
			}
			f.Curves[k] = append(f.Curves[k], y)
		}
	}
	return f
}

// beginning is a frame of the line at step 0.
func beginning() *hebbian.Frame {
	f := drifting()
	f.World, f.Step, f.Then, f.Order, f.Playing = "line", 0, 0, 0, false
	f.CorrSteps, f.Corr, f.Bands = []int64{0}, wire.Floats{1}, f.Bands[:1]
	f.Steps = f.Steps[:1]
	for i := range f.Curves {
		f.Curves[i] = f.Curves[i][:1]
	}
	return f
}

// dead is a frame of a network in which nothing happens.
func dead() *hebbian.Frame {
	f := beginning()
	f.Trouble = "dead network: every cell is silent everywhere"
	f.Rows, f.Maps, f.Moved, f.Own, f.Active = nil, nil, nil, nil, 0
	clear(f.LikeThen)
	clear(f.LikeNow)
	f.MostLike, f.PV, f.Alike = 0, float32(math.NaN()), float32(math.NaN())
	return f
}

// bump appends a row with a peak, around a ring.
func bump(dst []byte, peak int) []byte {
	for p := range places {
		d := min((p-peak+places)%places, (peak-p+places)%places)
		dst = append(dst, byte(255/(1+d*d/4)))
	}
	return dst
}
