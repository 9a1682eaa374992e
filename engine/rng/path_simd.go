//go:build goexperiment.simd

package rng

import (
	"simd/archsimd"
	"unsafe"
)

type (
	words = archsimd.Uint32x4
	vec   = archsimd.Float32x4
)

// The vector path fills dst with the generator's words, as bits, and then makes numbers of
// them in place: two small loops keep their constants at hand where one would not. The
// loops walk pointers, as those of package num do.

func all(bits uint32) words { return archsimd.BroadcastUint32x4(bits) }

func every(v float32) vec { return archsimd.BroadcastFloat32x4(v) }

func load(p unsafe.Pointer, at int) words {
	return archsimd.LoadUint32x4Array((*[4]uint32)(unsafe.Add(p, 16*at)))
}

func store(p unsafe.Pointer, at int, w words) { w.StoreArray((*[4]uint32)(unsafe.Add(p, 16*at))) }

// mix is one half of a round: x += y, y = rot(y) ^ x.
func mix(x, y words, left uint64) (words, words) {
	x = x.Add(y)
	return x, y.ShiftAllLeft(left).Or(y.ShiftAllRight(32 - left)).Xor(x)
}

// fill writes whole groups of words, from group g on: four blocks at a time, one in each
// lane. Thirteen rounds, written out, for a key (k0, k1, 0, 0).
func fill(dst []float32, key [4]uint32, g uint32, step uint64) {
	k4 := parity ^ key[0] ^ key[1]
	c0, c1, c4 := all(key[0]), all(key[1]), all(k4)
	c41, c02, c13 := all(k4+1), all(key[0]+2), all(key[1]+3)
	counter := archsimd.LoadUint32x4Array(&[4]uint32{0, 1, 2, 3}).Add(all(4 * g)).Add(c0)
	// This half of the first round is the same in all blocks.
	low, high := mix(all(uint32(step)), all(uint32(step>>32)), 26)

	p := unsafe.Pointer(unsafe.SliceData(dst))
	for n := len(dst) / group; n > 0; n-- {
		x0, x1 := mix(counter, c1, 10)
		x2, x3 := low, high
		x0, x3 = mix(x0, x3, 11)
		x2, x1 = mix(x2, x1, 21)
		x0, x1 = mix(x0, x1, 13)
		x2, x3 = mix(x2, x3, 27)
		x0, x3 = mix(x0, x3, 23)
		x2, x1 = mix(x2, x1, 5)
		x0, x3 = x0.Add(c1), x3.Add(c41)

		x0, x1 = mix(x0, x1, 6)
		x2, x3 = mix(x2, x3, 20)
		x0, x3 = mix(x0, x3, 17)
		x2, x1 = mix(x2, x1, 11)
		x0, x1 = mix(x0, x1, 25)
		x2, x3 = mix(x2, x3, 10)
		x0, x3 = mix(x0, x3, 18)
		x2, x1 = mix(x2, x1, 20)
		x2, x3 = x2.Add(c4), x3.Add(c02)

		x0, x1 = mix(x0, x1, 10)
		x2, x3 = mix(x2, x3, 26)
		x0, x3 = mix(x0, x3, 11)
		x2, x1 = mix(x2, x1, 21)
		x0, x1 = mix(x0, x1, 13)
		x2, x3 = mix(x2, x3, 27)
		x0, x3 = mix(x0, x3, 23)
		x2, x1 = mix(x2, x1, 5)
		x1, x2, x3 = x1.Add(c4), x2.Add(c0), x3.Add(c13)

		x0, x1 = mix(x0, x1, 6)
		x2, x3 = mix(x2, x3, 20)
		store(p, 0, x0)
		store(p, 1, x1)
		store(p, 2, x2)
		store(p, 3, x3)
		p, counter = unsafe.Add(p, 4*group), counter.Add(all(4))
	}
}

// upper turns the upper 24 bits of a word into a float. They fit an int32, which all
// machines convert in one instruction.
func upper(w words) vec { return w.ShiftAllRight(8).BitsToInt32().ConvertToFloat32() }

func uniformsVector(dst []float32, key [4]uint32, g uint32, step uint64) {
	fill(dst, key, g, step)
	p := unsafe.Pointer(unsafe.SliceData(dst))
	for n := len(dst) / 4; n > 0; n-- {
		store(p, 0, upper(load(p, 0)).Mul(every(unit)).ToBits())
		p = unsafe.Add(p, 16)
	}
}

func normalsVector(dst []float32, key [4]uint32, g uint32, step uint64) {
	fill(dst, key, g, step)
	p := unsafe.Pointer(unsafe.SliceData(dst))
	for n := len(dst) / group; n > 0; n-- {
		boxMullers(p)
		p = unsafe.Add(p, 4*group)
	}
}

