package stability

import "driftlab/engine/num"

// points is how many points of a trial's way are shown, the first and the last among them.
const points = 24

// A view is the dynamics of a probe: the network that had just learned its task, and what those before
// and after it do with the same digits, in the two dimensions in which that one moves.
type view struct {
	r     []float32    // its activities: trials x steps x units; nil before
	model *factorModel // of these; nil if it did nothing
	paths [][]float32  // of each network kept: trials x points x latents
	r2    []float64    // of each, the likeness of its activities to these
}

// review asks the newest of the kept networks that were not yet asked about one task more; after the
// last its score stands, and its dynamics are added to the views.
func (c *course) review() {
	k := len(c.scores)
	copy(c.net.Theta, c.kept[k])
	if of := len(c.coming); of <= k {
		c.exam.sit(c, of)
		c.coming = append(c.coming, c.exam.score(c))
		return
	}
	c.scores, c.coming = append(c.scores, c.coming), nil
	for i, of := range probes {
		switch v := &c.views[i]; {
		case k == of:
			c.exam.sit(c, of)
			v.r = c.exam.activities(c, nil)
			v.model, _ = fit(v.r, c.net.H)
			for _, earlier := range c.kept[:k+1] {
				c.addPath(v, of, earlier)
			}
		case k > of:
			c.addPath(v, of, c.kept[k])
		}
	}
}

// addPath adds what a network does to a view.
func (c *course) addPath(v *view, of int, theta []float32) {
	copy(c.net.Theta, theta)
	c.exam.sit(c, of)
	b, x := c.exam.desk.batch, make([]float32, c.net.H)
	path := make([]float32, 0, b.Trials*points*latents)
	for s := range b.Trials {
		last := int(b.Steps[s]) - 1
		for i := range points {
			for j := range x {
				x[j] = c.exam.pass.R(c.net, i*last/(points-1), s, j)
			}
			var z [latents]float64
			if v.model != nil {
				z = v.model.latent(x)
			}
			path = append(path, float32(z[0]), float32(z[1]))
		}
	}
	c.exam.r = c.exam.activities(c, c.exam.r[:0])
	v.paths, v.r2 = append(v.paths, path), append(v.r2, likeness(v.r, c.exam.r))
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
