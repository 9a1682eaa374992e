package sweep

import (
	"strconv"

	"driftlab/engine/nn"
	"driftlab/engine/num"
	"driftlab/engine/param"
	"driftlab/engine/rng"
	"driftlab/engine/task"
	"driftlab/engine/track"
)

// A Draw is what a run is: places in Rules, Kinds, Tasks and Inits, and numbers.
type Draw struct {
	Seed                     int
	Rule, Kind, Task, Init   int
	Noise, Label             float64 // 0 where the run has no such noise
	Samples, Inputs, Outputs int     // as the network has them
}

// What each of a run's random numbers is for. A range that changes leaves the other draws as they are.
const (
	forRule = iota
	forKind
	forTask
	forInit
	forNoise
	forLabel
	forSamples
	forInputs
	forOutputs
	draws
)

// seedOf is the seed of run i: no two runs of a sweep have the same.
func (p *Params) seedOf(i int) int {
	return int((int64(p.Seed)*mostRuns + int64(i)) % 1_000_000_000)
}

// draw is run i.
func (p *Params) draw(i int) Draw {
	var u [draws]float32
	rng.Key{Seed: uint32(p.Seed), Stream: task.StreamSweep}.Uniforms(u[:], uint64(i))
	d := Draw{
		Seed: p.seedOf(i),
		Rule: p.On[ofRule].choose(u[forRule]), Kind: p.On[ofKind].choose(u[forKind]),
		Task: p.On[ofTask].choose(u[forTask]), Init: p.On[ofInit].choose(u[forInit]),
		Samples: p.Samples.choose(u[forSamples]), Inputs: p.Inputs.choose(u[forInputs]), Outputs: p.Outputs.choose(u[forOutputs]),
	}
	if d.Rule == SED {
		d.Kind = NoNoise
	}
	switch d.Kind {
	case UpdateNoise:
		d.Noise = p.Noise.choose(u[forNoise])
	case LabelNoise:
		d.Label = p.Label.choose(u[forLabel])
	}
	if d.Task == Abstract {
		d.Outputs = d.Inputs
	}
	return d
}

// choose is one of the words that are on.
func (c choices) choose(u float32) int {
	n := 0
	for _, on := range c {
		if on {
			n++
		}
	}
	left := int(float64(u) * float64(n))
	for k, on := range c {
		if on {
			if left == 0 {
				return k
			}
			left--
		}
	}
	panic("sweep: there is nothing to choose from")
}

func (c count) choose(u float32) int { return c.lo + int(float64(u)*float64(c.hi-c.lo+1)) }

// choose is a number of the range, uniform in its logarithm and rounded to four figures, so that an address can name it.
func (s span) choose(u float32) float64 {
	v := num.Exp(num.Log(s.lo) + float64(float64(u)*num.Log(s.hi/s.lo)))
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
	return max(s.lo, min(v, s.hi))
}

// track is the network of a run, as the exhibit track has it.
func (p *Params) track(d *Draw) track.Params {
	t := track.Defaults()
	t.Seed, t.Task, t.Init = d.Seed, Tasks[d.Task], Inits[d.Init]
	t.Samples, t.Inputs, t.Outputs = d.Samples, d.Inputs, d.Outputs
	t.Rule, t.Rate, t.Units = Rules[d.Rule], p.Rates[d.Rule], p.Units
	t.Kind, t.Noise, t.Label = [...]string{string(nn.UpdateNoise), string(nn.LabelNoise), string(nn.NoNoise)}[d.Kind], d.Noise, d.Label
	return t
}

// settings are the dials that make track run i.
func (p *Params) settings(i int) (all []param.Setting) {
	d := p.draw(i)
	t := p.track(&d)
	was := track.Defaults()
	before, now := was.Dials().All(), t.Dials().All()
	for k, dial := range now {
		if v := dial.Value(); dial.Name == "seed" || v != before[k].Value() {
			all = append(all, param.Setting{Name: dial.Name, Value: v})
		}
	}
	return all
}