// boxMullers is boxMuller for a group: words 0 and 1 of four blocks, then 2 and 3.
func boxMullers(p unsafe.Pointer) {
	one := all(1)
	w, v := load(p, 0), load(p, 1)
	x, y := load(p, 2), load(p, 3)

	// logUnit
	w = w.ShiftAllRight(8).Add(one).BitsToInt32().ConvertToFloat32().Mul(every(unit)).ToBits().Sub(all(sqrtHalf))
	x = x.ShiftAllRight(8).Add(one).BitsToInt32().ConvertToFloat32().Mul(every(unit)).ToBits().Sub(all(sqrtHalf))
	d, e := w.BitsToInt32().ShiftAllRight(23).ConvertToFloat32(), x.BitsToInt32().ShiftAllRight(23).ConvertToFloat32()
	f := w.And(all(1<<23 - 1)).Add(all(sqrtHalf)).BitsToFloat32().Sub(every(1))
	g := x.And(all(1<<23 - 1)).Add(all(sqrtHalf)).BitsToFloat32().Sub(every(1))
	l, m := every(log0).Mul(f).Add(every(log1)), every(log0).Mul(g).Add(every(log1))
	l, m = l.Mul(f).Add(every(log2)), m.Mul(g).Add(every(log2))
	l, m = l.Mul(f).Add(every(log3)), m.Mul(g).Add(every(log3))
	l, m = l.Mul(f).Add(every(log4)), m.Mul(g).Add(every(log4))
	l, m = l.Mul(f).Add(every(log5)), m.Mul(g).Add(every(log5))
	l, m = l.Mul(f).Add(every(log6)), m.Mul(g).Add(every(log6))
	l, m = l.Mul(f).Add(every(log7)), m.Mul(g).Add(every(log7))
	l, m = l.Mul(f).Add(every(log8)), m.Mul(g).Add(every(log8))
	ff, gg := f.Mul(f), g.Mul(g)
	l, m = l.Mul(f).Mul(ff), m.Mul(g).Mul(gg)
	l, m = l.Add(d.Mul(every(ln2Low))), m.Add(e.Mul(every(ln2Low)))
	l, m = l.Sub(every(0.5).Mul(ff)), m.Sub(every(0.5).Mul(gg))
	l, m = f.Add(l).Add(d.Mul(every(ln2High))), g.Add(m).Add(e.Mul(every(ln2High)))
	l, m = l.Mul(every(-2)).Sqrt(), m.Mul(every(-2)).Sqrt()

	a := upper(v.ShiftAllLeft(2)).Mul(every(unit)).Sub(every(0.5)).Mul(every(halfPi))
	b := upper(y.ShiftAllLeft(2)).Mul(every(unit)).Sub(every(0.5)).Mul(every(halfPi))
	aa, bb := a.Mul(a), b.Mul(b)
	s, t := every(sin0).Mul(aa).Add(every(sin1)), every(sin0).Mul(bb).Add(every(sin1))
	s, t = s.Mul(aa).Add(every(sin2)), t.Mul(bb).Add(every(sin2))
	s, t = s.Mul(aa).Mul(a).Add(a), t.Mul(bb).Mul(b).Add(b)
	c, k := every(cos0).Mul(aa).Add(every(cos1)), every(cos0).Mul(bb).Add(every(cos1))
	c, k = c.Mul(aa).Add(every(cos2)), k.Mul(bb).Add(every(cos2))
	c, k = c.Mul(aa).Mul(aa).Sub(every(0.5).Mul(aa)).Add(every(1)), k.Mul(bb).Mul(bb).Sub(every(0.5).Mul(bb)).Add(every(1))
	turn(p, l, c.ToBits(), s.ToBits(), v.ShiftAllRight(30))
	turn(unsafe.Add(p, 32), m, k.ToBits(), t.ToBits(), y.ShiftAllRight(30))
}

// turn moves the cosine and the sine of an angle into quadrant q and stores r times both.
func turn(p unsafe.Pointer, r vec, c, s, q words) {
	one, two := all(1), all(2)
	odd := q.And(one).Equal(one)
	s, c = c.IfElse(odd, s), s.IfElse(odd, c)
	c = c.Xor(q.Add(one).And(two).ShiftAllLeft(30))
	s = s.Xor(q.And(two).ShiftAllLeft(30))
	store(p, 0, r.Mul(c.BitsToFloat32()).ToBits())
	store(p, 1, r.Mul(s.BitsToFloat32()).ToBits())
}
