package stability_test

import (
	"bytes"
	"math"
	"testing"

	"driftlab/engine/stability"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/scenes/scenetest"
	scene "driftlab/scenes/stability"
)

const (
	hidden = 12
	trials = 20
	points = 12
	steps  = 30
)

func TestScene(t *testing.T) {
	scenetest.Run(t, "stability", map[string][]byte{
		"learned": encoded(t, learned()), "beginning": encoded(t, beginning()), "permuted": encoded(t, permuted()),
		"alone": encoded(t, alone()), "drawn": encoded(t, drawn()),
	})
}

func TestLayout(t *testing.T) {
	for i := range scene.Layouts {
		scenetest.Layout(t, &scene.Layouts[i])
	}
}

// Buttons choose the probe and a permutation, and take it back; nothing else asks for anything.
func TestButtons(t *testing.T) {
	for name, c := range map[string]struct {
		frame *stability.Frame
		want  []string
	}{
		"learned":  {learned(), []string{"probe=4v5", "probe=1v7", "permute=two", "permute=all"}},
		"permuted": {permuted(), []string{"probe=4v5", "probe=1v7", "permute=two", "permute=none"}},
		"alone":    {alone(), []string{"probe=4v5", "probe=1v7", "permute=two", "permute=all"}},
	} {
		asked := map[string]bool{}
		for _, cmd := range scenetest.Open(t, "stability", encoded(t, c.frame)).Clicks(1100, 800, 200) {
			for dial, value := range cmd.Values {
				asked[dial+"="+value] = true
			}
		}
		for _, want := range c.want {
			if !asked[want] {
				t.Errorf("%s: no click asks for %s", name, want)
			}
		}
		if len(asked) != len(c.want) {
			t.Errorf("%s: clicks ask for %v", name, asked)
		}
	}
}

// The pen moves while the run plays, step by step, comes round and begins again; it stands at the last step
// where the run is paused or little motion is asked for, and goes where the pointer is.
func TestPen(t *testing.T) {
	s := scene.New()
	playing, paused := encoded(t, learned()), encoded(t, alone())
	receive := func(frame []byte) {
		if err := s.Receive(frame); err != nil {
			t.Fatal(err)
		}
	}
	at := func(p render.Pointer) int {
		scene.Tick(s, p)
		return s.Shown()
	}
	receive(playing)
	seen := map[int]bool{}
	for range 400 {
		seen[at(render.Pointer{Seconds: 0.05})] = true
	}
	if len(seen) != steps {
		t.Errorf("%d of %d pen steps are shown", len(seen), steps)
	}
	if got := at(render.Pointer{Seconds: 0.05, Still: true}); got != steps-1 {
		t.Errorf("at step %d where little motion is asked for", got)
	}
	receive(paused)
	if got := at(render.Pointer{Seconds: 0.05}); got != steps-1 {
		t.Errorf("at step %d when paused", got)
	}
	for x := float32(0); x < 1200; x += 3 {
		for y := float32(300); y < 800; y += 40 {
			seen[at(render.Pointer{X: x, Y: y, Inside: true, Touched: true})+1000] = true
		}
	}
	if len(seen) != 2*steps {
		t.Errorf("the pointer chooses %d of %d pen steps", len(seen)-steps, steps)
	}
}

