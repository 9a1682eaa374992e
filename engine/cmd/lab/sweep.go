package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"driftlab/assets"
	"driftlab/engine"
	"driftlab/engine/param"
	"driftlab/engine/sweep"
)

// A sweeping is what the arguments of "lab sweep" ask for.
type sweeping struct {
	session *engine.Session
	sim     *sweep.Sim
	share   share
	dir     string
	procs   int
	every   time.Duration // how often runs under way are kept
	stderr  io.Writer

	file string        // the shard's
	last time.Time     // when it was written,
	cost time.Duration // and how long that took
}

// doSweep does a shard.
func doSweep(args []string, stderr io.Writer) error {
	s, err := readSweep(args)
	if err != nil {
		return err
	}
	s.stderr = stderr
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	if err := s.share.others(s.dir); err != nil {
		return err
	}
	s.file = filepath.Join(s.dir, s.share.file())
	release, taken, err := lock(filepath.Join(s.dir, s.share.lockFile()))
	if taken {
		return fmt.Errorf("another process is at shard %d of %d in %s (it holds %s)", s.share.shard, s.share.of, s.dir, s.share.lockFile())
	}
	if err != nil {
		return fmt.Errorf("nothing can be written in %s: %w", s.dir, err)
	}
	defer release()
	s.tidy()
	if err := s.goOn(); err != nil {
		return err
	}
	ctx, stop := untilTold()
	defer stop()
	return s.carryOut(ctx)
}

// readSweep reads the flags.
func readSweep(args []string) (*sweeping, error) {
	e, _ := engine.Lookup("sweep")
	sim := e.New()
	dials := sim.Dials()
	s := &sweeping{procs: runtime.GOMAXPROCS(0), every: time.Minute}
	f := &flags{set: flag.NewFlagSet("sweep", flag.ContinueOnError)}
	f.set.SetOutput(io.Discard)
	f.set.Usage = func() {}
	preset := f.set.String("preset", dials.Presets[0].Name, "")
	f.set.StringVar(&s.dir, "o", "", "")
	shard := ""
	f.set.StringVar(&shard, "shard", "", "")
	var procs int64
	f.set.Func("procs", "", f.whole(&procs, "procs", 1))
	f.set.Func("keep", "", f.seconds(&s.every, "keep"))
	for _, d := range dials.All() {
		if d.Name == "shard" || d.Name == "shards" {
			continue
		}
		v := &dialFlag{f: f, dial: d, allows: func(*param.Dial) error { return nil }}
		f.set.Var(v, d.Name, d.Label)
		if d.Name == "length" {
			f.set.Var(v, "steps", d.Label)
		}
	}
	if err := f.read(args, "sweep has no such dial; lab list names them"); err != nil {
		return nil, err
	}
	if procs > 0 {
		s.procs = int(min(procs, 4096))
	}
	if s.dir == "" {
		return nil, misused("say where the shard's file is to go, such as -o runs")
	}
	var err error
	if shard != "" {
		s.share, err = readShare(shard)
	} else {
		s.share, err = shareFromCluster(os.Getenv)
	}
	if err != nil {
		return nil, err
	}
	p, err := dials.Preset(*preset)
	if err != nil {
		return nil, badUse(err.Error())
	}
	dials.Apply(p)
	turned := append(f.turned(), param.Setting{Name: "shards", Value: strconv.Itoa(s.share.of)}, param.Setting{Name: "shard", Value: strconv.Itoa(s.share.shard)})
	for _, d := range turned {
		if d.Name == "steps" {
			d.Name = "length"
		}
		if err := dials.Set(d.Name, d.Value); err != nil {
			return nil, badUse(err.Error())
		}
	}
	if s.session, err = engine.Start(e, p, sim, assets.Data); err != nil {
		return nil, badUse(err.Error())
	}
	s.sim = s.session.Sim().(*sweep.Sim)
	return s, nil
}

// goOn takes over what an earlier process has done, or puts the first file where it will be: if that is not possible, it is
// known before anything is computed.
func (s *sweeping) goOn() error {
	old, err := os.ReadFile(s.file)
	if errors.Is(err, fs.ErrNotExist) {
		if err := s.keep(); err != nil {
			return fmt.Errorf("nothing can be written in %s: %w", s.dir, err)
		}
		return nil
	}
	if err != nil {
		return err
	}
	session, sim, err := openSweep(s.file, old)
	if err != nil {
		return err
	}
	if what := differ(sim, s.sim); what != "" {
		return fmt.Errorf("%s is of another sweep: %s; use another folder", s.file, what)
	}
	s.session, s.sim = session, sim
	return s.keep() // so that a folder that cannot be written is known at once
}

