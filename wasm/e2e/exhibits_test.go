package e2e

import (
	"fmt"
	"testing"
)

// Every exhibit opens, draws, moves and changes its picture.
func TestExhibits(t *testing.T) {
	for _, scene := range exhibits() {
		t.Run(scene, func(t *testing.T) {
			t.Parallel()
			p := open(t, "#v=1&scene="+scene)
			if got := p.text(`driftlab.state().scene`); got != scene {
				t.Errorf("the exhibit is %q", got)
			}
			p.wait(fmt.Sprintf(`driftlab.state().step > %d`, some(scene)/25))
			p.run(`driftlab.pause()`)
			one := p.drawn()
			p.is(`driftlab.state().playing === false`)
			step := p.number(`driftlab.state().step`)
			p.run(fmt.Sprintf(`driftlab.step(%d)`, some(scene)))
			if got := p.number(`driftlab.state().step`); got != step+float64(some(scene)) {
				t.Errorf("%d steps after %v is %v", some(scene), step, got)
			}
			p.repaints(one)
			if one := p.file("png"); len(one) < 10_000 {
				t.Errorf("a picture of %d bytes shows nothing", len(one))
			}
		})
	}
}

// some is how many steps make another picture: those of sweep are whole runs.
func some(scene string) int {
	if scene == "sweep" {
		return 5
	}
	return 500
}

// Opening another exhibit ends the worker of the one before.
func TestWorkers(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2")
	p.workers(1)
	for range 3 {
		for _, scene := range exhibits() {
			p.run(`driftlab.open(` + quote(scene) + `)`)
			p.is(`driftlab.state().scene === ` + quote(scene))
		}
	}
	p.workers(1)
	p.visit("about:blank")
	p.workers(0)
}
