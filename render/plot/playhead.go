package plot

import "math"

// A Playhead is where a display is in T samples, through which it runs again and again at
// its own tempo, whatever the model's.
type Playhead struct {
	T  int     // samples
	At float64 // in [0, T): between sample floor(At) and the next
}

// Advance moves it on by dt seconds at rate samples a second.
func (h *Playhead) Advance(dt, rate float64) {
	if h.T < 1 {
		h.At = 0
		return
	}
	h.At = math.Mod(h.At+dt*rate, float64(h.T))
}

// Sample is the sample it has reached.
func (h *Playhead) Sample() int { return min(int(h.At), max(h.T-1, 0)) }

// Next is the sample after it and the share of the way there; after the last sample
// it rests there until it starts again.
func (h *Playhead) Next() (next int, share float32) {
	t := h.Sample()
	if t+1 >= h.T {
		return t, 0
	}
	return t + 1, float32(h.At - float64(t))
}
