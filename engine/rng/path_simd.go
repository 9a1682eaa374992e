//go:build goexperiment.simd

package rng

import "simd/archsimd"

type (
	words = archsimd.Uint32x4
	vec   = archsimd.Float32x4
)

// mix is one half of a round: x += y, y = rot(y) ^ x.
func mix(x, y words, left uint64) (words, words) {
	x = x.Add(y)
	return x, y.ShiftAllLeft(left).Or(y.ShiftAllRight(32 - left)).Xor(x)
}

// blocks computes the four blocks of group g, one in each lane; word w of all lanes is
// out[w]. Thirteen rounds, written out.
func blocks(key *[4]uint32, g uint32, step uint64) (x0, x1, x2, x3 words) {
	k0, k1 := archsimd.BroadcastUint32x4(key[0]), archsimd.BroadcastUint32x4(key[1])
	k2, k3 := archsimd.BroadcastUint32x4(key[2]), archsimd.BroadcastUint32x4(key[3])
	k4 := archsimd.BroadcastUint32x4(parity ^ key[0] ^ key[1] ^ key[2] ^ key[3])
	lanes := [4]uint32{4 * g, 4*g + 1, 4*g + 2, 4*g + 3}

	x0 = archsimd.LoadUint32x4Array(&lanes).Add(k0)
	x1 = k1
	x2 = archsimd.BroadcastUint32x4(uint32(step)).Add(k2)
	x3 = archsimd.BroadcastUint32x4(uint32(step >> 32)).Add(k3)

	x0, x1 = mix(x0, x1, 10)
	x2, x3 = mix(x2, x3, 26)
	x0, x3 = mix(x0, x3, 11)
	x2, x1 = mix(x2, x1, 21)
	x0, x1 = mix(x0, x1, 13)
	x2, x3 = mix(x2, x3, 27)
	x0, x3 = mix(x0, x3, 23)
	x2, x1 = mix(x2, x1, 5)
	x0, x1, x2, x3 = x0.Add(k1), x1.Add(k2), x2.Add(k3), x3.Add(k4).Add(archsimd.BroadcastUint32x4(1))

	x0, x1 = mix(x0, x1, 6)
	x2, x3 = mix(x2, x3, 20)
	x0, x3 = mix(x0, x3, 17)
	x2, x1 = mix(x2, x1, 11)
	x0, x1 = mix(x0, x1, 25)
	x2, x3 = mix(x2, x3, 10)
	x0, x3 = mix(x0, x3, 18)
	x2, x1 = mix(x2, x1, 20)
	x0, x1, x2, x3 = x0.Add(k2), x1.Add(k3), x2.Add(k4), x3.Add(k0).Add(archsimd.BroadcastUint32x4(2))

	x0, x1 = mix(x0, x1, 10)
	x2, x3 = mix(x2, x3, 26)
	x0, x3 = mix(x0, x3, 11)
	x2, x1 = mix(x2, x1, 21)
	x0, x1 = mix(x0, x1, 13)
	x2, x3 = mix(x2, x3, 27)
	x0, x3 = mix(x0, x3, 23)
	x2, x1 = mix(x2, x1, 5)
	x0, x1, x2, x3 = x0.Add(k3), x1.Add(k4), x2.Add(k0), x3.Add(k1).Add(archsimd.BroadcastUint32x4(3))

	x0, x1 = mix(x0, x1, 6)
	x2, x3 = mix(x2, x3, 20)
	return x0, x1, x2, x3
}

func put(dst []float32, v vec) { v.StoreArray((*[4]float32)(dst)) }

// unitOf turns the upper 24 bits of a word into a float in [0, 1). They fit an int32,
// which all machines convert in one instruction.
func unitOf(w words) vec {
	return w.ShiftAllRight(8).BitsToInt32().ConvertToFloat32().Mul(archsimd.BroadcastFloat32x4(unit))
}

