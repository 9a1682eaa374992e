package main

import (
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"
)

// A job is a run under way, a sweep.Job.
type job interface {
	Piece() (over bool)
	Steps() int64
	Part(dst []byte) []byte
	Result(dst []byte) []byte
}

// workers do the runs of a shard, each one at a time.
type workers struct {
	open     func(task) (job, error)
	every    time.Duration // now and then each tells how far its run is
	jobs     chan task
	messages chan message
	working  int          // workers that have not gone
	out      int          // tasks that they have
	closed   bool         // jobs is
	over     atomic.Bool  // they are to leave what they are at
	steps    atomic.Int64 // training steps taken
	left     int64        // training steps that were to be taken at first
}

// A task is a run, and how far it is.
type task struct {
	run  int
	part []byte
}

// A message is what has come of a run, or how far it is; or that a worker has gone.
type message struct {
	run   int
	steps int64 // it had when it was begun here, at its end, or when it broke off
	began bool
	done  bool
	gone  bool
	why   string // the run has broken off, with these words; empty if not
	bytes []byte // what has come of it, how far it is, or where it broke off
	err   error
}

// newWorkers are so many.
func newWorkers(open func(task) (job, error), many int, every time.Duration) *workers {
	w := &workers{open: open, every: every, jobs: make(chan task), messages: make(chan message), working: many}
	for range many {
		go func() {
			for t := range w.jobs {
				if !w.do(t) {
					break
				}
			}
			w.messages <- message{gone: true}
		}()
	}
	return w
}

// do does a run, and reports whether others may follow. Why the run breaks off it says, and stays alive.
func (w *workers) do(t task) (more bool) {
	var at int64
	defer func() {
		if why := recover(); why != nil {
			w.messages <- message{run: t.run, steps: at, why: fmt.Sprint(why), bytes: debug.Stack()}
			more = !w.over.Load()
		}
	}()
	j, err := w.open(t)
	if err != nil {
		w.messages <- message{run: t.run, err: err}
		return false
	}
	at = j.Steps()
	told := time.Now()
	w.messages <- message{run: t.run, began: true, steps: at}
	for !j.Piece() {
		w.steps.Add(j.Steps() - at)
		at = j.Steps()
		over := w.over.Load()
		if over || time.Since(told) >= w.every {
			told = time.Now()
			w.messages <- message{run: t.run, bytes: j.Part(nil)}
		}
		if over {
			return false
		}
	}
	w.steps.Add(j.Steps() - at)
	w.messages <- message{run: t.run, done: true, steps: j.Steps(), bytes: j.Result(nil)}
	return !w.over.Load()
}

// heard takes note of a message: steps that need not be taken, for they have been or the run diverged; a worker less.
func (w *workers) heard(m message, length int64) {
	switch {
	case m.gone:
		w.working--
	case m.began:
		w.left -= m.steps
	case m.done:
		w.left -= length - m.steps
		w.out--
	}
}

// lost takes note of a run that has broken off: it is begun again, or not.
func (w *workers) lost(m message, again bool, length int64) {
	w.out--
	if w.left += m.steps; !again {
		w.left -= length
	}
}

// close says that there are no more jobs, and now that what is being done is to be left.
func (w *workers) close(now bool) {
	if now {
		w.over.Store(true)
	}
	if !w.closed {
		w.closed = true
		close(w.jobs)
	}
}
