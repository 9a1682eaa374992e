package e2e

import "testing"

// A walker of each rule is dropped from the form, and what is wrong with a place is said there; the
// others know the left minimum alone.
func TestMinimaDrop(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=minima&paused=1&noise=0&walkers=5")
	form := `document.querySelector("[data-exhibit=minima] [data-poke]")`
	before := p.drawn()
	p.run(form + `.requestSubmit()`)
	p.repaints(before)
	p.run(form + `.elements.x.value = "7"`)
	p.run(form + `.requestSubmit()`)
	p.says("#minima-poke-wrong", "x: 7 is outside [-2, 2]")
	p.run(`driftlab.step(300)`)
	p.says(".caption", "Under replay 5 walkers hopped not once in 300 steps")
}

// Walkers that fly off are named, with what to do.
func TestMinimaFlyOff(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=minima&rate=0.2&noise=5&barrier=1&play=1")
	p.wait(`!driftlab.state().playing`)
	p.says("#problem", "Under replay a walker flew off at step ")
	p.says("#problem", "Lower the learning rate, the noise or the barrier, and restart.")
}
