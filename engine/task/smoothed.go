package task

import "driftlab/engine/num"

// Smoothed is Random, of which neighbours are alike: inputs and targets are filtered along the
// samples and along the features, by Gaussians of a fifth of the samples and of the outputs.
func Smoothed(seed, samples, inputs, outputs int, lo float32) *Data {
	d := Random(seed, samples, inputs, outputs, lo)
	over, across := float64(samples)/5, float64(outputs)/5
	along := num.NewSmoother(samples, over)
	for _, x := range [][]float32{d.Inputs, d.Targets} {
		features := len(x) / samples
		filter(x, along, samples, features)
		filter(x, num.NewSmoother(features, across), features, 1)
		Scale(x, lo)
	}
	return d
}

// filter smooths x in rows of n numbers that lie so far apart.
func filter(x []float32, s *num.Smoother, n, apart int) {
	row := make([]float32, n)
	for block := 0; block < len(x); block += n * apart {
		for first := block; first < block+apart; first++ {
			for i := range row {
				row[i] = x[first+i*apart]
			}
			s.Apply(row, row)
			for i, v := range row {
				x[first+i*apart] = v
			}
		}
	}
}