// Another run may come with the number of the last one, as each begins with 1: what stands about its learners is its
// own, wherever it is as far as the last.
func TestAnotherRun(t *testing.T) {
	one, silent, worse := alone(), learned(), learned()
	one.Learners[0].Name, silent.Learners[0].Name = "kfac", "dowm"
	for i := range silent.Learners {
		clear(silent.Learners[i].Paths) // nothing moves
		for k := range worse.Learners[i].Scores {
			worse.Learners[i].Scores[k] -= 0.2
		}
		for _, r := range worse.Learners[i].R2 {
			r[0], r[5] = 0.11, 0.22
		}
	}
	s := scene.New()
	for _, f := range []*stability.Frame{one, silent, learned(), worse} {
		fresh := scene.New()
		for _, s := range []*scene.Scene{s, fresh} {
			if err := s.Receive(encoded(t, f)); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(scene.Pixels(s), scene.Pixels(fresh)) {
			t.Errorf("%s, %d networks: the picture depends on the run before", f.Learners[0].Name, f.Learners[0].Kept)
		}
	}
}

// Where not all networks can be seen, that of the probe and the newest are among those that are.
func TestShownNetworks(t *testing.T) {
	for _, size := range [][2]float32{{1100, 130}, {620, 90}, {400, 100}, {250, 60}, {340, 230}, {120, 40}} {
		for probe := range 3 {
			for newest := range 15 {
				shown := scene.Fit(size[0], size[1], 15, probe, newest)
				found := 0
				for i, k := range shown {
					if k == probe || k == newest && newest > probe {
						found++
					}
					if k < 0 || k > 14 || i > 0 && k <= shown[i-1] {
						t.Fatalf("%v, probe %d, newest %d: %v", size, probe, newest, shown)
					}
				}
				if want := 1 + min(max(newest-probe, 0), 1); found != want {
					t.Errorf("%v: probe %d and newest %d are not both in %v", size, probe, newest, shown)
				}
			}
		}
	}
	if n := len(scene.Fit(1100, 130, 15, 1, 3)); n != 15 {
		t.Errorf("a wide row shows %d", n)
	}
	if n := len(scene.Fit(340, 230, 15, 1, 3)); n != 15 {
		t.Errorf("a telephone shows %d", n)
	}
}

func encoded(t *testing.T, f *stability.Frame) []byte {
	t.Helper()
	b, err := f.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// beginning is a frame before anything is learned.
func beginning() *stability.Frame {
	f := &stability.Frame{
		Head: wire.Head{
			Run: 1, Steps: wire.Floats{0}, Curves: make([]wire.Floats, 2*len(stability.Charts)), Bands: []wire.Band{{Name: "2v3", Phase: 1}},
		},
		Probe: 1, Probes: []int{1, 2}, Units: hidden, Points: points, Permute: "none",
	}
	for i := range f.Curves {
		f.Curves[i] = wire.Floats{0.5}
	}
	for i := range stability.Tasks {
		f.Tasks = append(f.Tasks, stability.Tasks[i].Name)
	}
	for i := range trials {
		f.Answers = append(f.Answers, byte(i%2))
	}
	d := &f.Digit
	d.Label, d.Steps = 4, steps
	for t := range steps - 4 {
		lift := byte(0)
		if t == 12 {
			lift = 1
		}
		d.X, d.Y, d.Lifts = append(d.X, byte(8+t%13)), append(d.Y, byte(4+t*t/40)), append(d.Lifts, lift)
	}
	nothing := float32(math.NaN())
	for i, name := range []string{"ncl", "replay"} {
		l := stability.Learner{Name: name, R2: make([]wire.Floats, 2), Loss: nothing, Permuted: nothing, Energy: nothing}
		l.Now, l.Says = activity(i)
		f.Learners = append(f.Learners, l)
	}
	return f
}

// activity is that of units which are active one after the other, the more out of order the larger the shift.
func activity(shift int) (r, says wire.Floats) {
	for t := range steps {
		for j := range hidden {
			d := float64(t - ((j*(1+2*shift))%hidden)*steps/hidden)
			r = append(r, float32(math.Exp(-d*d/20)*float64(1+j%3)))
		}
		says = append(says, 0.5-float32(t)/float32(2*steps))
	}
	return r, says
}

// learned is a frame of a run that has come to its tenth task: ncl keeps its loops, replay does not.
func learned() *stability.Frame {
	f := beginning()
	const kept = 9
	f.Step, f.Task, f.Playing = 18500, kept, true
	f.Steps = nil
	for i := range f.Curves {
		f.Curves[i] = nil
	}
	for k := range 60 {
		f.Steps = append(f.Steps, float32(k)*300)
		for i := range f.Curves {
			f.Curves[i] = append(f.Curves[i], 0.9-0.3/float32(1+k+i))
		}
	}
	f.Bands = nil
	for k := range kept + 1 {
		f.Bands = append(f.Bands, wire.Band{From: int64(2000 * k), Name: f.Tasks[k], Phase: 1 + int(stability.Tasks[k].Turn)})
	}
	for i := range f.Learners {
		l := &f.Learners[i]
		l.Kept = kept
		l.Lo, l.Hi = -1, 1
		l.Then, l.Said = activity(0)
		l.Now, l.Says = activity(2 * i)
		for k := range kept {
			for task := range f.Tasks {
				v := float32(math.NaN())
				if task <= k {
					v = 0.95 - 0.02*float32(k-task)
				}
				l.Scores = append(l.Scores, v)
			}
			l.Each = append(l.Each, 0.1+0.05*float32(k*i))
			for p, of := range f.Probes {
				r := 1 - float32(max(of-k, k-of)*i)*0.08
				l.R2[p] = append(l.R2[p], max(r, 0))
			}
			l.Paths = append(l.Paths, loop(float64(i*max(k-1, 0))*0.4)...)
		}
	}
	return f
}

// loop is what trials do in a network: arcs of either kind, turned by an angle.
func loop(turn float64) (paths []byte) {
	for s := range trials {
		for p := range points {
			a := turn + float64(s%2)*2.6 + float64(p)/6 + float64(s)/60
			r := 60 * float64(p) / points
			paths = append(paths, byte(127+r*math.Cos(a)), byte(127+r*math.Sin(a)))
		}
	}
	return paths
}

// permuted is the same with all units of either network in other places.
func permuted() *stability.Frame {
	f := learned()
	f.Permute, f.Playing = "all", false
	for i := range f.Learners {
		f.Learners[i].Loss, f.Learners[i].Permuted = 0.231, 0.231
	}
	f.Learners[0].Energy = 1234567
	return f
}

// alone is a frame of one learner, at rest.
func alone() *stability.Frame {
	f := learned()
	f.Learners, f.Playing = f.Learners[:1], false
	return f
}

// drawn is a frame with a visitor's digit, and a network that has diverged.
func drawn() *stability.Frame {
	f := learned()
	f.Digit.Label, f.Playing = -1, false
	f.Trouble = "replay diverged at iteration 18,400: the loss is no longer a number"
	return f
}
