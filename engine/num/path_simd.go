//go:build goexperiment.simd

package num

import (
	"simd/archsimd"
	"unsafe"
)

// The vector loops walk pointers: lengths are checked once per call, by the exported
// functions, and the loads then cost no bounds check (which halves the speed in wasm).

type vec = archsimd.Float32x4

const bytes = 4 * Lanes // of a vector

func base(x []float32) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(x)) }

// load reads the vector at a byte offset.
func load(p unsafe.Pointer, at int) vec {
	return archsimd.LoadFloat32x4Array((*[Lanes]float32)(unsafe.Add(p, at)))
}

func store(p unsafe.Pointer, at int, v vec) { v.StoreArray((*[Lanes]float32)(unsafe.Add(p, at))) }

// sum adds the lanes in the package's order.
func sum(v vec) float32 {
	return (v.GetElem(0) + v.GetElem(2)) + (v.GetElem(1) + v.GetElem(3))
}

func axpy4Vector(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	a0, a1 := archsimd.BroadcastFloat32x4(a[0]), archsimd.BroadcastFloat32x4(a[1])
	a2, a3 := archsimd.BroadcastFloat32x4(a[2]), archsimd.BroadcastFloat32x4(a[3])
	py, p0, p1, p2, p3 := base(y), base(x0), base(x1), base(x2), base(x3)
	for i, end := 0, 4*len(y); i < end; i += bytes {
		p := a0.Mul(load(p0, i)).Add(a1.Mul(load(p1, i)))
		q := a2.Mul(load(p2, i)).Add(a3.Mul(load(p3, i)))
		store(py, i, load(py, i).Add(p.Add(q)))
	}
}

// combineVector keeps sixteen sums in registers while it goes through the rows.
func combineVector(y, w, x []float32, stride int) {
	py, pw, step := base(y), base(w), 4*stride
	i, end, rows := 0, 4*len(y), len(w)
	for ; i+4*bytes <= end; i += 4 * bytes {
		var s0, s1, s2, s3 vec
		p := unsafe.Add(base(x), i)
		for d := 0; d < rows; d++ {
			a := archsimd.BroadcastFloat32x4(*(*float32)(unsafe.Add(pw, 4*d)))
			s0 = s0.Add(a.Mul(load(p, 0)))
			s1 = s1.Add(a.Mul(load(p, bytes)))
			s2 = s2.Add(a.Mul(load(p, 2*bytes)))
			s3 = s3.Add(a.Mul(load(p, 3*bytes)))
			p = unsafe.Add(p, step)
		}
		store(py, i, s0)
		store(py, i+bytes, s1)
		store(py, i+2*bytes, s2)
		store(py, i+3*bytes, s3)
	}
	for ; i < end; i += bytes {
		var s vec
		p := unsafe.Add(base(x), i)
		for d := 0; d < rows; d++ {
			s = s.Add(archsimd.BroadcastFloat32x4(*(*float32)(unsafe.Add(pw, 4*d))).Mul(load(p, 0)))
			p = unsafe.Add(p, step)
		}
		store(py, i, s)
	}
}

// dotRowsVector takes four rows at a time, so that v is read once for them.
func dotRowsVector(out, v, x []float32, stride int) {
	pv, end, step := base(v), 4*len(v), 4*stride
	d := 0
	for ; d+4 <= len(out); d += 4 {
		var s0, s1, s2, s3 vec
		p0 := unsafe.Add(base(x), d*step)
		p1, p2, p3 := unsafe.Add(p0, step), unsafe.Add(p0, 2*step), unsafe.Add(p0, 3*step)
		for i := 0; i < end; i += bytes {
			a := load(pv, i)
			s0 = s0.Add(a.Mul(load(p0, i)))
			s1 = s1.Add(a.Mul(load(p1, i)))
			s2 = s2.Add(a.Mul(load(p2, i)))
			s3 = s3.Add(a.Mul(load(p3, i)))
		}
		out[d], out[d+1], out[d+2], out[d+3] = sum(s0), sum(s1), sum(s2), sum(s3)
	}
	for ; d < len(out); d++ {
		var s vec
		p := unsafe.Add(base(x), d*step)
		for i := 0; i < end; i += bytes {
			s = s.Add(load(pv, i).Mul(load(p, i)))
		}
		out[d] = sum(s)
	}
}

func reluVector(x []float32) (from, to int) {
	var zero vec
	p, end := base(x), 4*len(x)
	from, to = end, 0
	for i := 0; i < end; i += bytes {
		v := load(p, i)
		v = zero.IfElse(v.LessEqual(zero), v) // a NaN is kept: a diverged unit is not a silent one
		store(p, i, v)
		if !silent(v) {
			from, to = min(from, i), i+bytes
		}
	}
	if to == 0 {
		return 0, 0
	}
	return from / 4, to / 4
}

// silent reports whether all lanes are +0.
func silent(v vec) bool {
	w := v.ToBits().ReshapeToUint64s()
	return w.GetElem(0)|w.GetElem(1) == 0
}

func maskPositiveVector(g, h []float32) {
	var zero vec
	pg, ph := base(g), base(h)
	for i, end := 0, 4*len(g); i < end; i += bytes {
		store(pg, i, load(pg, i).IfElse(load(ph, i).Greater(zero), zero))
	}
}

func residualVector(g, y, target []float32, scale float32) float32 {
	var square vec
	k := archsimd.BroadcastFloat32x4(scale)
	pg, py, pt := base(g), base(y), base(target)
	for i, end := 0, 4*len(g); i < end; i += bytes {
		e := load(py, i).Sub(load(pt, i))
		square = square.Add(e.Mul(e))
		store(pg, i, k.Mul(e))
	}
	return sum(square)
}

func descendVector(theta, grad, normal []float32, rate, noise float32) {
	r, s := archsimd.BroadcastFloat32x4(rate), archsimd.BroadcastFloat32x4(noise)
	pt, pg, pn := base(theta), base(grad), base(normal)
	for i, end := 0, 4*len(theta); i < end; i += bytes {
		g := load(pg, i).Add(s.Mul(load(pn, i)))
		store(pt, i, load(pt, i).Sub(r.Mul(g)))
	}
}
