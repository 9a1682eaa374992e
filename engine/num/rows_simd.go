//go:build goexperiment.simd

package num

import (
	"math"
	"simd/archsimd"
)

func all4(x float32) vec { return archsimd.BroadcastFloat32x4(x) }

func adam(a *Adam, theta, grad, m, v []float32) {
	if !Ready() {
		adamScalar(a, theta, grad, m, v)
		return
	}
	rate, eps := all4(a.Rate), all4(a.Epsilon)
	b1, d1, b2, d2 := all4(a.Beta1), all4(1-a.Beta1), all4(a.Beta2), all4(1-a.Beta2)
	c1, c2 := all4(a.Correction1), all4(a.Correction2)
	pt, pg, pm, pv := base(theta), base(grad), base(m), base(v)
	for i, end := 0, 4*len(theta); i < end; i += bytes {
		g := load(pg, i)
		mi := flushVector(b1.Mul(load(pm, i)).Add(d1.Mul(g)))
		vi := flushVector(b2.Mul(load(pv, i)).Add(d2.Mul(g.Mul(g))))
		store(pm, i, mi)
		store(pv, i, vi)
		store(pt, i, load(pt, i).Sub(rate.Mul(mi.Div(c1)).Div(vi.Div(c2).Sqrt().Add(eps))))
	}
}

func rmsprop(r *RMSprop, theta, grad, v []float32) {
	if !Ready() {
		rmspropScalar(r, theta, grad, v)
		return
	}
	rate, eps, a, d := all4(r.Rate), all4(r.Epsilon), all4(r.Alpha), all4(1-r.Alpha)
	pt, pg, pv := base(theta), base(grad), base(v)
	for i, end := 0, 4*len(theta); i < end; i += bytes {
		g := load(pg, i)
		vi := flushVector(a.Mul(load(pv, i)).Add(d.Mul(g.Mul(g))))
		store(pv, i, vi)
		store(pt, i, load(pt, i).Sub(rate.Mul(g).Div(vi.Sqrt().Add(eps))))
	}
}

// flushVector is flush for four numbers.
func flushVector(x vec) vec {
	var zero vec
	return zero.IfElse(x.Abs().LessEqual(all4(faint)), x)
}

func expRow(dst, x []float32) {
	if !Ready() {
		expRowScalar(dst, x)
		return
	}
	pd, px := base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		store(pd, i, expVector(load(px, i)))
	}
}

func tanhRow(dst, x []float32) {
	if !Ready() {
		tanhRowScalar(dst, x)
		return
	}
	one, two := all4(1), all4(2)
	pd, px := base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		v := load(px, i)
		store(pd, i, one.Sub(two.Div(expVector(two.Mul(v)).Add(one))).IfElse(v.Equal(v), v))
	}
}

func logRow(dst, x []float32) {
	if !Ready() {
		logRowScalar(dst, x)
		return
	}
	pd, px := base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		store(pd, i, logVector(load(px, i)))
	}
}

func expBelow(x []float32) {
	if !Ready() {
		expBelowScalar(x)
		return
	}
	p, end := base(x), 4*len(x)
	m := load(p, 0)
	for i := 0; i < end; i += bytes {
		v := load(p, i)
		m = v.IfElse(v.Greater(m), m)
	}
	most := all4(larger(larger(m.GetElem(0), m.GetElem(2)), larger(m.GetElem(1), m.GetElem(3))))
	for i := 0; i < end; i += bytes {
		store(p, i, expVector(load(p, i).Sub(most)))
	}
}

func overSum(x []float32) {
	if !Ready() {
		overSumScalar(x)
		return
	}
	var s vec
	p, end := base(x), 4*len(x)
	for i := 0; i < end; i += bytes {
		s = s.Add(load(p, i))
	}
	all := all4(sum(s))
	for i := 0; i < end; i += bytes {
		store(p, i, load(p, i).Div(all))
	}
}

// expVector is expOne for four numbers.
func expVector(x vec) vec {
	most, least := all4(expMost), all4(expLeast)
	x = most.IfElse(x.Greater(most), x)
	x = x.IfElse(x.GreaterEqual(least), least)
	k := x.Mul(all4(math.Log2E)).Add(all4(0.5)).Floor()
	r := x.Sub(k.Mul(all4(ln2High))).Sub(k.Mul(all4(ln2Low)))
	p := all4(exp0).Mul(r).Add(all4(exp1))
	p = p.Mul(r).Add(all4(exp2))
	p = p.Mul(r).Add(all4(exp3))
	p = p.Mul(r).Add(all4(exp4))
	p = p.Mul(r).Add(all4(exp5))
	p = p.Mul(r.Mul(r)).Add(r).Add(all4(1))
	return p.ToBits().Add(k.ConvertToInt32().ToBits().ShiftAllLeft(23)).BitsToFloat32()
}

// logVector is logOne for four numbers.
func logVector(x vec) vec {
	least := all4(smallestNormal)
	x = x.IfElse(x.GreaterEqual(least), least)
	bits := x.ToBits().Sub(archsimd.BroadcastUint32x4(sqrtHalf))
	e := bits.BitsToInt32().ShiftAllRight(23).ConvertToFloat32()
	f := bits.And(archsimd.BroadcastUint32x4(1<<23 - 1)).Add(archsimd.BroadcastUint32x4(sqrtHalf)).BitsToFloat32().Sub(all4(1))
	z := f.Mul(f)
	p := all4(log0).Mul(f).Add(all4(log1))
	p = p.Mul(f).Add(all4(log2))
	p = p.Mul(f).Add(all4(log3))
	p = p.Mul(f).Add(all4(log4))
	p = p.Mul(f).Add(all4(log5))
	p = p.Mul(f).Add(all4(log6))
	p = p.Mul(f).Add(all4(log7))
	p = p.Mul(f).Add(all4(log8))
	p = p.Mul(f).Mul(z).Add(e.Mul(all4(ln2Low))).Sub(all4(0.5).Mul(z))
	return f.Add(p).Add(e.Mul(all4(ln2High)))
}
