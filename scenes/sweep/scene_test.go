package sweep_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"driftlab/engine/sweep"
	"driftlab/render"
	"driftlab/scenes/scenetest"
	scene "driftlab/scenes/sweep"
)

// frames are those that the exhibit may send.
func frames() map[string]*sweep.Frame {
	return map[string]*sweep.Frame{
		"none": empty(100), "some": filled(37, 100, all), "done": filled(616, 616, all), "precomputed": precomputed(), "shard": sharded(),
		"broken": broken(), "one": filled(40, 60, only(sweep.GD, sweep.UpdateNoise)), "unnoised": filled(30, 30, only(sweep.GD, sweep.NoNoise)),
	}
}

func TestScene(t *testing.T) {
	all := map[string][]byte{}
	for name, f := range frames() {
		all[name] = encoded(t, f)
	}
	scenetest.Run(t, "sweep", all)
}

func TestLayout(t *testing.T) { scenetest.Layout(t, scene.Layout) }

// A small frame has all panels too: embedded, flat or upright, on a telephone's side, on a projector.
func TestSmallFrames(t *testing.T) {
	for _, size := range [][2]float32{{640, 270}, {844, 233}, {1024, 400}, {390, 700}, {390, 560}} {
		if shown := scenetest.Shown(scene.Layout, size[0], size[1]); len(shown) < len(scene.Layout.Panels) {
			t.Errorf("%v: only the panels %v", size, shown)
		}
	}
}

// Clicks ask for runs by their numbers, counted from 1 on, and for those that were done beforehand from −1 down; every run
// can be had.
func TestRunsAreOpened(t *testing.T) {
	for name, f := range map[string]*sweep.Frame{"some": filled(37, 100, all), "shard": sharded(), "precomputed": precomputed()} {
		known := map[int]bool{}
		for _, number := range f.Number {
			n := int(number) + 1
			if f.Precomputed != "" {
				n = -n
			}
			known[n] = false
		}
		for _, cmd := range scenetest.Open(t, "sweep", encoded(t, f)).Clicks(1600, 900, 400) {
			if _, ok := known[cmd.N]; cmd.Kind != "beside" || !ok {
				t.Fatalf("%s: a click asks for %+v", name, cmd)
			}
			known[cmd.N] = true
		}
		for n, asked := range known {
			if !asked {
				t.Errorf("%s: run %d cannot be had", name, n)
			}
		}
	}
}

// A finger's first tap tells of a run, a second one opens it.
func TestTaps(t *testing.T) {
	for name, f := range map[string]*sweep.Frame{"some": filled(37, 100, all), "precomputed": precomputed()} {
		t.Run(name, func(t *testing.T) { scenetest.Taps(t, "sweep", encoded(t, f), 390, 1600) })
	}
}

// What a finger has tapped stays the same run while others come before it, and is let go with the runs that were done
// beforehand.
func TestWhatIsTappedStays(t *testing.T) {
	s := scene.New()
	receive := func(f *sweep.Frame) {
		if err := s.Receive(encoded(t, f)); err != nil {
			t.Fatal(err)
		}
	}
	few, more := filled(20, 40, all), filled(21, 40, all)
	for i := range few.Number {
		few.Number[i]++ // the first one is not done
	}
	receive(few)
	told := scene.Tap(s)
	if told == nil {
		t.Fatal("nothing is told")
	}
	receive(more)
	if now := scene.Rest(s); now == nil || now[0] == "" || strings.SplitN(now[0], ":", 2)[0] != strings.SplitN(told[0], ":", 2)[0] {
		t.Errorf("it told %q, and now %q", told, now)
	}
	receive(precomputed())
	if now := scene.Rest(s); now != nil {
		t.Errorf("of a run that is not there it tells %q", now)
	}
}

// The words beside the pointer name the run that a click there opens, and tell how it ended.
func TestRunsAreTold(t *testing.T) {
	f := filled(150, 150, all)
	f.Outcome[0] = sweep.Failed // its line is there, as far as it was told
	s := scene.New()
	if err := s.Receive(encoded(t, f)); err != nil {
		t.Fatal(err)
	}
	told := map[byte]bool{}
	for at := range 240 * 135 {
		cmd, said := scene.Click(s, float32(at%240)*6.66, float32(at/240)*6.66)
		if cmd.Kind == "" {
			if said != nil {
				t.Fatalf("where a click does nothing it says %q", said)
			}
			continue
		}
		outcome := f.Outcome[cmd.N-1]
		told[outcome] = true
		if want := fmt.Sprintf("Run %d: ", cmd.N-1); !strings.HasPrefix(said[0], want) || !strings.HasPrefix(said[2], sweep.Outcomes[outcome]) {
			t.Fatalf("run %d, which %s: %q", cmd.N-1, sweep.Outcomes[outcome], said)
		}
	}
	if len(told) != len(sweep.Outcomes) {
		t.Errorf("outcomes that are told of: %v", told)
	}
}

// Another frame leaves nothing behind: what a scene shows of it is what a new one shows.
func TestAnotherFrame(t *testing.T) {
	old := scene.New()
	for name, f := range frames() {
		fresh := scene.New()
		for _, s := range []*scene.Scene{old, fresh} {
			if err := s.Receive(encoded(t, f)); err != nil {
				t.Fatal(err)
			}
		}
		a, b := scene.Sheet(old, 900, 620, "", render.Pointer{}), scene.Sheet(fresh, 900, 620, "", render.Pointer{})
		if !bytes.Equal(a.Pixels.Pix, b.Pixels.Pix) {
			t.Errorf("%s: the picture depends on the frame before", name)
		}
	}
}
