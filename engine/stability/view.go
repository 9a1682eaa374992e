package stability

import "driftlab/engine/num"

// points is how many points of a trial's way are shown, the first and the last among them.
const points = 24

// A view is the dynamics of a probe: the network that had just learned its task, and what those before
// and after it do with the same digits, in the two dimensions in which that one moves.
type view struct {
	fitted bool
	model  *factorModel // of that network's activities; nil if it did nothing
	paths  [][]float32  // of each network kept: trials x points x latents
	r2     []float64    // of each, the likeness of its activities to these
}

// review does a part of what there is to be done with the networks that were kept, and reports whether there was any:
// the dynamics of each are added to the views, and it answers about all tasks up to its own.
func (c *course) review() bool {
	for i, of := range probes {
		if of >= len(c.kept) {
			continue
		}
		switch v := &c.views[i]; {
		case !v.fitted:
			c.exam.fix(&c.lesson, i)
			v.model, _ = fit(c.exam.fixed[i].r, c.net.H)
			v.fitted = true
			return true
		case len(v.paths) < len(c.kept):
			c.addPath(v, i, c.kept[len(v.paths)])
			return true
		}
	}
	if k := len(c.scores); k < len(c.kept) {
		copy(c.net.Theta, c.kept[k])
		of := len(c.coming)
		c.exam.sit(&c.lesson, of)
		if c.coming = append(c.coming, c.exam.score(&c.lesson)); of == k {
			c.scores, c.coming = append(c.scores, c.coming), nil
		}
		return true
	}
	return false
}

// addPath adds what a network does to the view of a probe.
func (c *course) addPath(v *view, probe int, theta []float32) {
	e := c.exam
	e.fix(&c.lesson, probe)
	copy(c.net.Theta, theta)
	e.sit(&c.lesson, probes[probe])
	b, x := e.desk.batch, make([]float32, c.net.H)
	path := make([]float32, 0, b.Trials*points*latents)
	for s := range b.Trials {
		last := int(b.Steps[s]) - 1
		for i := range points {
			x = e.pass.AppendR(x[:0], c.net, i*last/(points-1), s)
			var z [latents]float64
			if v.model != nil {
				z = v.model.latent(x)
			}
			path = append(path, float32(z[0]), float32(z[1]))
		}
	}
	e.r = e.activities(&c.lesson, e.r[:0])
	v.paths, v.r2 = append(v.paths, path), append(v.r2, likeness(e.fixed[probe].r, e.r))
}

// extent is the range of the latents of the view's own network, and 0, wider by half of it on all
// sides.
func (v *view) extent(own int) (lo, hi float32) {
	for _, z := range v.paths[own] {
		if num.Finite(z) {
			lo, hi = min(lo, z), max(hi, z)
		}
	}
	wider := float32((hi - lo) / 2)
	return lo - wider, hi + wider
}
