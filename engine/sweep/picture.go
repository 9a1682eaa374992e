package sweep

import (
	"math"
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/num"
	"driftlab/engine/wire"
)

// A picture is the newest frame. What is of the runs that are done is made anew when there is another.
type picture struct {
	frame   Frame
	drawn   int // how many runs it is of; -1 for none yet
	course  string
	medians [len(Groups)]float64 // of the final fraction of active units, of the runs of a group that finished
}

var nan32 = float32(math.NaN())

// AppendFrame appends the newest picture.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	f := s.shown()
	p := &s.p
	f.Run, f.Step, f.Playing = s.number, s.Steps(), playing
	f.Done, f.Of, f.All, f.Shard, f.Shards, f.Length = s.known, s.Of(), p.Runs, p.Shard, p.Shards, int64(p.Length)
	f.Own, f.At, f.Taken, f.Chosen = -1, 0, s.taken, -1
	if at, chosen := slices.BinarySearch(f.Number, float32(p.Network)); chosen && f.Precomputed == "" {
		f.Chosen = at
	}
	if k := s.Own(); k >= 0 {
		f.Own, f.At = s.run(k), s.own.Steps()
		f.Taken += f.At
	}
	return f.MarshalMsg(b)
}

// shown is the frame with the runs that are in the picture.
func (s *Sim) shown() *Frame {
	if !s.earlier() {
		return s.picture()
	}
	e := s.before
	e.sim.p.Course = s.p.Course
	f := e.sim.picture()
	f.Precomputed = e.command
	return f
}

// picture brings the frame up to the runs that are done.
func (s *Sim) picture() *Frame {
	c, f := &s.pic, &s.pic.frame
	if c.drawn == s.known && c.course == s.p.Course {
		return f
	}
	c.drawn, c.course = s.known, s.p.Course
	p := &s.p
	f.Runs, f.Units = s.known, p.Units
	f.Ranges = append(f.Ranges[:0], float32(p.Noise.lo), float32(p.Noise.hi), float32(p.Label.lo), float32(p.Label.hi))
	for _, c := range [...]count{p.Samples, p.Inputs, p.Outputs} {
		f.Ranges = append(f.Ranges, float32(c.lo), float32(c.hi))
	}
	f.empty()
	for k, r := range s.done {
		if r != nil {
			d := p.draw(s.run(k))
			f.add(s.run(k), &d, r)
		}
	}
	for g := range Groups {
		c.medians[g] = f.median(g)
	}
	f.fit()
	s.means(f)
	s.thin(f)
	return f
}

// perRun are what there is of each run, but for its words.
func (f *Frame) perRun() []*wire.Floats {
	return []*wire.Floats{
		&f.Number, &f.Noise, &f.Samples, &f.Inputs, &f.Outputs, &f.Ended, &f.Active, &f.Fraction, &f.Loss, &f.SI, &f.Corr, &f.Tau, &f.Half,
	}
}

// empty takes away what is of the runs.
func (f *Frame) empty() {
	for _, of := range f.perRun() {
		*of = (*of)[:0]
	}
	for _, of := range [...]*[]byte{&f.Rule, &f.Kind, &f.Task, &f.Init, &f.Outcome} {
		*of = (*of)[:0]
	}
	f.Histogram, f.Ends = zeros(f.Histogram, len(Groups)*Bins), zeros(f.Ends, len(Groups)*len(Outcomes))
}

func zeros(of wire.Floats, n int) wire.Floats {
	of = slices.Grow(of[:0], n)[:n]
	clear(of)
	return of
}

// add adds a run.
func (f *Frame) add(number int, d *Draw, r *Result) {
	f.Rule, f.Kind, f.Task, f.Init = append(f.Rule, byte(d.Rule)), append(f.Kind, byte(d.Kind)), append(f.Task, byte(d.Task)), append(f.Init, byte(d.Init))
	f.Outcome = append(f.Outcome, byte(r.Outcome))
	at := r.Final()
	per := f.perRun()
	for i, v := range [...]float64{
		float64(number), d.Noise + d.Label, float64(d.Samples), float64(d.Inputs), float64(d.Outputs),
		float64(r.Step), at.Units, at.Fraction, at.Loss, at.SI, at.Corr, r.Tau, r.Half,
	} {
		*per[i] = append(*per[i], float32(v))
	}
	g := GroupOf(d.Rule, d.Kind)
	f.Ends[g*len(Outcomes)+r.Outcome]++
	if r.Outcome == Finished && at.Units >= 0 && at.Units <= 1 {
		f.Histogram[g*Bins+min(int(at.Units*Bins), Bins-1)]++
	}
}

// finished is how many runs of a group did.
func (f *Frame) finished(g int) int { return int(f.Ends[g*len(Outcomes)+Finished]) }

