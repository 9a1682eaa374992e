package spectrum

import (
	"slices"

	"driftlab/engine/num"
)

// A jacobian is dy/dtheta, as the parts that it is made of.
type jacobian struct {
	t, o  int
	in    int       // D+1
	x     []float64 // T x (D+1), the last 1
	units []unit    // those that are not silent
}

// A unit is a hidden unit and the samples for which it is not silent.
type unit struct {
	out      []float64 // O
	at       []int     // the samples, ascending
	h, slope []float64 // for each of them
}

func newJacobian(s *Snapshot) *jacobian {
	j := &jacobian{t: s.T, o: s.O, in: s.D + 1, x: make([]float64, 0, s.T*(s.D+1))}
	for t := range s.T {
		for _, x := range s.Inputs[t*s.D : (t+1)*s.D] {
			j.x = append(j.x, float64(x))
		}
		j.x = append(j.x, 1)
	}
	for i := range s.Hidden {
		if u := newUnit(s, i); len(u.at) > 0 {
			j.units = append(j.units, u)
		}
	}
	return j
}

func newUnit(s *Snapshot, i int) unit {
	var u unit
	for t, h := range s.Hidden[i][:s.T] {
		slope := float32(0)
		if s.Slope != nil {
			slope = s.Slope[i][t]
		} else if h > 0 {
			slope = 1
		}
		if h != 0 || slope != 0 {
			u.at = append(u.at, t)
			u.h = append(u.h, float64(h))
			u.slope = append(u.slope, float64(slope))
		}
	}
	for _, n := range s.Out[i] {
		u.out = append(u.out, float64(n))
	}
	return u
}

// input is x_t and a 1.
func (j *jacobian) input(t int) []float64 { return j.x[t*j.in : (t+1)*j.in] }

// scale is 2/M.
func (j *jacobian) scale() float64 { return 2 / float64(j.t*j.o) }

// trace is that of the kernel:
//
//	(2/M) sum_t O |h_t|^2 + (|x_t|^2 + 1) sum_j I_jt^2 |n_j|^2
func (j *jacobian) trace() float64 {
	var sum float64
	for i := range j.units {
		u := &j.units[i]
		n := num.Dot(u.out, u.out)
		for k, t := range u.at {
			x := j.input(t)
			slope := float64(u.slope[k] * u.slope[k])
			sum += float64(float64(j.o)*float64(u.h[k]*u.h[k])) + float64(float64(num.Dot(x, x)*slope)*n)
		}
	}
	return float64(j.scale() * sum)
}

// back adds J'v for a unit's own parameters to g: its D+1 input weights, its O output weights.
//
//	dm = sum_t (n.v_t) I_t x_t     dn = sum_t h_t v_t
func (j *jacobian) back(g []float64, u *unit, v []float64) {
	in, out := g[:j.in], g[j.in:]
	for k, t := range u.at {
		vt := v[t*j.o : (t+1)*j.o]
		num.Axpy(in, float64(u.slope[k]*num.Dot(u.out, vt)), j.input(t))
		num.Axpy(out, u.h[k], vt)
	}
}

// forward adds to v what y changes by when a unit's parameters change by g.
//
//	dy_t = n I_t (dm.x_t) + dn h_t
func (j *jacobian) forward(v []float64, u *unit, g []float64) {
	in, out := g[:j.in], g[j.in:]
	for k, t := range u.at {
		vt := v[t*j.o : (t+1)*j.o]
		num.Axpy(vt, float64(u.slope[k]*num.Dot(in, j.input(t))), u.out)
		num.Axpy(vt, u.h[k], out)
	}
}

// kernelRow writes row i = (t, o) of J J', up to its diagonal. It needs room for T numbers.
//
//	K[(t,o),(s,p)] = delta_op h_t.h_s + (x_t.x_s + 1) sum_j I_jt I_js n_oj n_pj
func (j *jacobian) kernelRow(row []float64, i int, xx []float64) {
	row = row[:i+1]
	clear(row)
	t, o := i/j.o, i%j.o
	for s := range t + 1 {
		xx[s] = num.Dot(j.input(t), j.input(s))
	}
	for i := range j.units {
		u := &j.units[i]
		here, active := slices.BinarySearch(u.at, t)
		if !active {
			continue
		}
		h, n := u.h[here], float64(u.slope[here]*u.out[o])
		for k, s := range u.at[:here+1] {
			to := row[s*j.o : min((s+1)*j.o, len(row))]
			num.Axpy(to, float64(float64(n*u.slope[k])*xx[s]), u.out[:len(to)])
			to[o] += float64(h * u.h[k])
		}
	}
}

// gaussNewtonRow writes row i of J'J over the active units' parameters, at least up to its
// diagonal, as J' of J's column i. It needs room for M numbers.
func (j *jacobian) gaussNewtonRow(row []float64, i int, column []float64) {
	clear(row)
	clear(column)
	size := j.in + j.o
	unit := i / size
	one := row[unit*size : (unit+1)*size]
	one[i%size] = 1
	j.forward(column, &j.units[unit], one)
	clear(one)
	for k := range unit + 1 {
		j.back(row[k*size:(k+1)*size], &j.units[k], column)
	}
}
