package valley

// Story is the tempo. The walkers are on the floor in no time; then the noise sets the pace:
// within the start's steps one diffuses by 1.26. So whatever the noise, the crowd spreads at
// once, and of one that starts at 2 the first come to the corner within five seconds and most
// within half a minute. Without noise there is only the way down to see.
func (s *Sim) Story() (start, seconds float64) {
	const least, most = 20, 1e5
	w := s.p.wander()
	if w == 0 {
		return least, 12
	}
	return min(max(1.6/float64(w*w), least), most), 12
}
