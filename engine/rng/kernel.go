package rng

import "math"

// Constants of the kernels; the polynomials are those of Cephes' single precision
// log, sin and cos (Moshier).
const (
	unit   = 1.0 / (1 << 24)
	halfPi = math.Pi / 2

	log0, log1, log2 = 7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1
	log3, log4, log5 = -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1
	log6, log7, log8 = 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1
	ln2Low, ln2High  = -2.12194440e-4, 0.693359375
	sqrtHalf         = 0x3f3504f3 // the bits of sqrt(1/2)

	sin0, sin1, sin2 = -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1
	cos0, cos1, cos2 = 2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2
)

// words16 fills out with group g of a stream.
func words16(out *[group]uint32, key [4]uint32, g uint32, step uint64) {
	for lane := range uint32(4) {
		x := threefry4x32(rounds, [4]uint32{4*g + lane, 0, uint32(step), uint32(step >> 32)}, key)
		for w := range x {
			out[4*uint32(w)+lane] = x[w]
		}
	}
}

// uniformsScalar fills whole groups of dst, from group g on, with uniforms.
func uniformsScalar(dst []float32, key [4]uint32, g uint32, step uint64) {
	var words [group]uint32
	for at := 0; at < len(dst); at += group {
		words16(&words, key, g, step)
		for i, w := range words {
			dst[at+i] = float32(w>>8) * unit
		}
		g++
	}
}

// normalsScalar fills whole groups of dst, from group g on, with normals: words 0 and 1
// of a block make the normals of words 0 and 1, words 2 and 3 those of 2 and 3.
func normalsScalar(dst []float32, key [4]uint32, g uint32, step uint64) {
	var words [group]uint32
	for at := 0; at < len(dst); at += group {
		words16(&words, key, g, step)
		out := dst[at : at+group]
		for half := 0; half < group; half += 8 {
			for lane := half; lane < half+4; lane++ {
				out[lane], out[lane+4] = boxMuller(words[lane], words[lane+4])
			}
		}
		g++
	}
}

// boxMuller turns two words into two independent normals:
// sqrt(-2 log u) (cos, sin)(2 pi v - pi/4), u in (0, 1], v in [0, 1).
func boxMuller(u, v uint32) (float32, float32) {
	r := float32(math.Sqrt(float64(float32(-2 * logUnit(float32(u>>8+1)*unit)))))

	// Two bits of v choose the quadrant, the rest the angle a within it, |a| <= pi/4.
	a := float32(float32(float32(float32(v<<2>>8)*unit)-0.5) * halfPi)
	z := float32(a * a)
	s := float32(sin0*z) + sin1
	s = float32(s*z) + sin2
	s = float32(float32(s*z)*a) + a
	c := float32(cos0*z) + cos1
	c = float32(c*z) + cos2
	c = float32(float32(c*z)*z) - float32(0.5*z)
	c += 1

	q := v >> 30
	if q&1 != 0 {
		s, c = c, s
	}
	c = flip(c, (q+1)&2)
	s = flip(s, q&2)
	return float32(r * c), float32(r * s)
}

// flip changes the sign of x if bit 1 of b is set.
func flip(x float32, b uint32) float32 {
	return math.Float32frombits(math.Float32bits(x) ^ b<<30)
}

// logUnit is the natural logarithm of u in (0, 1].
func logUnit(u float32) float32 {
	bits := math.Float32bits(u) - sqrtHalf
	e := float32(int32(bits) >> 23)
	f := math.Float32frombits(bits&(1<<23-1)+sqrtHalf) - 1
	z := float32(f * f)
	p := float32(log0*f) + log1
	p = float32(p*f) + log2
	p = float32(p*f) + log3
	p = float32(p*f) + log4
	p = float32(p*f) + log5
	p = float32(p*f) + log6
	p = float32(p*f) + log7
	p = float32(p*f) + log8
	p = float32(float32(p*f) * z)
	p += float32(e * ln2Low)
	p -= float32(0.5 * z)
	return f + p + float32(e*ln2High)
}
