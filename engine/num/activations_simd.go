//go:build goexperiment.simd

package num

func softplusRow(dst, x []float32) {
	if !Ready() {
		softplusRowScalar(dst, x)
		return
	}
	one := all4(1)
	pd, px := base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		v := load(px, i)
		store(pd, i, rectify(v).BitsToFloat32().Add(logVector(expVector(v.Abs().Neg()).Add(one))))
	}
}

func leakyRow(dst, x []float32) {
	if !Ready() {
		leakyRowScalar(dst, x)
		return
	}
	var zero vec
	leak := all4(Leak)
	pd, px := base(dst), base(x)
	for i, end := 0, 4*len(dst); i < end; i += bytes {
		v := load(px, i)
		store(pd, i, v.IfElse(v.Greater(zero), leak.Mul(v)))
	}
}

func tanhBack(d, h []float32) {
	if !Ready() {
		tanhBackScalar(d, h)
		return
	}
	one := all4(1)
	pd, ph := base(d), base(h)
	for i, end := 0, 4*len(d); i < end; i += bytes {
		v := load(ph, i)
		store(pd, i, load(pd, i).Mul(one.Sub(v.Mul(v))))
	}
}

func softplusBack(d, h []float32) {
	if !Ready() {
		softplusBackScalar(d, h)
		return
	}
	one := all4(1)
	pd, ph := base(d), base(h)
	for i, end := 0, 4*len(d); i < end; i += bytes {
		store(pd, i, load(pd, i).Mul(one.Sub(expVector(load(ph, i).Neg()))))
	}
}

func leakyBack(d, h []float32) {
	if !Ready() {
		leakyBackScalar(d, h)
		return
	}
	var zero vec
	leak := all4(Leak)
	pd, ph := base(d), base(h)
	for i, end := 0, 4*len(d); i < end; i += bytes {
		v := load(pd, i)
		store(pd, i, v.IfElse(load(ph, i).Greater(zero), leak.Mul(v)))
	}
}
