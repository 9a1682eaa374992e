package track_test

import (
	"math"
	"slices"
	"testing"

	"driftlab/engine/track"
	"driftlab/engine/wire"
	"driftlab/scenes/scenetest"
	scene "driftlab/scenes/track"
)

const (
	samples = 40
	outputs = 7
	units   = 24
	bins    = 20
)

func TestScene(t *testing.T) {
	frames := map[string][]byte{}
	for name, f := range map[string]*track.Frame{"track": corridor(), "random": random(), "diverged": diverged(), "spectrum": eigenvalues()} {
		frames[name] = encoded(t, f)
	}
	scenetest.Run(t, "track", frames)
}

// A click on the button holds the rows or lets them go; one on a snapshot, or on its row of
// the correlations, asks for its order.
func TestClicksTurnDials(t *testing.T) {
	for name, c := range map[string]struct {
		frame  *track.Frame
		freeze string
	}{"track": {corridor(), "false"}, "random": {random(), "true"}} {
		orders, freezes := map[string]bool{}, 0
		for _, cmd := range scenetest.Open(t, "track", encoded(t, c.frame)).Clicks(1000, 700, 90) {
			if freeze, ok := cmd.Values["freeze"]; ok && freeze == c.freeze {
				freezes++
			} else if order, ok := cmd.Values["order"]; ok {
				orders[order] = true
			} else {
				t.Errorf("%s: %v", name, cmd)
			}
		}
		if freezes == 0 || len(orders) != len(c.frame.CorrSteps) {
			t.Errorf("%s: %d clicks on the button; the orders %v of %d", name, freezes, orders, len(c.frame.CorrSteps))
		}
	}
}

