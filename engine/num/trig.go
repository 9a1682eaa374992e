package num

import "math"

// Sincos is the sine and the cosine of x, |x| up to 1e6, to an absolute error below 1e-15
// and, unlike math.Sincos, to the same bits on every machine: x = k pi/2 + r, and Taylor
// polynomials in r, |r| <= pi/4.
func Sincos(x float64) (sin, cos float64) {
	// pi/2 in three parts, of which the first two times k are exact.
	const high, middle = 0x1.921fb544p0, 0x1.0b4611a6p-34
	const low = math.Pi/2 - high - middle
	k := math.Floor(float64(x*(2/math.Pi)) + 0.5)
	r := x - float64(k*high) - float64(k*middle) - float64(k*low)
	z := float64(r * r)
	sin, cos = 1, 1
	for i := 16.0; i > 0; i -= 2 {
		sin = 1 - float64(float64(z*sin)/float64(i*(i+1)))
		cos = 1 - float64(float64(z*cos)/float64(i*(i-1)))
	}
	sin = float64(r * sin)
	switch int64(k) & 3 {
	case 1:
		return cos, -sin
	case 2:
		return -sin, -cos
	case 3:
		return -cos, sin
	}
	return sin, cos
}
