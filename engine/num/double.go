package num

// Dot is the scalar product of x and y: number i is added to lane i%2, then the lanes are.
func Dot(x, y []float64) float64 {
	same3(len(x), len(y), len(y), len(y))
	return dot(x, y)
}

// Axpy adds a times x to y.
func Axpy(y []float64, a float64, x []float64) {
	same3(len(y), len(x), len(x), len(x))
	axpy(y, a, x)
}

// A Sweep goes over the rows of a symmetric matrix A, of which only what is before the
// diagonal is kept: it makes A - v q' - q v' of it, and takes the product p with a vector x.
type Sweep struct{ V, Q, X, P []float64 }

// Row is the part of it that row k has, of length k or less: its own product is returned,
// summed as Dot does; that of the column which mirrors it is added to p.
//
//	for i { row[i] -= v[k]*q[i] + q[k]*v[i]; sum += row[i]*x[i]; p[i] += row[i]*x[k] }
func (s *Sweep) Row(row []float64, k int) float64 {
	if n := len(row); n > k || n > min(len(s.V), len(s.Q), len(s.X), len(s.P)) {
		panic("num: row is longer than its sweep")
	}
	return sweep(s, row, k)
}

func dotScalar(x, y []float64) float64 {
	var lane [2]float64
	y = y[:len(x)]
	for i, v := range x {
		lane[i%2] += float64(v * y[i])
	}
	return lane[0] + lane[1]
}

func axpyScalar(y []float64, a float64, x []float64) {
	x = x[:len(y)]
	for i, v := range x {
		y[i] += float64(a * v)
	}
}

func sweepScalar(s *Sweep, row []float64, k int) float64 {
	n := len(row)
	v, q, x, p := s.V[:n], s.Q[:n], s.X[:n], s.P[:n]
	vk, qk, xk := s.V[k], s.Q[k], s.X[k]
	var lane [2]float64
	for i := range row {
		a := row[i] - (float64(vk*q[i]) + float64(qk*v[i]))
		row[i] = a
		lane[i%2] += float64(a * x[i])
		p[i] += float64(a * xk)
	}
	return lane[0] + lane[1]
}
