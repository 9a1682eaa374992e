package spectrum

// A triangle is the lower half of a symmetric matrix, row after row.
type triangle []float64

// row is row i up to its diagonal.
func (a triangle) row(i int) []float64 { return a[i*(i+1)/2 : (i+1)*(i+2)/2] }

// A filling makes the smaller of (2/M) J J' and (2/M) J'J row by row.
type filling struct {
	j    *jacobian
	a    triangle
	n    int
	i    int       // the next row
	cost int       // of one number, at most
	full []float64 // n: room for a row
	room []float64 // M
	fill func(row []float64, i int, room []float64)
}

func newFilling(j *jacobian, n int) *filling {
	m := j.t * j.o
	f := &filling{j: j, a: make(triangle, n*(n+1)/2), n: n, full: make([]float64, n), room: make([]float64, m)}
	if n == m {
		f.fill, f.cost = j.kernelRow, len(j.units)
	} else {
		f.fill, f.cost = j.gaussNewtonRow, j.t
	}
	return f
}

// step makes a piece of it.
func (f *filling) step() (done bool) {
	scale := f.j.scale()
	for spent := 0; f.i < f.n && spent < piece; f.i++ {
		row := f.a.row(f.i)
		f.fill(f.full, f.i, f.room)
		for l, v := range f.full[:f.i+1] {
			row[l] = float64(scale * v)
		}
		spent += f.cost * len(row)
	}
	return f.i == f.n
}
