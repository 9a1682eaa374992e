//go:build goexperiment.simd

package num

func attract(a *Attract, w *Weights) {
	if !Ready() {
		attractScalar(a, w)
		return
	}
	var zero vec
	one, rate, eps := all4(1), all4(a.Rate), all4(a.Epsilon)
	b1, d1, b2, d2 := all4(a.Beta1), all4(1-a.Beta1), all4(a.Beta2), all4(1-a.Beta2)
	a1, gamma, lambda := all4(a.A1), all4(a.Gamma), all4(a.Lambda)
	slope, threshold, penalty := all4(a.Slope), all4(a.Threshold), all4(a.Penalty)
	ofGradient, ofStep, sloped, penal, pulled := a.Where == OfGradient, a.Where == OfStep, a.Slope != 0, a.Penalty != 0, a.Threshold != 0
	pw, pg, pm, pv, pf, pa := base(w.W), base(w.Grad), base(w.M), base(w.V), base(w.Fisher), base(w.Anchor)
	for i, end := 0, 4*len(w.W); i < end; i += bytes {
		x, g := load(pw, i), load(pg, i)
		away := x.Sub(a1)
		if sloped {
			g = g.Add(signedVector(slope, x))
		}
		if penal {
			g = g.Add(penalty.Mul(load(pf, i)).Mul(x.Sub(load(pa, i))))
		}
		var f vec
		if ofGradient || ofStep {
			f = lambda.Mul(one.Sub(expVector(zero.Sub(gamma.Mul(away.Mul(away))))))
		}
		if ofGradient {
			g = f.Mul(g).IfElse(away.Mul(g).Less(zero), g)
		}
		m := flushVector(b1.Mul(load(pm, i)).Add(d1.Mul(g)))
		v := flushVector(b2.Mul(load(pv, i)).Add(d2.Mul(g.Mul(g))))
		store(pm, i, m)
		store(pv, i, v)
		d := rate.Mul(m).Div(v.Sqrt().Add(eps))
		if ofStep {
			d = f.Mul(d).IfElse(away.Mul(d).Less(zero), d)
		}
		x = x.Sub(d)
		if pulled {
			x = zero.IfElse(x.Abs().LessEqual(threshold), x.Sub(signedVector(threshold, x)))
		}
		store(pw, i, x)
	}
}

// signedVector is signed for four numbers.
func signedVector(v, x vec) vec {
	var zero vec
	return v.IfElse(x.Greater(zero), zero.Sub(v).IfElse(x.Less(zero), zero))
}
