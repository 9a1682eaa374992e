package valley_test

import (
	"maps"
	"math"
	"testing"

	"driftlab/engine/valley"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/scenes/scenetest"
	scene "driftlab/scenes/valley"
)

func TestScene(t *testing.T) {
	surface, crowd := frame(30), frame(300)
	surface.Picture, surface.Azimuth = "surface", 30
	crowd.NoTheory, crowd.Trouble = "no theory with this noise", "All walkers have left the valley."
	frames := map[string][]byte{}
	for name, f := range map[string]*valley.Frame{"map": frame(30), "surface": surface, "crowd": crowd} {
		frames[name] = encoded(t, f)
	}
	scenetest.Run(t, "valley", frames)
}

func encoded(t *testing.T, f *valley.Frame) []byte {
	t.Helper()
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Clicks all over the map drop walkers all over the valley, on the surface too.
func TestClicksDropWalkers(t *testing.T) {
	for _, picture := range []string{"map", "surface"} {
		f := frame(30)
		f.Picture = picture
		var lo, hi float32
		clicks := scenetest.Open(t, "valley", encoded(t, f)).Clicks(1000, 700, 60)
		for _, cmd := range clicks {
			if cmd.Kind != "poke" || !(max(cmd.X, -cmd.X, cmd.Y, -cmd.Y) <= 3) {
				t.Errorf("%s: %v", picture, cmd)
			}
			lo, hi = min(lo, cmd.X, cmd.Y), max(hi, cmd.X, cmd.Y)
		}
		if len(clicks) < 300 || lo > -2.8 || hi < 2.8 {
			t.Errorf("%s: %d clicks from %v to %v", picture, len(clicks), lo, hi)
		}
	}
}

// A drag turns the surface at once, and the engine hears of it when the hand lets go: also
// one so fast that within a tick it has left the surface.
func TestDragTurnsTheSurface(t *testing.T) {
	f := frame(30)
	f.Picture, f.Azimuth, f.Tilt = "surface", 170, 75
	for _, c := range []struct {
		x, dx   float32
		azimuth string
	}{{200, -50, "-170"}, {313, 50, "150"}} {
		s := scenetest.Open(t, "valley", encoded(t, f))
		hand := render.Pointer{X: c.x, Y: 120, Inside: true, Down: true, Touched: true, DX: c.dx, DY: 40}
		if cmd, ok := s.Update(644, 290, hand); ok {
			t.Errorf("while it is dragged: %v", cmd)
		}
		hand.Down, hand.DX, hand.DY = false, 0, 0
		want := map[string]string{"azimuth": c.azimuth, "tilt": "80"}
		if cmd, ok := s.Update(644, 290, hand); !ok || cmd.Kind != "set" || !maps.Equal(cmd.Values, want) {
			t.Errorf("let go at %v: %v, want %v", c.x, cmd, want)
		}
	}
}

func TestLayout(t *testing.T) {
	scenetest.Layout(t, scene.Layout)
	for _, c := range []struct {
		w, h float32
		want int // panels
	}{{640, 360, 4}, {640, 200, 2}, {330, 320, 1}, {390, 844, 4}, {220, 320, 2}} {
		if got := scenetest.Shown(scene.Layout, c.w, c.h); len(got) != c.want {
			t.Errorf("%v x %v shows %v, want %d panels", c.w, c.h, got, c.want)
		}
	}
}

// frame is a crowd of n walkers along the floor, some of them beyond the map, and one that
// was dropped.
func frame(n int) *valley.Frame {
	nan := float32(math.NaN())
	f := &valley.Frame{
		Head: wire.Head{Run: 1, Step: 400, Playing: true, Curves: make([]wire.Floats, 4)},
		Kind: "update", Rate: 0.1, Noise: 0.1, Picture: "map", Azimuth: 20, Tilt: 35,
		Dropped: 1, TrailLen: 12, StartX: []float32{0.1, 1.5}, StartY: []float32{2.5, -0.7},
		HistMax: 4, End: 2.2, Been: 3,
	}
	for i := range n {
		f.X = append(f.X, 0.3*wave(i))
		f.Y = append(f.Y, 3.4*wave(3*i))
	}
	f.X[n-1], f.Y[n-1] = 1.2, -0.5
	for i := range 8 {
		f.TrailOf = append(f.TrailOf, i)
		for j := range f.TrailLen {
			if i == 0 && j < 4 {
				f.TrailX, f.TrailY = append(f.TrailX, nan), append(f.TrailY, nan)
				continue
			}
			back := float32(f.TrailLen-1-j) / 20
			f.TrailX, f.TrailY = append(f.TrailX, f.X[i]+back), append(f.TrailY, f.Y[i]-back)
		}
	}
	for i := range 100 {
		x := float32(i) / 100
		f.Steps = append(f.Steps, 4*float32(i))
		for k, y := range []float32{1 - 0.7*x, 1 / (1 + 2*x), float32(math.Log10(6 / (1 + 5*float64(x)))), (1.5 - 3*x) / math.Ln10} {
			f.Curves[k] = append(f.Curves[k], y)
		}
	}
	f.DriftSpan = 3
	for i := range 12 {
		x := 0.25*float32(i) + 0.125
		f.Drift, f.DriftErr, f.DriftTheory = append(f.Drift, -1/x+0.1*wave(i)), append(f.DriftErr, 0.1), append(f.DriftTheory, -1/x)
	}
	f.Drift[11], f.DriftErr[11] = nan, nan
	for i := range 40 {
		f.Hist = append(f.Hist, 1/float32(3+i))
	}
	return f
}

// wave goes up and down in [-1, 1].
func wave(i int) float32 { return 1 - float32((i*7)%25)/12 }
