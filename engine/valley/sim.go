package valley

import (
	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/param"
	"driftlab/engine/rng"
	"driftlab/engine/run"
)

// A Sim is a crowd of walkers on (xy)^2, and the few that the visitor dropped.
// It implements engine.Sim.
type Sim struct {
	p     Params
	dials *param.Set

	runs  int64
	step  int64
	seed  uint32 // of this run; the dial may have been turned since
	start [2]float32
	floor floor
	spent float64 // sum of s^2 over the steps, update noise
	ended bool    // label noise has acted, or steps were not small: theory no longer holds

	crowd walkers
	left  []uint32 // all ones where walker i has met |x| <= |y| since the crowd settled, or flew off; padded
	steep steep
	pull  pull
	drops drops

	normalA, normalB []float32 // of one step

	report *measure.Report
	trails trails
	frame  Frame // its memory is used again for every picture
}

// The first of the random streams of the crowd, and of what is dropped.
const (
	crowdStream = 0 // x, y, label
	dropsStream = 3 // x, y, label
)

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{p: Defaults()}
	s.dials = s.p.Dials()
	s.report = measure.NewReport(false, Columns...)
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Steps counts the steps since Restart.
func (s *Sim) Steps() int64 { return s.step }

// Restart puts the crowd on its start again and takes away what was dropped. It needs no
// assets.
func (s *Sim) Restart(run.Assets) error {
	n := s.p.Walkers
	s.runs++
	s.step, s.spent, s.ended = 0, 0, false
	s.seed = uint32(s.p.Seed)
	s.start = [2]float32{float32(s.p.X0), float32(s.p.Y0)}
	s.crowd = newWalkers(n)
	for i := range n {
		s.crowd.put(i, s.start[0], s.start[1])
	}
	s.left = make([]uint32, num.Pad(n))[:n]
	s.steep.clear(n)
	s.normalA, s.normalB = make([]float32, inGroups(max(n, mostDrops))), make([]float32, inGroups(max(n, mostDrops)))
	s.drops.clear()
	s.pull.clear(s)
	s.settle()
	s.trails.clear(s)
	s.frame.HistMax = histSpan
	return nil
}

// settle finds the floor that the start leads to, and reports step 0.
func (s *Sim) settle() {
	s.floor = settle(&s.p)
	clear(s.left)
	clear(s.steep.been)
	s.meet()
	s.report.Reset()
	s.record()
}

// Step moves every walker once. When all have flown off, nothing is left to move.
func (s *Sim) Step() run.Outcome {
	if s.over() {
		return run.Over
	}
	if s.step == 0 {
		s.settle() // dials may have been turned
	}
	s.Advance()
	s.record()
	return run.Stepped
}

// Advance is Step without the reports, which are close together at the beginning of a run and
// rare later: what a step of a long run costs.
func (s *Sim) Advance() {
	s.step++
	s.descend(&s.crowd, crowdStream)
	w := s.drops.walkers()
	s.descend(&w, dropsStream)
	if s.p.Kind == "label" {
		s.ended = s.ended || s.p.Noise > 0
	} else {
		s.spent += float64(s.p.Noise * s.p.Noise)
		s.ended = s.ended || !s.small()
	}
	s.meet()
	s.pull.look(s)
	s.trails.follow(s)
}

// descend moves w once by the rule in force. Its normals come from three streams, first
// and the two after it, so that what is dropped leaves the crowd's numbers alone.
func (s *Sim) descend(w *walkers, first uint32) {
	n := len(w.x)
	if n == 0 {
		return
	}
	rate, noise := float32(s.p.Rate), float32(s.p.Noise)
	a, b := s.normalA[:inGroups(n)], s.normalB[:inGroups(n)]
	if s.p.Kind == "label" {
		rng.Key{Seed: s.seed, Stream: first + 2}.Normals(a, uint64(s.step))
		w.label(rate, noise, a)
		return
	}
	rng.Key{Seed: s.seed, Stream: first}.Normals(a, uint64(s.step))
	rng.Key{Seed: s.seed, Stream: first + 1}.Normals(b, uint64(s.step))
	w.update(rate, noise, a, b)
}

// inGroups rounds a number of normals up to what package rng makes without a spare.
func inGroups(n int) int { return (n + 15) &^ 15 }

// over reports whether everybody has flown off, the dropped ones too.
func (s *Sim) over() bool {
	return *s.crowd.flown == len(s.crowd.x) && *s.drops.all.flown == s.drops.n
}

// meet notes who has come to the corner, |x| <= |y| for one that settled on the x arm,
// or flew off, and who has been at the steep end. Before the crowd has settled nobody is
// asked about the corner.
func (s *Sim) meet() {
	s.steep.meet(&s.crowd, s.p.Rate)
	if s.step < int64(s.floor.steps) {
		return
	}
	along, across := s.crowd.x, s.crowd.y
	if s.floor.arm == onY {
		along, across = across, along
	}
	n := num.Pad(len(s.left))
	num.Meet(s.left[:n], along[:n], across[:n])
	if *s.crowd.flown == 0 {
		return
	}
	for i, gone := range s.crowd.gone {
		if gone {
			s.left[i] = 1<<32 - 1
		}
	}
}
