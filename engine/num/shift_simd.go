//go:build goexperiment.simd

package num

func shiftVector(most []float32, v, w Rows, reach []float32, units []int32) {
	whole, r := 4*(len(reach)&^(Lanes-1)), base(reach)
	for _, unit := range units {
		j := int(unit)
		p, q := base(v.Data[j*v.Stride:]), base(w.Data[j*w.Stride:])
		var s vec
		for i := 0; i < whole; i += bytes {
			s = s.Add(load(p, i).Sub(load(q, i)).Abs().Mul(load(r, i)))
		}
		sum := sum(s)
		for i := whole / 4; i < len(reach); i++ {
			sum += shifted(v.Data[j*v.Stride+i], w.Data[j*w.Stride+i], reach[i])
		}
		most[j] = sum
	}
}
