//go:build goexperiment.simd

package rng

import (
	"math"
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

// spread holds the constants of boxMullers, each in all lanes: one load, where making a
// vector of a number takes three instructions.
var spread = [...][4]uint32{
	kUnit: four(unit), kOne: four(1), kHalf: four(0.5), kMinusTwo: four(-2), kHalfPi: four(halfPi),
	kLog0: four(log0), kLog1: four(log1), kLog2: four(log2), kLog3: four(log3), kLog4: four(log4),
	kLog5: four(log5), kLog6: four(log6), kLog7: four(log7), kLog8: four(log8),
	kLn2Low: four(ln2Low), kLn2High: four(ln2High),
	kSin0: four(sin0), kSin1: four(sin1), kSin2: four(sin2), kCos0: four(cos0), kCos1: four(cos1), kCos2: four(cos2),
	kSqrtHalf: {sqrtHalf, sqrtHalf, sqrtHalf, sqrtHalf}, kMantissa: {mantissa, mantissa, mantissa, mantissa},
	kBit: {1, 1, 1, 1}, kSecondBit: {2, 2, 2, 2},
}

const (
	kUnit = iota
	kOne
	kHalf
	kMinusTwo
	kHalfPi
	kLog0
	kLog1
	kLog2
	kLog3
	kLog4
	kLog5
	kLog6
	kLog7
	kLog8
	kLn2Low
	kLn2High
	kSin0
	kSin1
	kSin2
	kCos0
	kCos1
	kCos2
	kSqrtHalf
	kMantissa
	kBit
	kSecondBit
)

const mantissa = 1<<23 - 1

func four(v float32) [4]uint32 {
	b := math.Float32bits(v)
	return [4]uint32{b, b, b, b}
}

// of is a constant of the table.
func of(tab unsafe.Pointer, which int) vec { return load(tab, which).BitsToFloat32() }

func normalsVector(dst []float32, key [4]uint32, g uint32, step uint64) {
	fill(dst, key, g, step)
	boxMullers(unsafe.Pointer(unsafe.SliceData(dst)), unsafe.Pointer(&spread), len(dst)/group)
}

// boxMullers is boxMuller for so many groups: words 0 and 1 of four blocks, then 2 and 3.
func boxMullers(p, tab unsafe.Pointer, groups int) {
	for ; groups > 0; groups-- {
		w, v := load(p, 0), load(p, 1)
		x, y := load(p, 2), load(p, 3)

		// logUnit
		w = w.ShiftAllRight(8).Add(of(tab, kBit).ToBits()).BitsToInt32().ConvertToFloat32().Mul(of(tab, kUnit)).ToBits().Sub(of(tab, kSqrtHalf).ToBits())
		x = x.ShiftAllRight(8).Add(of(tab, kBit).ToBits()).BitsToInt32().ConvertToFloat32().Mul(of(tab, kUnit)).ToBits().Sub(of(tab, kSqrtHalf).ToBits())
		d, e := w.BitsToInt32().ShiftAllRight(23).ConvertToFloat32(), x.BitsToInt32().ShiftAllRight(23).ConvertToFloat32()
		f := w.And(of(tab, kMantissa).ToBits()).Add(of(tab, kSqrtHalf).ToBits()).BitsToFloat32().Sub(of(tab, kOne))
		g := x.And(of(tab, kMantissa).ToBits()).Add(of(tab, kSqrtHalf).ToBits()).BitsToFloat32().Sub(of(tab, kOne))
		l, m := of(tab, kLog0).Mul(f).Add(of(tab, kLog1)), of(tab, kLog0).Mul(g).Add(of(tab, kLog1))
		l, m = l.Mul(f).Add(of(tab, kLog2)), m.Mul(g).Add(of(tab, kLog2))
		l, m = l.Mul(f).Add(of(tab, kLog3)), m.Mul(g).Add(of(tab, kLog3))
		l, m = l.Mul(f).Add(of(tab, kLog4)), m.Mul(g).Add(of(tab, kLog4))
		l, m = l.Mul(f).Add(of(tab, kLog5)), m.Mul(g).Add(of(tab, kLog5))
		l, m = l.Mul(f).Add(of(tab, kLog6)), m.Mul(g).Add(of(tab, kLog6))
		l, m = l.Mul(f).Add(of(tab, kLog7)), m.Mul(g).Add(of(tab, kLog7))
		l, m = l.Mul(f).Add(of(tab, kLog8)), m.Mul(g).Add(of(tab, kLog8))
		ff, gg := f.Mul(f), g.Mul(g)
		l, m = l.Mul(f).Mul(ff), m.Mul(g).Mul(gg)
		l, m = l.Add(d.Mul(of(tab, kLn2Low))), m.Add(e.Mul(of(tab, kLn2Low)))
		l, m = l.Sub(of(tab, kHalf).Mul(ff)), m.Sub(of(tab, kHalf).Mul(gg))
		l, m = f.Add(l).Add(d.Mul(of(tab, kLn2High))), g.Add(m).Add(e.Mul(of(tab, kLn2High)))
		l, m = l.Mul(of(tab, kMinusTwo)).Sqrt(), m.Mul(of(tab, kMinusTwo)).Sqrt()

		a := upper(v.ShiftAllLeft(2)).Mul(of(tab, kUnit)).Sub(of(tab, kHalf)).Mul(of(tab, kHalfPi))
		b := upper(y.ShiftAllLeft(2)).Mul(of(tab, kUnit)).Sub(of(tab, kHalf)).Mul(of(tab, kHalfPi))
		aa, bb := a.Mul(a), b.Mul(b)
		s, t := of(tab, kSin0).Mul(aa).Add(of(tab, kSin1)), of(tab, kSin0).Mul(bb).Add(of(tab, kSin1))
		s, t = s.Mul(aa).Add(of(tab, kSin2)), t.Mul(bb).Add(of(tab, kSin2))
		s, t = s.Mul(aa).Mul(a).Add(a), t.Mul(bb).Mul(b).Add(b)
		c, k := of(tab, kCos0).Mul(aa).Add(of(tab, kCos1)), of(tab, kCos0).Mul(bb).Add(of(tab, kCos1))
		c, k = c.Mul(aa).Add(of(tab, kCos2)), k.Mul(bb).Add(of(tab, kCos2))
		c, k = c.Mul(aa).Mul(aa).Sub(of(tab, kHalf).Mul(aa)).Add(of(tab, kOne)), k.Mul(bb).Mul(bb).Sub(of(tab, kHalf).Mul(bb)).Add(of(tab, kOne))
		turn(p, tab, l, c.ToBits(), s.ToBits(), v.ShiftAllRight(30))
		turn(unsafe.Add(p, 32), tab, m, k.ToBits(), t.ToBits(), y.ShiftAllRight(30))
		p = unsafe.Add(p, 4*group)
	}
}

// turn moves the cosine and the sine of an angle into quadrant q and stores r times both.
func turn(p, tab unsafe.Pointer, r vec, c, s, q words) {
	one, two := load(tab, kBit), load(tab, kSecondBit)
	odd := q.And(one).Equal(one)
	s, c = c.IfElse(odd, s), s.IfElse(odd, c)
	c = c.Xor(q.Add(one).And(two).ShiftAllLeft(30))
	s = s.Xor(q.And(two).ShiftAllLeft(30))
	store(p, 0, r.Mul(c.BitsToFloat32()).ToBits())
	store(p, 1, r.Mul(s.BitsToFloat32()).ToBits())
}
