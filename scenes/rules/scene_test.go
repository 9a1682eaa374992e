package rules_test

import (
	"math"
	"testing"

	"driftlab/engine/rules"
	"driftlab/engine/track"
	"driftlab/engine/wire"
	scene "driftlab/scenes/rules"
	"driftlab/scenes/scenetest"
)

const bins = 50

func TestScene(t *testing.T) {
	scenetest.Run(t, "rules", map[string][]byte{
		"four": encoded(t, drifting(4)), "two": encoded(t, beginning()), "diverged": encoded(t, diverged()),
		"places": encoded(t, travelling()),
	})
}

func TestLayout(t *testing.T) {
	for i := range scene.Layouts {
		scenetest.Layout(t, &scene.Layouts[i])
	}
}

func encoded(t *testing.T, f *rules.Frame) []byte {
	t.Helper()
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// drifting is a frame of n networks that grow sparse, each at its own speed.
func drifting(n int) *rules.Frame {
	f := &rules.Frame{
		Head: wire.Head{Run: 1, Step: 20000, Playing: true, Curves: make([]wire.Floats, len(rules.Charts)*rules.Most)},
		Task: "track", Bins: bins, Places: track.OnePlace,
	}
	does := []string{"gd, η 0.4, update noise 0.028", "gd, η 0.4, label noise 1", "adam, η 0.001, no noise", "gd, η 0.4, no noise"}
	for i := range n {
		net := rules.Net{Does: does[i], Units: 40, Active: 10 + 8*i, Maps: track.Maps{Step: f.Step, Index: -1}}
		for unit := range net.Active {
			net.Maps.Rows = append(net.Maps.Rows, unit)
			for bin := range bins {
				d := bin - unit*bins/net.Active
				net.Maps.Cells = append(net.Maps.Cells, byte(255/(1+d*d/6)))
			}
		}
		net.Maps.Place = net.Active
		net.Begins = wire.Floats{100 * float32(i+1)}
		if i == 1 {
			net.Begins = append(net.Begins, 4000)
		}
		f.Nets = append(f.Nets, net)
	}
	for k := range 60 {
		x := float32(k) / 59
		f.Steps = append(f.Steps, float32(math.Expm1(float64(x)*9.9)))
		for i := range rules.Most {
			fall := 1 - x*float32(n-i)/float32(n+1)
			for chart, y := range []float32{-3 * x * fall, fall, fall / 2, 1 + x*float32(i), 3 - x*float32(i), -400 * x * fall} {
				if i >= n {
					y = float32(math.NaN())
				}
				c := &f.Curves[chart*rules.Most+i]
				*c = append(*c, y)
			}
		}
	}
	return f
}

// beginning is a frame of two networks on random samples at step 0.
func beginning() *rules.Frame {
	f := drifting(2)
	f.Task, f.Step, f.Playing = "random", 0, false
	f.Steps = f.Steps[:1]
	for i := range f.Curves {
		f.Curves[i] = f.Curves[i][:1]
	}
	return f
}

// travelling is a frame of three networks in two places by turns.
func travelling() *rules.Frame {
	f := drifting(3)
	f.Places, f.Stay = track.Turns, 1000
	for i := range f.Nets {
		for k := range track.Looks {
			x := float32(k+1) / track.Looks
			f.Nets[i].Away = append(f.Nets[i].Away, 1-x*float32(3-i)/4)
			f.Nets[i].Here = append(f.Nets[i].Here, 1-x*float32(3-i)/8)
		}
	}
	return f
}

// diverged is a frame of three networks, one of which has diverged.
func diverged() *rules.Frame {
	f := drifting(3)
	f.Nets[1].Wrong = "diverged at step 312: the loss is no longer a number"
	f.Nets[1].Maps, f.Nets[1].Active = track.Maps{Step: 312, Index: -1}, 0
	for chart := range rules.Charts {
		y := f.Curves[chart*rules.Most+1]
		for k := 20; k < len(y); k++ {
			y[k] = float32(math.NaN())
		}
	}
	return f
}
