package sticky

import "driftlab/engine/rng"

// shuffled is the numbers below n in a random order (Fisher, Yates), that of a key at a number.
func shuffled(k rng.Key, number uint64, n int) []int32 {
	order, chance := make([]int32, n), make([]float32, n)
	k.Uniforms(chance, number)
	for i := range order {
		order[i] = int32(i)
	}
	for i := n - 1; i > 0; i-- {
		j := int(float64(chance[i]) * float64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
