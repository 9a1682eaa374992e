//go:build goexperiment.simd

package num

import "simd/archsimd"

func pull(a *Attract, w *Weights) {
	if !Ready() {
		pullScalar(a, w)
		return
	}
	slope, penalty := all4(a.Slope), all4(a.Penalty)
	pw, pg, pf, pa := base(w.W), base(w.Grad), base(w.Fisher), base(w.Anchor)
	end := 4 * len(w.W)
	if a.Slope != 0 {
		for i := 0; i < end; i += bytes {
			store(pg, i, load(pg, i).Add(signedVector(slope, load(pw, i))))
		}
	}
	if a.Penalty != 0 {
		for i := 0; i < end; i += bytes {
			store(pg, i, load(pg, i).Add(penalty.Mul(load(pf, i)).Mul(load(pw, i).Sub(load(pa, i)))))
		}
	}
}

func yield(a *Attract, g, w []float32) {
	if !Ready() {
		yieldScalar(a, g, w)
		return
	}
	var zero vec
	one, big, low := all4(1), all4(toWhole), all4(least)
	c1, c2, c3, c4, c5 := all4(two1), all4(two2), all4(two3), all4(two4), all4(two5)
	a1, c, lambda := all4(a.A1), all4(a.steepness()), all4(a.Lambda)
	pg, pw := base(g), base(w)
	for i, end := 0, 4*len(w); i < end; i += bytes {
		d, g := load(pw, i).Sub(a1), load(pg, i)
		y := c.Mul(d.Mul(d))
		t := y.Add(big)
		r := y.Sub(t.Sub(big))
		p := c5.Mul(r).Add(c4)
		p = p.Mul(r).Add(c3)
		p = p.Mul(r).Add(c2)
		p = p.Mul(r).Add(c1)
		p = p.Mul(r).Add(one)
		e := p.ToBits().Add(t.ToBits().ShiftAllLeft(23)).And(y.GreaterEqual(low).ToInt32x4().ToBits()).BitsToFloat32()
		f := lambda.Sub(lambda.Mul(e))
		store(pg, i, f.Mul(g).IfElse(d.Mul(g).Less(zero), g))
	}
}

func follow(a *Attract, w *Weights, take bool) {
	if !Ready() {
		followScalar(a, w, take)
		return
	}
	rate, eps, tiny, size := all4(a.Rate), all4(a.Epsilon), all4(faint), archsimd.BroadcastUint32x4(1<<31-1)
	b1, d1, b2, d2 := all4(a.Beta1), all4(1-a.Beta1), all4(a.Beta2), all4(1-a.Beta2)
	pw, pg, pm, pv := base(w.W), base(w.Grad), base(w.M), base(w.V)
	for i, end := 0, 4*len(w.W); i < end; i += bytes {
		g := load(pg, i)
		m := b1.Mul(load(pm, i)).Add(d1.Mul(g))
		m = without(m, m.ToBits().And(size).BitsToFloat32().LessEqual(tiny))
		v := b2.Mul(load(pv, i)).Add(d2.Mul(g.Mul(g)))
		v = without(v, v.LessEqual(tiny))
		store(pm, i, m)
		store(pv, i, v)
		d := rate.Mul(m).Div(v.Sqrt().Add(eps))
		if take {
			store(pw, i, load(pw, i).Sub(d))
		} else {
			store(pg, i, d)
		}
	}
}

func land(a *Attract, w *Weights) {
	if !Ready() {
		landScalar(a, w)
		return
	}
	var zero vec
	threshold, pulled := all4(a.Threshold), a.Threshold != 0
	pw, pg := base(w.W), base(w.Grad)
	for i, end := 0, 4*len(w.W); i < end; i += bytes {
		x := load(pw, i).Sub(load(pg, i))
		if pulled {
			x = zero.IfElse(x.Abs().LessEqual(threshold), x.Sub(signedVector(threshold, x)))
		}
		store(pw, i, x)
	}
}

// without is x, and 0 where something is so: what IfElse would do in more instructions.
func without(x vec, so archsimd.Mask32x4) vec {
	return x.ToBits().AndNot(so.ToInt32x4().ToBits()).BitsToFloat32()
}

// signedVector is signed for four numbers.
func signedVector(v, x vec) vec {
	var zero vec
	return v.IfElse(x.Greater(zero), zero.Sub(v).IfElse(x.Less(zero), zero))
}
