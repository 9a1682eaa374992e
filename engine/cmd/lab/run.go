package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"driftlab/engine"
	"driftlab/engine/run"
	"driftlab/engine/wire"
)

// carryOut runs the experiment and writes its table.
func (o *order) carryOut(stdout, stderr io.Writer) (err error) {
	out := stdout
	if o.file != "" {
		file, err := os.Create(o.file)
		if err != nil {
			return err
		}
		defer func() {
			if cerr := file.Close(); err == nil {
				err = cerr
			}
		}()
		out = file
	}
	ctx, stop := untilTold()
	defer stop()
	if o.save == "" {
		return o.tabulate(ctx, out, stderr)
	}
	if old, err := os.Stat(o.save); err == nil && !old.Mode().IsRegular() {
		return fmt.Errorf("the run could not be saved as %s: that is no ordinary file", o.save)
	}
	// Before the run, so that it is not computed in vain; beside the old file, which stays
	// whole whatever happens.
	file, err := os.CreateTemp(filepath.Dir(o.save), filepath.Base(o.save)+".*")
	if err != nil {
		return fmt.Errorf("the run could not be saved as %s: %w", o.save, err)
	}
	defer os.Remove(file.Name())
	err = o.tabulate(ctx, out, stderr)
	// A run whose table could not be written is kept all the same.
	if kept := o.keep(file); kept != nil {
		return kept
	}
	return err
}

// keep saves the run by way of a file beside it.
func (o *order) keep(file *os.File) error {
	state, err := o.session.Save()
	if err == nil {
		_, err = file.Write(state)
	}
	if err := errors.Join(err, file.Chmod(0o644), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), o.save)
}

// tabulate writes a row for the first step, for every so many steps, and for the last: the
// one asked for, or where the experiment ended by itself or was interrupted.
func (o *order) tabulate(ctx context.Context, out, stderr io.Writer) error {
	hash := ""
	if o.hash {
		hash = ",hash"
	}
	var head []byte
	if o.header {
		head = engine.AppendFacts(nil, o.facts())
	}
	_, err := out.Write(o.lines(engine.AppendHeader(head, o.sim.Report(), hash)))
	if err != nil {
		return err
	}
	first := o.sim.Steps()
	p := newProgress(first, first+o.steps, stderr)
	written := first
	crew, err := o.crew()
	if err != nil {
		return err
	}
	defer crew.End()
	for at := first; at < first+o.steps && ctx.Err() == nil; {
		if s, ok := o.sim.(run.Jobs); ok {
			if err := crew.Turn(s); err != nil {
				return err
			}
		}
		next := min(first+o.steps, at-at%o.every+o.every)
		steps, last := engine.Advance(o.sim, 1, next-at)
		if last == run.Over {
			break
		}
		if last == run.Waiting {
			time.Sleep(time.Millisecond)
		}
		if at += steps; steps == 0 {
			continue
		}
		if p.at(at); at%o.every != 0 {
			continue
		}
		if _, err := out.Write(o.lines(nil)); err != nil {
			return err
		}
		written = at
	}
	if o.sim.Steps() != written {
		if _, err := out.Write(o.lines(nil)); err != nil {
			return err
		}
	}
	return o.farewell(ctx, first+o.steps, stderr)
}

// crew are helpers on all processors but this one, if there are jobs for them.
func (o *order) crew() (*engine.Crew, error) {
	var helpers []run.Jobs
	if _, ok := o.sim.(run.Jobs); ok {
		for range runtime.GOMAXPROCS(0) - 1 {
			twin, err := o.session.Twin()
			if err != nil {
				return nil, err
			}
			helpers = append(helpers, twin.(run.Jobs))
		}
	}
	return engine.NewCrew(helpers...), nil
}

// lines appends the measures now to b.
func (o *order) lines(b []byte) []byte {
	if s, ok := o.sim.(engine.Spectral); ok && o.spectrum > 0 && o.sim.Steps()%o.spectrum == 0 {
		s.Spectrum()
	}
	hash := ""
	if o.hash {
		hash = "," + engine.Hash(o.sim)
	}
	return engine.AppendNewest(b, engine.Measured(o.sim), hash)
}

// facts are what is known of the run before its first step.
func (o *order) facts() []wire.Fact {
	facts := o.session.Settings(engine.Version(), "")
	return append(facts, wire.Fact{Name: "from step", Text: strconv.FormatInt(o.sim.Steps(), 10)})
}

// farewell says what is remarkable about how the run ended.
func (o *order) farewell(ctx context.Context, last int64, stderr io.Writer) error {
	words := o.sim.Says()
	what, advice := words.Trouble, words.Advice
	if what != "" {
		fmt.Fprintf(stderr, "trouble: %s. %s\n", what, advice)
	}
	if o.sim.Steps() < last {
		fmt.Fprintf(stderr, "stopped at step %d of %d\n", o.sim.Steps(), last)
	}
	o.tellBest(stderr)
	switch {
	case ctx.Err() != nil && o.sim.Steps() < last:
		return errStopped
	case what != "":
		return errTrouble
	}
	return nil
}

// tellBest says which trial of a search was the best, and how to run it.
func (o *order) tellBest(stderr io.Writer) {
	s, ok := o.sim.(engine.Paired)
	if !ok || !o.search {
		return
	}
	exhibit, dials, said, err := s.Beside(0)
	if err != nil {
		return // there is none yet
	}
	fmt.Fprintf(stderr, "best: %s\nlab run %s", said, exhibit)
	for _, d := range dials {
		fmt.Fprintf(stderr, " -%s %s", d.Name, d.Value)
	}
	fmt.Fprintln(stderr, " -steps N")
}
