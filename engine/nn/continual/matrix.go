package continual

import (
	"math"

	"driftlab/engine/num"
)

// Matrices are flat, row after row, in float64. Sums run in a fixed order, so that all is the same on
// every machine; gonum's is not.

// multiply is dst = a b, with n, m and k the rows of a, the columns of a, and the columns of b.
func multiply(dst, a, b []float64, n, m, k int) {
	clear(dst[:n*k])
	for i := range n {
		row := dst[i*k : (i+1)*k]
		for l := range m {
			num.Axpy(row, a[i*m+l], b[l*k:(l+1)*k])
		}
	}
}

// identity is c on the diagonal of an n x n matrix, and zeros.
func identity(n int, c float64) []float64 {
	m := make([]float64, n*n)
	for i := range n {
		m[i*n+i] = c
	}
	return m
}

func trace(a []float64, n int) (sum float64) {
	for i := range n {
		sum += a[i*n+i]
	}
	return sum
}

// product is tr(a b) of symmetric matrices.
func product(a, b []float64) float64 { return num.Dot(a, b) }

// norm is the root of the sum of squares.
func norm(a []float64) float64 { return math.Sqrt(num.Dot(a, a)) }

func scale(a []float64, by float64) {
	for i := range a {
		a[i] *= by
	}
}

// plus is a + c on the diagonal.
func plus(a []float64, n int, c float64) []float64 {
	out := append([]float64(nil), a...)
	for i := range n {
		out[i*n+i] += c
	}
	return out
}

// inverse is the inverse of a symmetric matrix of n rows by Cholesky's decomposition; ok is false if
// a is not positive definite.
func inverse(a []float64, n int) (inv []float64, ok bool) {
	l := append([]float64(nil), a...)
	for i := range n {
		for j := range i + 1 {
			v := l[i*n+j] - num.Dot(l[i*n:i*n+j], l[j*n:j*n+j])
			switch {
			case i != j:
				l[i*n+j] = v / l[j*n+j]
			case !(v > 0):
				return nil, false
			default:
				l[i*n+i] = math.Sqrt(v)
			}
		}
	}
	return fromRoot(l, n), true
}

// fromRoot is the inverse of l l', of which the lower triangle l is used up: with k its inverse, k'k.
func fromRoot(l []float64, n int) []float64 {
	k := identity(n, 1)
	for i := range n {
		row := k[i*n : i*n+i+1]
		for j := range i {
			num.Axpy(row[:j+1], -l[i*n+j], k[j*n:j*n+j+1])
		}
		scale(row, 1/l[i*n+i])
	}
	inv := make([]float64, n*n)
	for i := range n {
		row := k[i*n : i*n+i+1]
		for j, v := range row {
			num.Axpy(inv[j*n:j*n+i+1], v, row)
		}
	}
	return inv
}

// eigen is the eigenvalues of a symmetric matrix of n rows, in no order, and their vectors, the rows
// of v, by Jacobi's rotations.
func eigen(a []float64, n int) (values, v []float64) {
	m, v := append([]float64(nil), a...), identity(n, 1)
	for range mostSweeps {
		if off := sweep(m, v, n); off <= 0x1p-100*product(a, a) {
			break
		}
	}
	for i := range n {
		values = append(values, m[i*n+i])
	}
	return values, v
}

// mostSweeps is more than are needed: they converge quadratically.
const mostSweeps = 30

// sweep clears every entry beside the diagonal once, and returns the sum of their squares before.
func sweep(m, v []float64, n int) (off float64) {
	for p := range n {
		for q := p + 1; q < n; q++ {
			x := m[p*n+q]
			if off += float64(x * x); x == 0 {
				continue
			}
			half := (m[q*n+q] - m[p*n+p]) / (2 * x)
			tan := 1 / (math.Abs(half) + math.Sqrt(float64(half*half)+1))
			if half < 0 {
				tan = -tan
			}
			cos := 1 / math.Sqrt(float64(tan*tan)+1)
			sin := tan * cos
			for i := range n {
				turn(&m[i*n+p], &m[i*n+q], sin, cos)
			}
			for i := range n {
				turn(&m[p*n+i], &m[q*n+i], sin, cos)
				turn(&v[p*n+i], &v[q*n+i], sin, cos)
			}
		}
	}
	return off
}

func turn(x, y *float64, sin, cos float64) {
	*x, *y = float64(cos**x)-float64(sin**y), float64(sin**x)+float64(cos**y)
}