func encoded(t *testing.T, f *track.Frame) []byte {
	t.Helper()
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLayouts(t *testing.T) {
	scenetest.Layout(t, scene.TrackLayout)
	scenetest.Layout(t, scene.RandomLayout)
	scenetest.Layout(t, scene.SpectralLayout)
	const world, matrix, snaps, loss, sparsity = 0, 2, 3, 4, 5
	for _, c := range []struct {
		w, h          float32
		track, random []int
	}{
		{640, 360, []int{world, matrix, snaps, sparsity}, []int{matrix, snaps, sparsity}},
		{900, 360, []int{world, matrix, snaps, loss, sparsity}, []int{matrix, snaps, loss, sparsity}},
		{320, 140, []int{matrix, sparsity}, []int{matrix, sparsity}},
		{390, 600, []int{matrix, sparsity}, []int{matrix, sparsity}},
		{390, 1000, []int{world, matrix, snaps, sparsity}, []int{world, matrix, snaps, sparsity}},
	} {
		if got := scenetest.Shown(scene.TrackLayout, c.w, c.h); !slices.Equal(got, c.track) {
			t.Errorf("the track shows %v on %v x %v, want %v", got, c.w, c.h, c.track)
		}
		if got := scenetest.Shown(scene.RandomLayout, c.w, c.h); !slices.Equal(got, c.random) {
			t.Errorf("the random task shows %v on %v x %v, want %v", got, c.w, c.h, c.random)
		}
	}
}

// random is a frame of the random task, with every curve and map.
func random() *track.Frame {
	f := &track.Frame{
		Head: wire.Head{
			Run: 1, Step: 5000, Playing: true, Curves: make([]wire.Floats, 6),
			Bands: []wire.Band{{From: 0, Phase: 1, Name: "learning"}, {From: 200, Phase: 2, Name: "sparsening"}},
		},
		Task: "random", Least: -1, Samples: samples, Outputs: outputs,
		Units: units, HiddenMax: 2, Bins: bins, Order: 3, Fit: "τ = 1.2k steps", Per: "1 − correlation in 256 steps",
	}
	for t := range samples {
		for o := range outputs {
			v := wave(t*3 + o*5)
			f.Comes = append(f.Comes, v)
			f.Predicts = append(f.Predicts, 0.8*v+0.1)
		}
		for u := range units {
			f.Hidden = append(f.Hidden, byte(128+127*wave(t*u)))
		}
		f.BinOf = append(f.BinOf, byte(t*bins/samples))
	}
	f.Maps = maps(18, 0, 5000)
	for i := range 10 {
		step := int64(math.Pow(2.6, float64(i)))
		f.CorrSteps = append(f.CorrSteps, step)
		if i%3 == 0 {
			f.Snaps = append(f.Snaps, maps(12+i, i, step))
			f.Snaps[len(f.Snaps)-1].Index = i
		}
		for j := range 10 {
			v := 1 / (1 + 0.2*float32((i-j)*(i-j)))
			if i+j == 1 {
				v = float32(math.NaN())
			}
			f.Corr = append(f.Corr, v)
		}
	}
	for i := range 80 {
		x := float32(i) / 80
		f.Steps = append(f.Steps, 1+5000*x*x*x)
		for k, y := range []float32{-2*x + 0.1*wave(i), 1 - 0.6*x, 0.7 - 0.5*x, 0.5 + x, 0.5 - 0.4*x, 0.2 - 0.2*x} {
			f.Curves[k] = append(f.Curves[k], y)
		}
	}
	return f
}

// corridor is a frame of the track, its rows held.
func corridor() *track.Frame {
	f := random()
	f.Task, f.Lx, f.Ly, f.FOV, f.Frozen, f.Held = "track", 1, 14, 0.4, true, 900
	f.Sees = f.Comes
	for i := range 60 {
		f.Wall = append(f.Wall, wave(i))
	}
	for t := range samples {
		f.X = append(f.X, 0.3*wave(t))
		f.Y = append(f.Y, 6*wave(t/3))
		f.Theta = append(f.Theta, 0.5*wave(2*t))
		for range outputs {
			f.HitX, f.HitY = append(f.HitX, 0.5), append(f.HitY, 1)
		}
	}
	return f
}

// diverged is a frame of a network that is lost before it has learned anything.
func diverged() *track.Frame {
	f := corridor()
	f.Trouble, f.Frozen, f.Playing = "The network diverged at step 12.", false, false
	f.Maps = track.Maps{Index: -1}
	f.Snaps, f.Corr, f.CorrSteps, f.Order = nil, nil, nil, -1
	return f
}

// maps are n rate maps whose fields have drifted so far.
func maps(n, drift int, step int64) track.Maps {
	m := track.Maps{Step: step, Index: -1, Place: n}
	for i := range n {
		m.Rows = append(m.Rows, i)
		for b := range bins {
			d := b - (i*bins/n+drift)%bins
			m.Cells = append(m.Cells, byte(255/(1+d*d)))
		}
	}
	return m
}

// wave goes up and down in [-1, 1].
func wave(i int) float32 { return 1 - float32((i*7)%25)/12 }

// eigenvalues is a frame of the spectrum at nine steps.
func eigenvalues() *track.Frame {
	f := random()
	f.Picture, f.Edge, f.Parameter, f.Waiting = "spectrum", 20, 2600, 2
	f.EigenBins, f.EigenTop = 44, 3
	for i := range 9 {
		x := float32(i) / 9
		f.EigenOf = append(f.EigenOf, float32(math.Pow(3, float64(i))))
		f.ZeroRows, f.Rank = append(f.ZeroRows, 0.7*x*x), append(f.Rank, 0.3-0.2*x)
		f.Sum, f.MeanLog, f.Largest = append(f.Sum, 2.2-x), append(f.MeanLog, -1.5-x), append(f.Largest, 5+14*x)
	}
	for bin := range f.EigenBins {
		for i := range f.EigenOf {
			d := float32(bin - 14 - i)
			f.Eigen = append(f.Eigen, byte(200/(1+d*d/40)))
		}
	}
	return f
}
