package sticky_test

import (
	"testing"

	"driftlab/engine/sticky"
	"driftlab/render"
	"driftlab/scenes/scenetest"
	scene "driftlab/scenes/sticky"
)

// frames are those that the exhibit may send.
func frames() map[string]*sticky.Frame {
	learned := run(tasks, 10, 3, "control", "sticky", "ewc")
	learned.Shown = 1
	ten := run(20, 20, 1, all()...)
	ten.Shown = 6
	return map[string]*sticky.Frame{
		"learned": learned, "trapped": trapped(), "broken": broken(), "ten": ten,
		"begun": begun("control", "sticky"), "ablation": parts(17), "shared": shares(24), "search": tried(23, "sticky"), "untried": tried(0, ""),
	}
}

// rare are others, of which no pictures are kept.
func rare() map[string]*sticky.Frame {
	return map[string]*sticky.Frame{
		"control": run(tasks, 4, 1, "control", "sticky", "ewc"), "one": run(1, 1, 1, "sticky"), "unshown": unshown(), "nothing": parts(0), "unshared": shares(0),
		"done": shares(36), "flat": flat(),
	}
}

// flat is a frame of a rule that is below an ordinary step everywhere.
func flat() *sticky.Frame {
	f := empty(3, 0.01, 0.01, 0.5)
	follow(f, 1, 1, "sticky")
	return f
}

// every are all of them.
func every() map[string]*sticky.Frame {
	all := rare()
	for name, f := range frames() {
		all[name] = f
	}
	return all
}

// unshown is a frame of methods of which none's weights are shown.
func unshown() *sticky.Frame {
	f := run(tasks, 2, 1, "ewc")
	f.Shown = -1
	return f
}

func TestScene(t *testing.T) {
	all := map[string][]byte{}
	for name, f := range frames() {
		all[name] = encoded(t, f)
	}
	scenetest.Run(t, "sticky", all)
}

func TestLayout(t *testing.T) {
	for _, l := range scene.Layouts() {
		scenetest.Layout(t, l)
	}
}

// Clicks ask for each trial of a search by its number, and for nothing else.
func TestTrialsAreOpened(t *testing.T) {
	const runs = 23
	asked := map[int]bool{}
	for _, cmd := range scenetest.Open(t, "sticky", encoded(t, tried(runs, "sticky"))).Clicks(1280, 720, 300) {
		if cmd.Kind != "beside" || cmd.N < 1 || cmd.N > runs {
			t.Fatalf("a click asks for %+v", cmd)
		}
		asked[cmd.N] = true
	}
	if len(asked) != runs {
		t.Errorf("%d of %d trials are asked for", len(asked), runs)
	}
}

// A finger's first tap tells of a trial, a second one opens it.
func TestTaps(t *testing.T) {
	scenetest.Taps(t, "sticky", encoded(t, tried(23, "sticky")), 390, 1500)
}

// Clicks on the matrices ask for the weights of their methods, those beside the method that is shown; no other grid
// has anything to ask for.
func TestMatricesAreChosen(t *testing.T) {
	params := sticky.Defaults()
	dials, others := params.Dials(), map[string]int{"learned": 2, "ten": 3}
	for name, f := range every() {
		asked := map[string]bool{}
		for _, cmd := range scenetest.Open(t, "sticky", encoded(t, f)).Clicks(1280, 720, 60) {
			if f.Grid == sticky.Search {
				continue
			}
			if cmd.Kind != "set" || len(cmd.Values) != 1 {
				t.Fatalf("%s: a click asks for %+v", name, cmd)
			}
			asked[cmd.Values["weights"]] = true
		}
		for method := range asked {
			if err := dials.Set("weights", method); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if want, ok := others[name]; ok && len(asked) != want || f.Grid != sticky.NoGrid && len(asked) > 0 {
			t.Errorf("%s: clicks ask for the weights of %v", name, asked)
		}
	}
}

// Another frame leaves nothing behind: what a scene shows of it is what a new one shows.
func TestAnotherFrame(t *testing.T) {
	old := scene.New()
	for name, f := range every() {
		fresh := scene.New()
		for _, s := range []*scene.Scene{old, fresh} {
			if err := s.Receive(encoded(t, f)); err != nil {
				t.Fatal(err)
			}
		}
		if string(scene.Pixels(old, render.Pointer{})) != string(scene.Pixels(fresh, render.Pointer{})) {
			t.Errorf("%s: the picture depends on the frame before", name)
		}
	}
}
