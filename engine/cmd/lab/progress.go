package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// A progress tells on w how far a run has come: once a second on a terminal, once a minute
// in a file, which somebody keeps. A run that is over before that tells nothing.
type progress struct {
	w     io.Writer
	every time.Duration
	first int64 // the step it began at
	steps int64 // the step it ends at
	start time.Time
	next  time.Time
}

func newProgress(first, steps int64, w io.Writer) *progress {
	now, every := time.Now(), time.Minute
	if watched(w) {
		every = time.Second
	}
	return &progress{w: w, every: every, first: first, steps: steps, start: now, next: now.Add(every)}
}

// watched reports whether somebody sees what is written to w.
func watched(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// at is called after every step.
func (p *progress) at(step int64) {
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(p.every)
	rate := float64(step-p.first) / now.Sub(p.start).Seconds()
	left := time.Duration(float64(p.steps-step) / rate * float64(time.Second)).Round(time.Second)
	fmt.Fprintf(p.w, "step %d of %d, %.0f steps/s, %v left\n", step, p.steps, rate, left)
}
