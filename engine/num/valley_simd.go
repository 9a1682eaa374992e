//go:build goexperiment.simd

package num

import (
	"simd/archsimd"
	"unsafe"
)

func walkUpdateVector(x, y, nx, ny []float32, rate, noise, edge float32) bool {
	r, s, e := archsimd.BroadcastFloat32x4(2*rate), archsimd.BroadcastFloat32x4(noise), archsimd.BroadcastFloat32x4(edge)
	within := archsimd.BroadcastUint32x4(1<<32 - 1)
	px, py, pnx, pny := base(x), base(y), base(nx), base(ny)
	for i, end := 0, 4*len(x); i < end; i += bytes {
		a, b := load(px, i), load(py, i)
		k := r.Mul(a.Mul(b))
		u := a.Sub(k.Mul(b)).Add(s.Mul(load(pnx, i)))
		v := b.Sub(k.Mul(a)).Add(s.Mul(load(pny, i)))
		store(px, i, u)
		store(py, i, v)
		within = within.Masked(u.Abs().Less(e)).Masked(v.Abs().Less(e))
	}
	return all(within)
}

func walkLabelVector(x, y, n []float32, rate, noise, edge float32) bool {
	r, s, e := archsimd.BroadcastFloat32x4(2*rate), archsimd.BroadcastFloat32x4(noise), archsimd.BroadcastFloat32x4(edge)
	within := archsimd.BroadcastUint32x4(1<<32 - 1)
	px, py, pn := base(x), base(y), base(n)
	for i, end := 0, 4*len(x); i < end; i += bytes {
		a, b := load(px, i), load(py, i)
		k := r.Mul(a.Mul(b).Sub(s.Mul(load(pn, i))))
		u, v := a.Sub(k.Mul(b)), b.Sub(k.Mul(a))
		store(px, i, u)
		store(py, i, v)
		within = within.Masked(u.Abs().Less(e)).Masked(v.Abs().Less(e))
	}
	return all(within)
}

func meetVector(left []uint32, along, across []float32) {
	ones := archsimd.BroadcastUint32x4(1<<32 - 1)
	pl, pa, pc := unsafe.Pointer(unsafe.SliceData(left)), base(along), base(across)
	for i, end := 0, 4*len(along); i < end; i += bytes {
		p := (*[Lanes]uint32)(unsafe.Add(pl, i))
		met := ones.Masked(load(pa, i).Abs().LessEqual(load(pc, i).Abs()))
		archsimd.LoadUint32x4Array(p).Or(met).StoreArray(p)
	}
}

// all reports whether every lane is all ones.
func all(v archsimd.Uint32x4) bool {
	w := v.ReshapeToUint64s()
	return w.GetElem(0)&w.GetElem(1) == 1<<64-1
}
