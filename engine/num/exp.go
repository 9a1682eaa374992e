package num

import "math"

// ln 2 in two parts: whole numbers up to 2^20 times the first are exact.
const ln2Upper, ln2Lower = 6.93147180369123816490e-01, 1.90821492927058770002e-10

// Exp is e^x, to a relative error below 1e-13 and, unlike math.Exp, to the same bits on
// every machine: x = k ln 2 + r, and a Taylor polynomial in r.
func Exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	if x > 700 {
		return math.Inf(1)
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := x - float64(k*ln2Upper) - float64(k*ln2Lower)
	sum := 1.0
	for i := 13.0; i > 0; i-- {
		sum = 1 + float64(float64(r*sum)/i)
	}
	return math.Ldexp(sum, int(k))
}
