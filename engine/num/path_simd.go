//go:build goexperiment.simd

package num

import (
	"runtime"
	"simd/archsimd"
	"unsafe"
)

// The vector loops walk pointers: lengths are checked once per call, by the exported
// functions, and the loads then cost no bounds check (which halves the speed in wasm).

// shuffle: a lane is spread by a shuffle, not by loading it again.
const shuffle = runtime.GOARCH == "wasm"

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
