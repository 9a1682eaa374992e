package stability

import (
	"slices"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// A choice is a button that sets a dial.
type choice struct {
	word, dial, value string
	off               string // what it sets if it is in force; empty if nothing
}

// permutations are the buttons of the last row of loops.
var permutations = []choice{
	{"Permute all units", "permute", "all", "none"},
	{"Swap two", "permute", "two", "none"},
}

// choices are the buttons of a panel, from the right.
func (s *Scene) choices(which int) (all [2][]choice) {
	if s.Page.Form == plot.Slim {
		return all
	}
	if which == 0 {
		all[0] = s.digit.probes
	}
	if which == len(s.f.Learners)-1 {
		all[1] = permutations
	}
	return all
}

// on reports whether a button is in force.
func (s *Scene) on(k *choice) bool {
	if k.dial == "permute" {
		return s.f.Permute == k.value
	}
	return s.digit.probe == k.value
}

// eachButton places the buttons of a panel, and returns what they leave for its title.
func (s *Scene) eachButton(c *render.Canvas, which int, b plot.Box, each func(k *choice, button render.Button, at plot.Box)) plot.Box {
	choices := s.choices(which)
	first, _ := render.Button{}.Box(c, b)
	for i := range choices {
		for j := range choices[i] {
			k := &choices[i][j]
			button := render.Button{Word: k.word, On: s.on(k)}
			at, left := button.Box(c, b)
			if left.W < 120 {
				return b
			}
			b, at.Y = left, first.Y
			each(k, button, at)
		}
	}
	return b
}

func (s *Scene) drawButtons(c *render.Canvas, which int, b plot.Box) plot.Box {
	return s.eachButton(c, which, b, func(_ *choice, button render.Button, at plot.Box) { button.Draw(c, at, s.Mouse) })
}

// press is what a click asks for: a button's value, or the next test digit.
func (s *Scene) press(c *render.Canvas) (cmd wire.Command, ok bool) {
	for i, at := range s.places() {
		b := s.Page.Boxes[i]
		if b.Empty() || at.kind != loopsKind {
			continue
		}
		s.eachButton(c, i, b, func(k *choice, _ render.Button, at plot.Box) {
			if !s.Mouse.Over(at) {
				return
			}
			value := k.value
			if s.on(k) && k.off != "" {
				value = k.off
			}
			cmd, ok = picture.Set(k.dial, value), true
		})
	}
	return cmd, ok
}

// choose makes the buttons for the probes.
func choose(names []string) (all []choice) {
	for _, name := range slices.Backward(names) {
		all = append(all, choice{word: name, dial: "probe", value: name})
	}
	return all
}
