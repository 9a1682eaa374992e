package rules

import (
	"math"
	"slices"

	"driftlab/engine/num"
	"driftlab/engine/wire"
)

// Curves are the measures as the picture's curves show them.
func (s *Sim) Curves() *wire.Curves {
	var h wire.Head
	s.draw(&h)
	return &wire.Curves{Step: s.steps, Axis: named("step").Label, Log: true, Steps: wire.Gappy(h.Steps), Charts: wire.Charted(Charts, &h)}
}

// draw fills in the lines of the curves, over the steps of the network that has come farthest.
func (s *Sim) draw(h *wire.Head) {
	far := s.nets[0]
	for _, net := range s.nets {
		if net.Steps() > far.Steps() {
			far = net
		}
	}
	h.Steps = far.Report().Column(h.Steps[:0], column("step"))
	h.Curves = slices.Grow(h.Curves[:0], len(Charts)*Most)[:len(Charts)*Most]
	for c, name := range charted {
		for i := range Most {
			y := &h.Curves[c*Most+i]
			if *y = (*y)[:0]; i < len(s.nets) {
				*y = s.line(*y, i, name, h.Steps)
			}
			for len(*y) < len(h.Steps) {
				*y = append(*y, float32(math.NaN()))
			}
		}
	}
}

// line appends a measure of a network at some of the steps at which there are rows, up to where it diverged.
func (s *Sim) line(y []float32, i int, name string, steps []float32) []float32 {
	r, c := s.nets[i].Report(), column(name)
	last := math.NaN()
	for at := 0; at < len(r.Rows) && len(y) < len(steps); at += r.Width {
		row := r.Rows[at : at+r.Width]
		v := row[c]
		switch {
		case r.Columns[c].Seldom && v != v: // not taken here
		case name == "sum_lambda":
			last = num.Log10(v)
		default:
			last = v
		}
		if float32(row[column("step")]) == steps[len(y)] {
			y = append(y, float32(last))
		}
	}
	return y
}