// tidy removes what a process that was killed in the middle of a write has left: nobody else is at this shard.
func (s *sweeping) tidy() {
	left, _ := filepath.Glob(filepath.Join(s.dir, "."+s.share.file()+".*"))
	for _, name := range left {
		_ = os.Remove(name)
	}
}

// differ says in which dial two sweeps are not the same; empty where they are.
func differ(a, b *sweep.Sim) string {
	for _, d := range a.Dials().All() {
		if other := b.Dials().Lookup(d.Name).Value(); !d.View && d.Value() != other {
			return fmt.Sprintf("its %s is %s, not %s", d.Name, d.Value(), other)
		}
	}
	return ""
}

// openSweep opens a file of a sweep.
func openSweep(name string, file []byte) (*engine.Session, *sweep.Sim, error) {
	session, err := engine.Load(file, assets.Data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	sim, ok := session.Sim().(*sweep.Sim)
	if !ok {
		return nil, nil, fmt.Errorf("%s: that is a saved run of %s, not of sweep", name, session.Exhibit())
	}
	return session, sim, nil
}

// keep writes the shard's file.
func (s *sweeping) keep() error {
	began := time.Now()
	b, err := s.session.Save()
	if err == nil {
		err = replace(s.file, b)
	}
	s.last = time.Now()
	s.cost = s.last.Sub(began)
	return err
}

// carryOut does the runs that are not done, as many at a time as there are processors. What comes of a run is kept at once,
// unless runs are so short that nothing else would be done; of a run under way is kept how far it is.
func (s *sweeping) carryOut(ctx context.Context) (err error) {
	todo := s.sim.Todo()
	w := newWorkers(s.sim, min(s.procs, len(todo)), s.every)
	w.left = int64(len(todo)) * s.sim.Length()
	told := s.tells(w)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	kept := true
	for w.working > 0 {
		var jobs chan<- task // nil, which takes nothing, once there are no more
		var next task
		if len(todo) > 0 && err == nil && ctx.Err() == nil {
			jobs, next = w.jobs, task{todo[0], s.sim.Part(todo[0])}
		} else {
			w.close(len(todo) > 0)
		}
		select {
		case jobs <- next:
			todo = todo[1:]
		case m := <-w.messages:
			if err == nil && !m.gone && !m.began {
				err, kept = s.take(m), false
			}
			w.heard(m, s.sim.Length())
		case <-tick.C:
			told()
		}
		if !kept && err == nil && time.Now().After(s.last.Add(min(20*s.cost, 10*time.Second))) {
			err, kept = s.keep(), true
		}
		if ctx.Err() != nil || err != nil {
			w.over.Store(true)
		}
	}
	if err == nil {
		err = s.keep()
	}
	return s.farewell(ctx, err)
}

// farewell says what is done, and what is left.
func (s *sweeping) farewell(ctx context.Context, err error) error {
	done, _ := s.sim.Done()
	left := len(s.sim.Todo())
	if err != nil {
		return fmt.Errorf("what was done could not all be written to %s: %w", s.file, err)
	}
	fmt.Fprintf(s.stderr, "shard %d of %d: %d of %d runs done, in %s\n", s.share.shard, s.share.of, done, done+left, s.file)
	if left > 0 && ctx.Err() != nil {
		return errStopped
	}
	return nil
}

// take takes over what a worker tells.
func (s *sweeping) take(m message) error {
	switch {
	case m.err != nil:
		return m.err
	case m.done:
		return s.sim.Finish(m.run, m.bytes)
	}
	return s.sim.Hold(m.bytes)
}

// tells returns what tells how far the shard is: once a second on a terminal, once a minute in a file.
func (s *sweeping) tells(w *workers) func() {
	every := time.Minute
	if watched(s.stderr) {
		every = time.Second
	}
	start, next := time.Now(), time.Now().Add(every)
	return func() {
		now := time.Now()
		if now.Before(next) {
			return
		}
		next = now.Add(every)
		done, _ := s.sim.Done()
		steps := w.steps.Load()
		rate := float64(steps) / now.Sub(start).Seconds()
		wait := time.Duration(float64(w.left-steps) / rate * float64(time.Second)).Round(time.Second)
		fmt.Fprintf(s.stderr, "shard %d of %d: %d of %d runs done, %.0f steps/s, %v left\n",
			s.share.shard, s.share.of, done, done+len(s.sim.Todo()), rate, wait)
	}
}
