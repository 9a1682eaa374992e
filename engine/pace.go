package engine

import (
	"time"

	"driftlab/engine/num"
)

// The tempos of a run.
const (
	TempoStory = "story" // steps per second grow with the step count
	TempoMax   = "max"   // as fast as the machine allows
	TempoFixed = "fixed" // a number of steps per second
)

// pace says how many steps are due. The zero value is ready to use.
type pace struct {
	last  time.Duration // when the steps were last counted
	owed  float64       // steps due and not yet taken
	valid bool          // last holds a time
}

// stop forgets the time: what passes until the next call counts for nothing.
func (p *pace) stop() { *p = pace{} }

// due adds the steps that the time since the last call is worth and returns how many whole
// ones are owed now. A machine that can't keep up, and a page that was asleep, do not owe
// more than a quarter of a second.
//
// A story runs along the logarithm of the step count at constant speed: after t seconds it
// has reached start*(exp(t/seconds) - 1) steps, so that what is fast and what is slow take
// the visitor's time in equal parts.
func (p *pace) due(now time.Duration, tempo string, speed float64, sim Sim) int64 {
	if tempo == TempoMax {
		p.stop()
		return 1 << 62
	}
	elapsed := 0.0
	if p.valid {
		elapsed = min((now - p.last).Seconds(), 0.25)
	}
	p.last, p.valid = now, true
	rate := speed
	if tempo == TempoStory {
		// The growth within the elapsed time, so that coarse ticks tell the same story.
		start, seconds := sim.Story()
		start += float64(sim.Steps())
		rate = (start + p.owed) * (num.Exp(elapsed/seconds) - 1) / max(elapsed, 1e-9)
		speed = start / seconds
	}
	p.owed = min(p.owed+float64(rate*elapsed), max(1, speed/4))
	return int64(p.owed)
}

// took says that n of the steps due were taken.
func (p *pace) took(n int64) { p.owed = max(0, p.owed-float64(n)) }

// meter measures steps per second over about a second, or from step to step where one takes
// longer.
type meter struct {
	at    time.Duration
	steps int64
	rate  float64
}

// slowest is how long the meter waits for a step, after which none is expected.
const slowest = 10 * time.Second

// read updates the rate when half a second has passed since the last update and there were
// steps in it.
func (m *meter) read(now time.Duration, steps int64) {
	dt := now - m.at
	if dt < 500*time.Millisecond || steps == m.steps && dt < slowest {
		return
	}
	m.rate = float64(steps-m.steps) / dt.Seconds()
	m.at, m.steps = now, steps
}
