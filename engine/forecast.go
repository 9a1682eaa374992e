package engine

import "time"

// A forecast says how fast a long job gets on, and how long it still takes at that: on average since it was first looked at, for
// what comes of it comes in pieces. Pauses do not count, but for the shortest, nor does the time that a machine was asleep.
type forecast struct {
	at      time.Duration // when it was looked at last,
	share   float64       // and how much was done then
	playing bool          // and whether it went on

	spent  time.Duration
	gained float64
}

const (
	asleep = 3 * time.Second // without a look
	sure   = 5 * time.Second // of work, before which nothing is said
)

// read looks at the job. What it has lost since, where a part of it is done over, it has to gain again.
func (f *forecast) read(now time.Duration, share float64, playing bool) {
	if f.playing { // since then
		f.gained += share - f.share
		if took := now - f.at; took < asleep {
			f.spent += took
		}
	}
	f.at, f.share, f.playing = now, share, playing
}

// rate is how much of the job is done in a second, 0 while that cannot be told.
func (f *forecast) rate() float64 {
	if !f.playing || f.spent < sure {
		return 0
	}
	return f.gained / f.spent.Seconds()
}

// left is how many seconds the job still takes, 0 while that cannot be told.
func (f *forecast) left() float64 {
	if rate := f.rate(); rate > 0 {
		return (1 - f.share) / rate
	}
	return 0
}
