package num

import "math"

// Constants of the row functions: Cephes' single precision exp and log (Moshier).
const (
	exp0, exp1, exp2          = 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3
	exp3, exp4, exp5          = 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1
	ln2High, ln2Low           = 0.693359375, -2.12194440e-4
	expMost, expLeast         = 88, -87
	log0, log1, log2          = 7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1
	log3, log4, log5          = -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1
	log6, log7, log8          = 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1
	sqrtHalf                  = 0x3f3504f3 // the bits of sqrt(1/2)
	smallestNormal    float32 = 1.17549435e-38
)

// ExpRow writes e^x to dst, to two units in the last place; x is taken as if within
// [-87, 88], where float32 neither overflows nor loses bits, and a NaN gives no number of
// use. Lengths are equal and multiples of Lanes; dst may be x.
func ExpRow(dst, x []float32) {
	check(len(dst), len(x))
	expRow(dst, x)
}

// TanhRow writes tanh x = 1 - 2/(e^2x + 1) to dst, with an absolute error below 2e-7. A NaN
// stays one.
func TanhRow(dst, x []float32) {
	check(len(dst), len(x))
	tanhRow(dst, x)
}

// LogRow writes the natural logarithm of x to dst; x below the smallest normal float
// counts as that. The relative error is below 2e-7 away from 1.
func LogRow(dst, x []float32) {
	check(len(dst), len(x))
	logRow(dst, x)
}

// Softmax turns the first n entries of x into e^x_i / sum_k e^x_k, largest first taken
// off; len(x) is n rounded up, and what is beyond n becomes 0.
func Softmax(x []float32, n int) {
	if n < 1 || Pad(n) != len(x) {
		panic("num: length is not n rounded up")
	}
	for i := n; i < len(x); i++ {
		x[i] = x[0]
	}
	expBelow(x)
	clear(x[n:])
	overSum(x)
}

// expBelowScalar turns x into e^(x_i - most), most being the largest of the four lanes'.
func expBelowScalar(x []float32) {
	m := [Lanes]float32(x)
	for i, v := range x {
		m[i%Lanes] = larger(v, m[i%Lanes])
	}
	most := larger(larger(m[0], m[2]), larger(m[1], m[3]))
	for i, v := range x {
		x[i] = expOne(v - most)
	}
}

// larger is v if it is larger than m, else m, which may be no number.
func larger(v, m float32) float32 {
	if v > m {
		return v
	}
	return m
}

// overSumScalar divides x by its sum.
func overSumScalar(x []float32) {
	var lane [Lanes]float32
	for i, v := range x {
		lane[i%Lanes] += v
	}
	sum := (lane[0] + lane[2]) + (lane[1] + lane[3])
	for i := range x {
		x[i] /= sum
	}
}

func expRowScalar(dst, x []float32) {
	for i, v := range x[:len(dst)] {
		dst[i] = expOne(v)
	}
}

func tanhRowScalar(dst, x []float32) {
	for i, v := range x[:len(dst)] {
		if v == v {
			v = 1 - 2/(expOne(float32(2*v))+1)
		}
		dst[i] = v
	}
}

func logRowScalar(dst, x []float32) {
	for i, v := range x[:len(dst)] {
		dst[i] = logOne(v)
	}
}

// expOne: x = k ln 2 + r, a polynomial in r, and k into the exponent.
func expOne(x float32) float32 {
	if x > expMost {
		x = expMost
	}
	if !(x >= expLeast) {
		x = expLeast
	}
	k := float32(math.Floor(float64(float32(x*math.Log2E) + 0.5)))
	r := x - float32(k*ln2High)
	r -= float32(k * ln2Low)
	p := float32(exp0*r) + exp1
	p = float32(p*r) + exp2
	p = float32(p*r) + exp3
	p = float32(p*r) + exp4
	p = float32(p*r) + exp5
	p = float32(p*float32(r*r)) + r
	p++
	return math.Float32frombits(math.Float32bits(p) + uint32(int32(k))<<23)
}

// logOne: x = 2^e (1 + f), a polynomial in f.
func logOne(x float32) float32 {
	if !(x >= smallestNormal) {
		x = smallestNormal
	}
	bits := math.Float32bits(x) - sqrtHalf
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