// median is that of the fraction of active units, over the runs of a group that finished; NaN of none.
func (f *Frame) median(g int) float64 {
	counts, n := make([]int, f.Units+1), 0 // of the runs with so many active units
	for i, v := range f.Active {
		if f.Outcome[i] == Finished && v >= 0 && v <= 1 && GroupOf(int(f.Rule[i]), int(f.Kind[i])) == g {
			counts[int(float64(float64(v)*float64(f.Units))+0.5)]++
			n++
		}
	}
	at := func(k int) float64 {
		for units, many := range counts {
			if k -= many; k < 0 {
				return float64(units) / float64(f.Units)
			}
		}
		return math.NaN()
	}
	return (at((n-1)/2) + at(n/2)) / 2
}

// fit fits a line to each of the Times of every group.
func (f *Frame) fit() {
	f.Fitted, f.Slope, f.Within, f.Level = f.Fitted[:0], f.Slope[:0], f.Within[:0], f.Level[:0]
	for _, times := range [...]wire.Floats{f.Tau, f.Half} {
		for g := range Groups {
			l := f.line(times, g)
			f.Fitted, f.Slope = append(f.Fitted, float32(l.N)), append(f.Slope, float32(l.Slope))
			f.Within, f.Level = append(f.Within, float32(l.Half)), append(f.Level, float32(l.Level))
		}
	}
}

// InLine reports whether a run is one of those that a group's line is of: of adam, whose noises are of two kinds, those with
// update noise.
func (f *Frame) InLine(i, g int) bool {
	return f.Noise[i] > 0 && GroupOf(int(f.Rule[i]), int(f.Kind[i])) == g && (g < len(Kinds) || f.Kind[i] == UpdateNoise)
}

// Noisy is a name for the runs that a group's line is of, and how many of them finished or died.
func (f *Frame) Noisy(g int) (name string, runs int) {
	for i, outcome := range f.Outcome {
		if f.InLine(i, g) && (outcome == Finished || outcome == Died) {
			runs++
		}
	}
	if name = Groups[g]; g >= len(Kinds) {
		name += ", " + Kinds[UpdateNoise] + " noise"
	}
	return name, runs
}

// line is that of a group.
func (f *Frame) line(times wire.Floats, g int) measure.Line {
	var x, y []float64
	for i, t := range times {
		if t > 0 && f.InLine(i, g) {
			x, y = append(x, num.Log10(float64(f.Noise[i]))), append(y, num.Log10(float64(t)))
		}
	}
	l, ok := measure.FitLine(x, y)
	if nan := math.NaN(); !ok {
		l.Slope, l.Half, l.Level = nan, nan, nan
	}
	return l
}

// means fills in the mean time courses of the groups.
func (s *Sim) means(f *Frame) {
	f.Steps = f.Steps[:0]
	for _, step := range s.looks {
		f.Steps = append(f.Steps, float32(step))
	}
	n := len(s.looks)
	f.Curves = slices.Grow(f.Curves[:0], len(charted)*len(Groups))[:len(charted)*len(Groups)]
	var runs [len(Groups)][]float32
	for g := range Groups {
		runs[g] = make([]float32, n)
		for c := range charted {
			y := &f.Curves[c*len(Groups)+g]
			*y = zeros(*y, n)
		}
	}
	at := 0
	for _, r := range s.done {
		if r == nil {
			continue
		}
		g := GroupOf(int(f.Rule[at]), int(f.Kind[at]))
		at++
		of := r.measures()
		for k := range r.Loss {
			if !num.Finite(r.Loss[k]) {
				break // it has diverged
			}
			runs[g][k]++
			for c, m := range charted {
				f.Curves[c*len(Groups)+g][k] += of[m][k]
			}
		}
	}
	for g := range Groups {
		for c := range charted {
			for k, many := range runs[g] {
				f.Curves[c*len(Groups)+g][k] /= many // NaN of none
			}
		}
	}
}

// thin fills in the thin lines.
func (s *Sim) thin(f *Frame) {
	f.Course = slices.Index(Courses[:], s.p.Course)
	var at [mostLooks]int
	n := min(len(s.looks), mostLooks)
	f.Looks, f.Shown, f.Lines = f.Looks[:0], f.Shown[:0], f.Lines[:0]
	for k := range n {
		at[k] = k * (len(s.looks) - 1) / max(n-1, 1)
		f.Looks = append(f.Looks, float32(s.looks[at[k]]))
	}
	lines, i := min(s.known, mostLines), 0
	for _, r := range s.done {
		if r == nil {
			continue
		}
		// So many, evenly spread over those that are done.
		if len(f.Shown) < lines && i*lines/s.known >= len(f.Shown) {
			f.Shown = append(f.Shown, float32(i))
			y := r.measures()[f.Course]
			for _, k := range at[:n] {
				v := nan32
				if k < len(y) {
					v = y[k]
				}
				f.Lines = append(f.Lines, v)
			}
		}
		i++
	}
}

// Curves are the mean time courses.
func (s *Sim) Curves() *wire.Curves {
	f := s.picture()
	return &wire.Curves{Step: s.Steps(), Axis: "training step", Log: true, Steps: wire.Gappy(f.Steps), Charts: wire.Charted(Charts, &f.Head)}
}
