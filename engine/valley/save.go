package valley

import (
	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// AppendParameters appends the crowd's places as little-endian floats, all x and then all
// y: what a hash of the run is made of.
func (s *Sim) AppendParameters(b []byte) []byte {
	return wire.AppendFloats(wire.AppendFloats(b, s.crowd.x), s.crowd.y)
}

// AppendState appends the run's State.
func (s *Sim) AppendState(b []byte) ([]byte, error) {
	d, t := &s.drops, &s.trails
	dropped := d.walkers()
	st := State{
		Step: s.step, Arm: int(s.floor.arm), Steps: s.floor.steps, Far2: s.floor.far2, Lost: s.floor.lost,
		Spent: s.spent, Ended: s.ended,
		Crowd: group(&s.crowd), Left: make([]bool, len(s.left)),
		Drops: group(&dropped), FromX: d.fromX[:], FromY: d.fromY[:], Dropped: d.n, NextDrop: d.next,
		Rows: s.report.Rows, Spread: s.report.Spread, Next: s.report.Next, HistMax: s.frame.HistMax,
		Stride: t.stride,
	}
	for i, l := range s.left {
		st.Left[i] = l != 0
	}
	st.Pull = s.pull.state()
	if s.steep.known {
		st.Been = make([]bool, len(s.left))
		for i, b := range s.steep.been {
			st.Been[i] = b != 0
		}
	}
	for i := range t.n {
		st.TrailX = append(st.TrailX, t.x[t.row(i)][:]...)
		st.TrailY = append(st.TrailY, t.y[t.row(i)][:]...)
	}
	return st.MarshalMsg(b)
}

func group(w *walkers) Group { return Group{X: w.x, Y: w.y, Gone: w.gone} }

// RestoreState goes on from a State of a run with the same dials. After an error the Sim
// must not be used.
func (s *Sim) RestoreState(b []byte) error {
	var st State
	if err := wire.Whole(st.UnmarshalMsg(b)); err != nil || !s.fits(&st) || !s.report.Restore(st.Rows, st.Spread, st.Next, st.Step) {
		return wire.ErrState
	}
	s.step, s.spent, s.ended = st.Step, st.Spent, st.Ended
	s.floor = floor{arm: arm(st.Arm), steps: st.Steps, far2: st.Far2, lost: st.Lost}
	s.crowd.take(st.Crowd)
	mark(s.left, st.Left)
	s.steep.known = len(st.Been) > 0
	mark(s.steep.been, st.Been)
	d := &s.drops
	d.all.take(st.Drops)
	copy(d.fromX[:], st.FromX)
	copy(d.fromY[:], st.FromY)
	d.n, d.next = st.Dropped, st.NextDrop
	s.frame.HistMax = st.HistMax
	s.trails.take(&st)
	s.pull.take(&st.Pull)
	return nil
}

// mark sets what is marked to all ones, and the rest to 0.
func mark(set []uint32, marked []bool) {
	clear(set)
	for i, m := range marked {
		if m {
			set[i] = 1<<32 - 1
		}
	}
}

// take puts everybody where a group was.
func (w *walkers) take(g Group) {
	*w.flown = 0
	copy(w.x, g.X)
	copy(w.y, g.Y)
	for i, gone := range g.Gone {
		if w.gone[i] = gone; gone {
			*w.flown++
			w.parkX[i], w.parkY[i] = w.x[i], w.y[i]
		}
	}
}

func (t *trails) take(st *State) {
	t.stride, t.first, t.n = st.Stride, 0, len(st.TrailX)/mostTrails
	for i := range t.n {
		copy(t.x[i][:], st.TrailX[i*mostTrails:])
		copy(t.y[i][:], st.TrailY[i*mostTrails:])
	}
}

// fits reports whether a decoded state is one that this Sim could have come to.
func (s *Sim) fits(st *State) bool {
	points := len(st.TrailX) / mostTrails
	return st.Step >= 0 && st.Step <= measure.MostSteps && (st.Arm == int(onX) || st.Arm == int(onY)) && st.Steps >= 0 && st.Far2 >= 0 && st.Spent >= 0 &&
		fitsGroup(st.Crowd, len(s.crowd.x)) && len(st.Left) == len(s.crowd.x) &&
		(len(st.Been) == 0 || len(st.Been) == len(s.crowd.x)) &&
		fitsGroup(st.Drops, st.Dropped) && len(st.FromX) == mostDrops && len(st.FromY) == mostDrops &&
		st.Dropped >= 0 && st.Dropped <= mostDrops && st.NextDrop >= 0 && st.NextDrop < mostDrops &&
		fitsPull(&st.Pull, len(s.crowd.x)) && st.HistMax >= histSpan && st.HistMax <= 2*edge &&
		st.Stride > 0 && points > 0 && points <= mostPoints && len(st.TrailX) == points*mostTrails && len(st.TrailY) == len(st.TrailX)
}

// fitsGroup: nobody is beyond the edge.
func fitsGroup(g Group, n int) bool {
	if len(g.X) != n || len(g.Y) != n || len(g.Gone) != n {
		return false
	}
	for i, x := range g.X {
		if !(max(size(x), size(g.Y[i])) <= edge) {
			return false
		}
	}
	return true
}

func (k *pull) state() Pull {
	return Pull{
		Kind: k.under.kind, Rate: k.under.rate, Noise: k.under.noise,
		From: k.from, N: k.n[:], Sum: k.sum[:], Square: k.square[:],
	}
}

// take goes on from what was measured, or begins where nothing was.
func (k *pull) take(p *Pull) {
	if len(p.From) == 0 {
		return
	}
	k.under = rule{p.Kind, p.Rate, p.Noise}
	copy(k.from, p.From)
	copy(k.n[:], p.N)
	copy(k.sum[:], p.Sum)
	copy(k.square[:], p.Square)
}

// fitsPull reports whether that could have been measured of so many walkers.
func fitsPull(p *Pull, walkers int) bool {
	if len(p.From) == 0 {
		return true
	}
	for _, v := range p.From {
		if !(v >= -1 && v <= edge) {
			return false
		}
	}
	return len(p.From) == walkers && len(p.N) == pullBins && len(p.Sum) == pullBins && len(p.Square) == pullBins
}
