package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"driftlab/assets"
	"driftlab/engine"
	"driftlab/engine/sweep"
)

// A sweeping is what the arguments of "lab sweep" ask for.
type sweeping struct {
	session *engine.Session
	sim     *sweep.Sim
	share   share
	dir     string
	procs   int
	open    func(task) (job, error)
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
	return s.do()
}

func (s *sweeping) do() error {
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
