package track

// Story is the tempo: the task is learned within some hundred steps and drift takes tens of
// thousands; 60,000 take a minute.
func (s *Sim) Story() (start, seconds float64) { return 20, 7.5 }
