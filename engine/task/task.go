// Package task makes what networks learn: data drawn once from a run's seed. Worlds in which
// data are gathered have packages of their own below it.
package task

import "driftlab/engine/rng"

// The streams of a run's seed: what is random in a run draws from one of its own.
const (
	StreamWeights = iota
	StreamNoise
	StreamWalk
	StreamTexture
	StreamRandom
	StreamProbes
	StreamRing
	StreamStrokes
	StreamDigits
	StreamPen
	StreamAnswers
	StreamPixels
	StreamTrials
	StreamLeaps
	StreamSweep
)

// Data are T samples of what goes in and what is to come out.
type Data struct {
	Inputs, Targets []float32 // T x D, T x O, in [Lo, 1]
	Lo              float32   // the smallest value
}

// Random makes inputs and targets that are all independent and uniform.
func Random(seed, samples, inputs, outputs int, lo float32) *Data {
	key := rng.Key{Seed: uint32(seed), Stream: StreamRandom}
	d := &Data{Inputs: make([]float32, samples*inputs), Targets: make([]float32, samples*outputs), Lo: lo}
	key.Uniforms(d.Inputs, 0)
	key.Uniforms(d.Targets, 1)
	Scale(d.Inputs, lo)
	Scale(d.Targets, lo)
	return d
}

// Extent is the smallest and the largest of x, which is not empty.
func Extent(x []float32) (lo, hi float32) {
	lo, hi = x[0], x[0]
	for _, v := range x {
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}

// Scale brings x to [lo, 1]; a constant becomes the middle.
func Scale(x []float32, lo float32) {
	least, most := Extent(x)
	Rescale(x, least, most, lo)
}

// Rescale maps [lo, hi] to [least, 1].
func Rescale(x []float32, lo, hi, least float32) {
	for i, v := range x {
		share := float32(0.5)
		if hi != lo {
			share = (v - lo) / (hi - lo)
		}
		x[i] = float32((1-least)*share) + least
	}
}
