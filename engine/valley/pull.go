package valley

import "math"

const (
	pullBins  = 12 // over what the picture shows
	pullEvery = 16 // steps between two looks: the noise of one step hides the drift
	pullLeast = 64 // looks that make a figure
)

// pull measures how fast the crowd drifts along the floor, by the distance from the corner
// (figure 4A of Ratzon et al.): the mean way per step of those that were there, under the dials
// that are in force.
type pull struct {
	under          rule
	from           []float32 // where walker i was at the last look; -1 where it was not on its arm
	n, sum, square [pullBins]float64
}

// A rule is the dials that the drift depends on.
type rule struct {
	kind        string
	rate, noise float64
}

func (p *Params) rule() rule { return rule{p.Kind, p.Rate, p.Noise} }

func (k *pull) clear(s *Sim) {
	*k = pull{under: s.p.rule(), from: make([]float32, len(s.left))}
	for i := range k.from {
		k.from[i] = -1
	}
}

// look measures since the last look, once the crowd has settled.
func (k *pull) look(s *Sim) {
	if s.step%pullEvery != 0 {
		return
	}
	if k.under != s.p.rule() {
		k.clear(s)
	}
	along := s.crowd.x
	if s.floor.arm == onY {
		along = s.crowd.y
	}
	for i, v := range along {
		now := max(v, -v)
		if bin := int(k.from[i] / shown * pullBins); k.from[i] >= 0 && bin < pullBins {
			way := float64(now - k.from[i])
			k.n[bin]++
			k.sum[bin] += way
			k.square[bin] += float64(way * way)
		}
		k.from[i] = now
		if s.left[i] != 0 || s.step < int64(s.floor.steps) {
			k.from[i] = -1
		}
	}
}

// speed is the drift per step in a bin, and the standard error of that; NaN where too few have
// been. Towards the corner it is negative.
func (k *pull) speed(bin int) (speed, err float64) {
	n := k.n[bin]
	if n < pullLeast {
		return math.NaN(), math.NaN()
	}
	mean := k.sum[bin] / n
	spread := max(k.square[bin]/n-float64(mean*mean), 0)
	return mean / pullEvery, math.Sqrt(spread/n) / pullEvery
}

// unit is what the picture gives speeds in, so that their course does not depend on the dials.
func (r rule) unit() float64 {
	if r.kind == "label" {
		return 2 * float64(r.rate*r.rate) * float64(r.noise*r.noise)
	}
	return float64(r.noise*r.noise) / 2
}

// speedAt is what theory says for small steps, far out on the arm: the way of the mean of y^2
// against the slope, -2 eta x <y^2>, with <y^2> = s^2/(4 eta x^2 (1 - eta x^2)) for update noise
// and eta s^2/(1 - eta x^2) for label noise. NaN where steps overshoot the floor.
func (r rule) speedAt(x float64) float64 {
	stable := 1 - float64(r.rate*float64(x*x))
	switch {
	case stable <= 0:
		return math.NaN()
	case r.kind == "label":
		return -r.unit() * x / stable
	default:
		return -r.unit() / float64(x*stable)
	}
}

// draw fills in the drift along the floor.
func (k *pull) draw(f *Frame) {
	f.Drift, f.DriftErr, f.DriftTheory, f.DriftSpan = f.Drift[:0], f.DriftErr[:0], f.DriftTheory[:0], shown
	unit := k.under.unit()
	for bin := range pullBins {
		speed, err := k.speed(bin)
		f.Drift = append(f.Drift, float32(speed/unit))
		f.DriftErr = append(f.DriftErr, float32(err/unit))
		f.DriftTheory = append(f.DriftTheory, float32(k.under.speedAt((float64(bin)+0.5)*shown/pullBins)/unit))
	}
}
