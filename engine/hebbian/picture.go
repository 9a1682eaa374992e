package hebbian

import (
	"cmp"
	"slices"

	"driftlab/engine/measure"
)

// picture is a frame used again for each picture.
type picture struct {
	frame Frame
	then  *snapshot // that frame.Maps are of
	rows  []int
	peaks []int // of all cells
}

// AppendFrame appends the newest picture.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	s.look()
	f := &s.pic.frame
	f.Head.Run, f.Step, f.Playing = s.runs, s.steps, playing
	f.Trouble, _ = s.trouble()
	f.World, f.Cells, f.Places, f.Per = s.params.World, s.net.k, Places, s.intervals.Unit()
	s.draw(&f.Head)
	s.maps(f)
	s.correlations(f)
	return f.MarshalMsg(b)
}

// maps fills in what the cells do, then and now.
func (s *Sim) maps(f *Frame) {
	f.Order = s.reference()
	then := s.snaps[f.Order]
	if then != s.pic.then {
		s.pic.then = then
		f.Then = then.step
		f.Rows = s.pic.byPeak(f.Rows[:0], &then.Population)
		f.Maps = shades(f.Maps[:0], &then.Population, f.Rows)
	}
	f.Moved = shades(f.Moved[:0], &s.answers.Population, f.Rows)
	s.pic.rows = s.pic.byPeak(s.pic.rows[:0], &s.answers.Population)
	f.Active = len(s.pic.rows)
	f.Own = shades(f.Own[:0], &s.answers.Population, s.pic.rows)
	was, now := then.similarity(), s.similarity()
	f.MostLike = max(slices.Max(was), slices.Max(now))
	f.LikeThen, f.LikeNow = byteScale(f.LikeThen[:0], was, f.MostLike), byteScale(f.LikeNow[:0], now, f.MostLike)
	pv, alike := s.compare(then)
	f.PV, f.Alike = float32(pv), float32(alike)
}

// byPeak appends the active cells in the order of the places where they are most active.
func (p *picture) byPeak(rows []int, of *measure.Population) []int {
	p.peaks = p.peaks[:0]
	for j := range of.Cells() {
		y := of.Cell(j)
		if isActive(y) {
			rows = append(rows, j)
		}
		p.peaks = append(p.peaks, slices.Index(y, slices.Max(y)))
	}
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(p.peaks[a], p.peaks[b]) })
	return rows
}

// shades appends the maps of some cells, each scaled to its own maximum.
func shades(dst []byte, of *measure.Population, rows []int) []byte {
	for _, j := range rows {
		dst = byteScale(dst, of.Cell(j), slices.Max(of.Cell(j)))
	}
	return dst
}

// byteScale appends v, [0, most] as [0, 255]; what is no number as 0.
func byteScale(dst []byte, v []float32, most float32) []byte {
	for _, x := range v {
		shade := byte(0)
		if share := x / most; share > 0 {
			shade = byte(255 * min(share, 1))
		}
		dst = append(dst, shade)
	}
	return dst
}

// correlations fills in the matrix of all snapshots.
func (s *Sim) correlations(f *Frame) {
	f.Corr, f.CorrSteps = f.Corr[:0], f.CorrSteps[:0]
	for i, snap := range s.snaps {
		f.CorrSteps = append(f.CorrSteps, snap.step)
		for k := range s.snaps {
			f.Corr = append(f.Corr, float32(s.corr[max(i, k)][min(i, k)]))
		}
	}
}
