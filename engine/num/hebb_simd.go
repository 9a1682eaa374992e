//go:build goexperiment.simd

package num

import "simd/archsimd"

func relaxVector(c *Cells, dt, threshold float32) (moved, size float32) {
	var m, s, zero vec
	k, t := archsimd.BroadcastFloat32x4(dt), archsimd.BroadcastFloat32x4(threshold)
	pu, py, pd, pi, ps, pg := base(c.U), base(c.Y), base(c.Drive), base(c.Inhibition), base(c.Self), base(c.Gain)
	for i, end := 0, 4*len(c.U); i < end; i += bytes {
		u := load(pu, i)
		d := k.Mul(load(pd, i).Sub(u).Sub(load(pi, i).Sub(load(ps, i).Mul(load(py, i)))))
		u = u.Add(d)
		store(pu, i, u)
		over := u.Sub(t)
		store(py, i, over.Mul(load(pg, i)).Masked(over.Greater(zero)))
		m = m.Add(d.Mul(d))
		s = s.Add(u.Mul(u))
	}
	return sum(m), sum(s)
}

func hebbVector(w, y, normal []float32, keep, gain, noise float32) {
	k, g, s := archsimd.BroadcastFloat32x4(keep), archsimd.BroadcastFloat32x4(gain), archsimd.BroadcastFloat32x4(noise)
	pw, py, pn := base(w), base(y), base(normal)
	for i, end := 0, 4*len(w); i < end; i += bytes {
		store(pw, i, k.Mul(load(pw, i)).Add(g.Mul(load(py, i))).Add(s.Mul(load(pn, i))))
	}
}

// keepPositiveVector keeps what is no number, and -0, as the scalar twin does.
func keepPositiveVector(w []float32) {
	var zero vec
	p := base(w)
	for i, end := 0, 4*len(w); i < end; i += bytes {
		v := load(p, i)
		store(p, i, zero.IfElse(v.Less(zero), v))
	}
}
