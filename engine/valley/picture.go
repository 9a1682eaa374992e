package valley

const (
	histBins = 30
	histSpan = 3 // the right edge at first: that of the picture
)

// AppendFrame appends the Frame of this moment.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	f := &s.frame
	f.Run, f.Step, f.Playing = s.runs, s.step, playing
	f.Kind, f.Rate, f.Noise = s.p.Kind, float32(s.p.Rate), float32(s.p.Noise)
	f.Picture, f.Azimuth, f.Tilt = s.p.Picture, float32(s.p.Azimuth), float32(s.p.Tilt)
	d := s.drops.walkers()
	f.X = append(append(f.X[:0], s.crowd.x...), d.x...)
	f.Y = append(append(f.Y[:0], s.crowd.y...), d.y...)
	f.Dropped = s.drops.n
	f.StartX = append(append(f.StartX[:0], s.start[0]), s.drops.fromX[:s.drops.n]...)
	f.StartY = append(append(f.StartY[:0], s.start[1]), s.drops.fromY[:s.drops.n]...)
	s.drawTrails(f)
	s.draw(&f.Head)
	s.drawHist(f)
	s.pull.draw(f)
	f.End, f.Been = end(s.p.Rate), s.steep.count()
	f.NoTheory, _ = s.noTheory()
	f.Trouble, _ = s.trouble()
	return f.MarshalMsg(b)
}

// drawTrails turns the memory of trails, point after point, into trail after trail, and
// ends each with where its walker is now.
func (s *Sim) drawTrails(f *Frame) {
	t, n := &s.trails, len(s.crowd.x)
	f.TrailOf, f.TrailX, f.TrailY = f.TrailOf[:0], f.TrailX[:0], f.TrailY[:0]
	f.TrailLen = t.n + 1
	for k := range t.crowd + s.drops.n {
		of := k
		if k >= t.crowd {
			of = n + k - t.crowd
		}
		f.TrailOf = append(f.TrailOf, of)
		for i := range t.n {
			r := t.row(i)
			f.TrailX = append(f.TrailX, t.x[r][k])
			f.TrailY = append(f.TrailY, t.y[r][k])
		}
		f.TrailX = append(f.TrailX, f.X[of])
		f.TrailY = append(f.TrailY, f.Y[of])
	}
}

// drawHist counts distances in equal bins. The right edge doubles when more than one walker in
// twenty is beyond it, and does not come back in a run: bars that jump are hard to read.
func (s *Sim) drawHist(f *Frame) {
	here := len(s.crowd.x) - *s.crowd.flown
	for s.beyond(f.HistMax)*20 > here {
		f.HistMax *= 2
	}
	f.Hist = append(f.Hist[:0], make([]float32, histBins)...)
	for i, x := range s.crowd.x {
		if bin := int(far(x, s.crowd.y[i]) / f.HistMax * histBins); bin < histBins && !s.crowd.gone[i] {
			f.Hist[bin] += 1 / float32(here)
		}
	}
}

// beyond counts the walkers still here that are farther from the corner than the edge.
func (s *Sim) beyond(edge float32) int {
	n := 0
	for i, x := range s.crowd.x {
		if far(x, s.crowd.y[i]) >= edge && !s.crowd.gone[i] {
			n++
		}
	}
	return n
}
