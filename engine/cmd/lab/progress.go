package main

import (
	"fmt"
	"io"
	"time"
)

// A progress tells on w how far a run has come, once a second: a run that is over within
// the first tells nothing.
type progress struct {
	w     io.Writer
	first int64 // the step it began at
	steps int64 // the step it ends at
	start time.Time
	next  time.Time
}

func newProgress(first, steps int64, w io.Writer) *progress {
	now := time.Now()
	return &progress{w: w, first: first, steps: steps, start: now, next: now.Add(time.Second)}
}

// at is called after every step.
func (p *progress) at(step int64) {
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(time.Second)
	rate := float64(step-p.first) / now.Sub(p.start).Seconds()
	left := time.Duration(float64(p.steps-step) / rate * float64(time.Second)).Round(time.Second)
	fmt.Fprintf(p.w, "step %d of %d, %.0f steps/s, %v left\n", step, p.steps, rate, left)
}
