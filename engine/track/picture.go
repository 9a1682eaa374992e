package track

import (
	"math"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/measure/spectrum"
	"driftlab/engine/wire"
)

// held is the row order of the matrix while it is frozen.
type held struct {
	on   bool
	step int64
	rows []int
}

// picture is a frame with all that is fixed in a run filled in, used again for each frame.
type picture struct {
	frame Frame
	first *snapshot // gives the order of the snapshots shown
	rows  []int     // that order
	shown []shown
	most  []float32 // H: the largest activity of each unit

	spectra []*spectrum.Spectrum // that are computed
}

// A shown snapshot keeps its cells: they never change while the order stays.
type shown struct {
	of, first *snapshot
	maps      Maps
}

func newPicture(s *Sim) picture {
	d, p := s.data, &s.p
	f := Frame{Head: wire.Head{Run: s.runs}, Task: p.Task, Samples: d.batch.T, Outputs: d.batch.O, Units: p.Units, Bins: d.bins, Least: d.Lo, Comes: d.Targets}
	for _, b := range d.bin {
		f.BinOf = append(f.BinOf, byte(b))
	}
	if w := d.walk; w != nil {
		t := d.batch.T
		f.Lx, f.Ly, f.FOV, f.Wall = float32(p.Lx), float32(p.Ly), float32(math.Pi/p.FOV), d.wall
		f.X, f.Y, f.Theta = floats(w.X[:t]), floats(w.Y[:t]), floats(w.Theta[:t])
		f.HitX, f.HitY = w.HitX[:t*p.Rays], w.HitY[:t*p.Rays]
		f.Sees = make(wire.Floats, 0, t*d.batch.O)
		for i := range t {
			f.Sees = append(f.Sees, d.Inputs[i*d.batch.D:i*d.batch.D+d.batch.O]...)
		}
	}
	return picture{frame: f}
}

func floats(x []float64) wire.Floats {
	out := make(wire.Floats, len(x))
	for i, v := range x {
		out[i] = float32(v)
	}
	return out
}

// AppendFrame appends the newest picture.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	s.maps()
	f := &s.pic.frame
	f.Step, f.Playing = s.steps, playing
	f.Trouble, _ = s.trouble()
	f.Fit, f.Per = s.fit(), s.intervals.Unit()
	s.draw(&f.Head)
	s.activities(f)
	s.nowMaps(f)
	s.snapshots(f)
	s.eigenvalues(f)
	return f.MarshalMsg(b)
}

// activities fills in predictions and hidden activity, sample after sample.
func (s *Sim) activities(f *Frame) {
	t, h := s.data.batch.T, s.p.Units
	f.Predicts = slices.Grow(f.Predicts[:0], t*f.Outputs)[:t*f.Outputs]
	for i, sample := range s.data.order {
		for o := range f.Outputs {
			f.Predicts[sample*f.Outputs+o] = s.pass.Y.At(o, i)
		}
	}
	f.HiddenMax = 0
	s.pic.most = s.pic.most[:0]
	active := s.pass.Active()
	for _, a := range active {
		m := largest(a)
		f.HiddenMax = max(f.HiddenMax, m)
		s.pic.most = append(s.pic.most, m)
	}
	scale := byteScale(f.HiddenMax)
	f.Hidden = slices.Grow(f.Hidden[:0], t*h)[:t*h]
	clear(f.Hidden)
	for j, a := range active {
		if s.pic.most[j] == 0 {
			continue // most units fall silent
		}
		for i, sample := range s.data.order {
			f.Hidden[sample*h+j] = byte(a[i] * scale)
		}
	}
}

// largest is the largest of some activities, 0 if there is none above.
func largest(a []float32) (m float32) {
	for _, v := range a {
		if v > m {
			m = v
		}
	}
	return m
}

// byteScale maps [0, most] to [0, 255]; nothing, and what is no number, to 0.
func byteScale(most float32) float32 {
	if most > 0 && most <= math.MaxFloat32 {
		return 255 / most
	}
	return 0
}

// nowMaps fills in the present maps: in the order of their own peaks, or frozen.
func (s *Sim) nowMaps(f *Frame) {
	if !s.p.Freeze {
		s.held = held{}
	} else if !s.held.on {
		s.held = held{on: true, step: s.steps, rows: s.now.Order()}
	}
	rows := s.held.rows
	if !s.held.on {
		rows = s.now.Order()
	}
	f.Frozen, f.Held = s.held.on, s.held.step
	f.Maps = show(&s.now, -1, rows, f.Maps.Cells[:0])
}

// show scales the rows' maps to bytes, each by its own maximum.
func show(snap *measure.Snapshot, index int, rows []int, cells []byte) Maps {
	place, _ := snap.Place()
	for _, j := range rows {
		m := snap.Map(j)
		scale := byteScale(largest(m))
		at := len(cells)
		cells = slices.Grow(cells, len(m))[:at+len(m)]
		for i, v := range m {
			cells[at+i] = byte(v * scale)
		}
	}
	return Maps{Step: snap.Step, Index: index, Rows: rows, Place: place, Cells: cells}
}

// snapshots fills in the small multiples and the correlation matrix.
func (s *Sim) snapshots(f *Frame) {
	const most = 8
	n := len(s.snaps)
	f.Order = s.orderSnapshot()
	if first := s.snaps[f.Order]; first != s.pic.first {
		s.pic.first, s.pic.rows = first, first.Order()
	}
	// A stride that is a power of two keeps the pictures where they are while more come.
	stride := 1
	for (n-1-f.Order)/stride >= most {
		stride *= 2
	}
	f.Snaps = f.Snaps[:0]
	for i := f.Order; i < n; i += stride {
		f.Snaps = append(f.Snaps, s.pic.show(len(f.Snaps), s.snaps[i], i))
	}
	f.Corr, f.CorrSteps = f.Corr[:0], f.CorrSteps[:0]
	for i, snap := range s.snaps {
		f.CorrSteps = append(f.CorrSteps, snap.Step)
		for k := range s.snaps {
			f.Corr = append(f.Corr, float32(s.corr[max(i, k)][min(i, k)]))
		}
	}
}

// show is the maps of a snapshot for the k-th small picture, made anew only when that
// shows another snapshot or another order.
func (p *picture) show(k int, snap *snapshot, index int) Maps {
	if k == len(p.shown) {
		p.shown = append(p.shown, shown{})
	}
	sh := &p.shown[k]
	if sh.of != snap || sh.first != p.first {
		*sh = shown{of: snap, first: p.first, maps: show(&snap.Snapshot, index, p.rows, sh.maps.Cells[:0])}
	}
	return sh.maps
}

// orderSnapshot is the snapshot that gives the order: the chosen one, or the first taken
// after the task was learned, or the newest.
func (s *Sim) orderSnapshot() int {
	last := len(s.snaps) - 1
	if s.p.Order >= 0 {
		return min(s.p.Order, last)
	}
	if b := s.verdict.Borders; len(b) > 0 {
		for i, snap := range s.snaps {
			if snap.Step >= b[0] {
				return i
			}
		}
	}
	return last
}
