package hebbian

// Story is the tempo: the loss is as low as it comes within some hundred steps, and the code
// drifts for tens of thousands.
func (s *Sim) Story() (start, seconds float64) { return 10, 6 }