func uniformsVector(dst []float32, key [4]uint32, g uint32, step uint64) {
	for ; len(dst) >= group; dst = dst[group:] {
		x0, x1, x2, x3 := blocks(&key, g, step)
		put(dst, unitOf(x0))
		put(dst[4:], unitOf(x1))
		put(dst[8:], unitOf(x2))
		put(dst[12:], unitOf(x3))
		g++
	}
}

func normalsVector(dst []float32, key [4]uint32, g uint32, step uint64) {
	for ; len(dst) >= group; dst = dst[group:] {
		x0, x1, x2, x3 := blocks(&key, g, step)
		boxMuller4(dst, x0, x1)
		boxMuller4(dst[8:], x2, x3)
		g++
	}
}

// boxMuller4 is boxMuller for four pairs of words: eight normals.
func boxMuller4(dst []float32, u, v words) {
	r := logUnit4(u.ShiftAllRight(8).Add(archsimd.BroadcastUint32x4(1)).BitsToInt32().ConvertToFloat32().Mul(archsimd.BroadcastFloat32x4(unit)))
	r = r.Mul(archsimd.BroadcastFloat32x4(-2)).Sqrt()

	a := unitOf(v.ShiftAllLeft(2)).Sub(archsimd.BroadcastFloat32x4(0.5)).Mul(archsimd.BroadcastFloat32x4(halfPi))
	z := a.Mul(a)
	s := archsimd.BroadcastFloat32x4(sin0).Mul(z).Add(archsimd.BroadcastFloat32x4(sin1))
	s = s.Mul(z).Add(archsimd.BroadcastFloat32x4(sin2))
	s = s.Mul(z).Mul(a).Add(a)
	c := archsimd.BroadcastFloat32x4(cos0).Mul(z).Add(archsimd.BroadcastFloat32x4(cos1))
	c = c.Mul(z).Add(archsimd.BroadcastFloat32x4(cos2))
	c = c.Mul(z).Mul(z).Sub(archsimd.BroadcastFloat32x4(0.5).Mul(z)).Add(archsimd.BroadcastFloat32x4(1))

	one, two := archsimd.BroadcastUint32x4(1), archsimd.BroadcastUint32x4(2)
	q := v.ShiftAllRight(30)
	odd := q.And(one).Equal(one)
	sb, cb := s.ToBits(), c.ToBits()
	s, c = cb.IfElse(odd, sb).BitsToFloat32(), sb.IfElse(odd, cb).BitsToFloat32()
	c = c.ToBits().Xor(q.Add(one).And(two).ShiftAllLeft(30)).BitsToFloat32()
	s = s.ToBits().Xor(q.And(two).ShiftAllLeft(30)).BitsToFloat32()
	put(dst, r.Mul(c))
	put(dst[4:], r.Mul(s))
}

// logUnit4 is logUnit for four numbers.
func logUnit4(u vec) vec {
	bits := u.ToBits().Sub(archsimd.BroadcastUint32x4(sqrtHalf))
	e := bits.BitsToInt32().ShiftAllRight(23).ConvertToFloat32()
	f := bits.And(archsimd.BroadcastUint32x4(1<<23 - 1)).Add(archsimd.BroadcastUint32x4(sqrtHalf)).BitsToFloat32().Sub(archsimd.BroadcastFloat32x4(1))
	z := f.Mul(f)
	p := archsimd.BroadcastFloat32x4(log0).Mul(f).Add(archsimd.BroadcastFloat32x4(log1))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log2))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log3))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log4))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log5))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log6))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log7))
	p = p.Mul(f).Add(archsimd.BroadcastFloat32x4(log8))
	p = p.Mul(f).Mul(z)
	p = p.Add(e.Mul(archsimd.BroadcastFloat32x4(ln2Low)))
	p = p.Sub(archsimd.BroadcastFloat32x4(0.5).Mul(z))
	return f.Add(p).Add(e.Mul(archsimd.BroadcastFloat32x4(ln2High)))
}
