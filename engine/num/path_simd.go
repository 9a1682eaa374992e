//go:build goexperiment.simd

package num

import "simd/archsimd"

// The loops go through pointers to four floats: lengths are checked once per call, and
// the loads cost no bounds check.

type vec = archsimd.Float32x4

func load(x []float32, i int) vec     { return archsimd.LoadFloat32x4Array((*[Lanes]float32)(x[i:])) }
func store(x []float32, i int, v vec) { v.StoreArray((*[Lanes]float32)(x[i:])) }

// sum adds the lanes in the package's order.
func sum(v vec) float32 {
	return (v.GetElem(0) + v.GetElem(2)) + (v.GetElem(1) + v.GetElem(3))
}

func axpy4(y []float32, a *[4]float32, x0, x1, x2, x3 []float32) {
	a0, a1 := archsimd.BroadcastFloat32x4(a[0]), archsimd.BroadcastFloat32x4(a[1])
	a2, a3 := archsimd.BroadcastFloat32x4(a[2]), archsimd.BroadcastFloat32x4(a[3])
	for i := 0; i < len(y); i += Lanes {
		p := a0.Mul(load(x0, i)).Add(a1.Mul(load(x1, i)))
		q := a2.Mul(load(x2, i)).Add(a3.Mul(load(x3, i)))
		store(y, i, load(y, i).Add(p.Add(q)))
	}
}

func dot4(out *[4]float32, x, r0, r1, r2, r3 []float32) {
	var s0, s1, s2, s3 vec
	for i := 0; i < len(x); i += Lanes {
		v := load(x, i)
		s0 = s0.Add(v.Mul(load(r0, i)))
		s1 = s1.Add(v.Mul(load(r1, i)))
		s2 = s2.Add(v.Mul(load(r2, i)))
		s3 = s3.Add(v.Mul(load(r3, i)))
	}
	out[0], out[1], out[2], out[3] = sum(s0), sum(s1), sum(s2), sum(s3)
}

func relu(x []float32) (from, to int) { return reluScalar(x) }

func maskPositive(g, h []float32) { maskPositiveScalar(g, h) }

func residual(g, y, target []float32, scale float32) float32 {
	return residualScalar(g, y, target, scale)
}

func descend(theta, grad, normal []float32, rate, noise float32) {
	r, s := archsimd.BroadcastFloat32x4(rate), archsimd.BroadcastFloat32x4(noise)
	for i := 0; i < len(theta); i += Lanes {
		g := load(grad, i).Add(s.Mul(load(normal, i)))
		store(theta, i, load(theta, i).Sub(r.Mul(g)))
	}
}
