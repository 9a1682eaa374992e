package task

import (
	"math"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// The paper's simplified predictive coding: an agent goes round a ring, in steps of any length,
// and sees a stretch of the scene ahead.
const (
	around  = 120 // the ring's length
	ahead   = 30  // how far it sees
	widest  = 20  // the longest step is so many T-th parts of the ring: ten rounds in all
	texture = 4   // the scene's smoothness
)

// Abstract makes the data of a walk round the ring: inputs x_t, targets x_{t+1}. Beside them it
// returns where each sample was seen, as a share of the ring in [0, 1).
//
//	x_t = scene(pos_t + linspace(0, 30, D) mod 120)    pos = cumsum(U[0, 1] * 120/T * 20)
func Abstract(seed, samples, inputs int, lo float32) (d *Data, at []float64) {
	scene := newScene(seed)
	steps := make([]float32, samples+1)
	rng.Key{Seed: uint32(seed), Stream: StreamRing}.Uniforms(steps, 0)
	views := make([]float32, 0, (samples+1)*inputs)
	pos := 0.0
	for _, u := range steps {
		pos = wrapped(pos + float64(float64(u)*around*widest/float64(samples)))
		at = append(at, pos/around)
		for i := range inputs {
			views = append(views, scene.at(pos+float64(ahead*float64(i)/float64(max(inputs-1, 1)))))
		}
	}
	n := samples * inputs
	d = &Data{Inputs: append([]float32(nil), views[:n]...), Targets: append([]float32(nil), views[inputs:]...), Lo: lo}
	Scale(d.Inputs, lo)
	Scale(d.Targets, lo)
	return d, at[:samples]
}

// wrapped is a place on the ring, in [0, around).
func wrapped(pos float64) float64 { return pos - float64(around*math.Floor(pos/around)) }

// A scene is what there is to see at 0, 1, ..., 120. Its ends, though they meet, are drawn apart.
type scene []float32

func newScene(seed int) scene {
	s := make(scene, around+1)
	rng.Key{Seed: uint32(seed), Stream: StreamRing}.Uniforms(s, 1)
	num.NewSmoother(len(s), texture).Apply(s, s)
	Scale(s, -1)
	return s
}

// at is the scene at a place, interpolated.
func (s scene) at(pos float64) float32 {
	pos = wrapped(pos)
	low := min(int(pos), around-1)
	share := float32(pos - float64(low))
	return s[low] + float32(share*(s[low+1]-s[low]))
}
