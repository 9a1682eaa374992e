package engine

import (
	"time"

	"driftlab/engine/param"
	"driftlab/engine/run"
)

// A clock says how a session's steps follow each other: whether they do, at what tempo, and
// how many there were in a second.
type clock struct {
	playing bool
	tempo   string
	speed   float64 // steps per second, when the tempo is fixed
	dials   *param.Set
	pace    pace
	meter   meter
	now     time.Duration
	credit  time.Duration // of the work beside the run
}

func newClock() *clock {
	c := &clock{tempo: TempoStory, speed: 30}
	c.dials = TempoDials(&c.tempo, &c.speed)
	return c
}

// TempoDials declares the dials of the tempo, which every exhibit has.
func TempoDials(tempo *string, speed *float64) *param.Set {
	var set param.Set
	set.Choice(tempo, "tempo", []string{TempoStory, TempoMax, TempoFixed}, "tempo", param.View,
		param.Help("story: the steps per second grow with the step count, so that fast learning and slow drift are both seen."))
	set.Float(speed, "speed", 1, 1e5, "steps per second", param.View, param.Log,
		param.Help("When the tempo is fixed."))
	return &set
}

func (c *clock) play() {
	c.playing = true
	c.pace.stop()
}

func (c *clock) pause() { c.playing = false }

// restart begins to count anew.
func (c *clock) restart() {
	c.pace.stop()
	c.meter = meter{at: c.now}
}

// rate is the steps in a second, 0 while nothing plays.
func (c *clock) rate() float64 {
	if !c.playing {
		return 0
	}
	return c.meter.rate
}

// run takes the steps of sim that are due, as far as they fit into the budget. It pauses when
// the experiment is over.
func (c *clock) run(sim Sim, read func() time.Duration, budget time.Duration) {
	if c.now = read(); !c.playing {
		c.pace.stop()
		return
	}
	due := c.pace.due(c.now, c.tempo, c.speed, sim)
	end := c.now + budget
	var taken int64
	for calls := int64(1); taken < due; {
		start := read()
		n, last := Advance(sim, calls, due-taken)
		if taken += n; last == run.Over {
			c.pause()
			return
		}
		if last == run.Waiting {
			break
		}
		now := read()
		if now >= end {
			break
		}
		// Read the time about once a millisecond.
		if now-start < time.Millisecond && calls < 1024 {
			calls *= 2
		}
	}
	c.pace.took(taken)
	c.aside(sim, read, end)
	c.meter.read(read(), sim.Steps())
}

// aside gives the work beside the run a twentieth of the time, and what the tempo leaves of it.
func (c *clock) aside(sim Sim, read func() time.Duration, end time.Duration) {
	work, ok := sim.(Aside)
	if !ok {
		return
	}
	now := read()
	c.credit += (now - c.now) / 20
	for c.credit > 0 || now < end {
		if !work.Aside() {
			c.credit = 0
			return
		}
		was := now
		now = read()
		c.credit -= now - was
	}
	c.credit = max(c.credit, -time.Second)
}

// Advance calls Step up to a number of times, until at most so many steps are taken, or until the
// experiment is over or waits. It returns what came of the last call.
func Advance(sim Sim, calls, most int64) (steps int64, last run.Outcome) {
	if l, ok := sim.(Leaper); ok {
		l.Within(most)
	}
	for before := sim.Steps(); calls > 0 && steps < most && last < run.Waiting; calls-- {
		last = sim.Step()
		steps = sim.Steps() - before
	}
	return steps, last
}
