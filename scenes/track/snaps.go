package track

import (
	"slices"

	"driftlab/engine/track"
	"driftlab/render"
	"driftlab/render/plot"
)

// mostSnaps is how many snapshots a frame may bring.
const mostSnaps = 8

// snaps draws the snapshots of the rate maps as small multiples, all in one order.
type snaps struct {
	facets   render.Facets
	maps     [mostSnaps]render.Matrix
	index    []int // of each, into CorrSteps
	labels   [mostSnaps]string
	steps    [mostSnaps]int64
	subtitle string
	ordered  int64
}

// receive words the labels, anew only where a step has changed.
func (k *snaps) receive(f *track.Frame) {
	n := min(len(f.Snaps), mostSnaps)
	k.index = k.index[:0]
	for i := range n {
		m := &f.Snaps[i]
		k.index = append(k.index, m.Index)
		k.maps[i].Cells, k.maps[i].Rows, k.maps[i].Cols = m.Cells, len(m.Rows), f.Bins
		if k.labels[i] == "" || k.steps[i] != m.Step {
			k.steps[i], k.labels[i] = m.Step, "step "+plot.Short(float64(m.Step))
		}
	}
	k.facets.Labels, k.facets.Chosen = k.labels[:n], slices.Index(k.index, f.Order)
	if f.Order >= 0 && f.Order < len(f.CorrSteps) {
		if step := f.CorrSteps[f.Order]; k.subtitle == "" || step != k.ordered {
			k.ordered, k.subtitle = step, "units in the order of step "+plot.Short(float64(step))
		}
	}
}

// over is the snapshot under the pointer, an index into CorrSteps, or -1.
func (k *snaps) over(p render.Pointer, b plot.Box) int {
	if i := k.facets.Over(p, b); i >= 0 {
		return k.index[i]
	}
	return -1
}

// draw shows them all, and frames the one that is picked here or elsewhere.
func (k *snaps) draw(c *render.Canvas, pick int, b plot.Box) {
	k.facets.Draw(c, c.Panel(b, k.subtitle, "Drift"), slices.Index(k.index, pick), func(i int, b plot.Box) {
		c.Fill(b, plot.Viridis[0])
		k.maps[i].Draw(c, b)
	})
}
