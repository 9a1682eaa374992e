package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"

	"driftlab/engine"
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return o.tabulate(ctx, out, stderr)
}

// tabulate writes a row for step 0, for every so many steps, and for the last: the one
// asked for, or where the experiment ended by itself or was interrupted.
func (o *order) tabulate(ctx context.Context, out, stderr io.Writer) error {
	_, err := out.Write(o.line(engine.AppendHeader(nil, o.sim.Columns())))
	if err != nil {
		return err
	}
	p := newProgress(o.steps, stderr)
	var written int64
	for at := written; at < o.steps && ctx.Err() == nil; {
		if o.sim.Step(); o.sim.Steps() == at {
			break
		}
		at = o.sim.Steps()
		if p.at(at); at%o.every != 0 {
			continue
		}
		if _, err := out.Write(o.line(nil)); err != nil {
			return err
		}
		written = at
	}
	if o.sim.Steps() != written {
		if _, err := out.Write(o.line(nil)); err != nil {
			return err
		}
	}
	return o.farewell(ctx, stderr)
}

// line appends the measures now to b.
func (o *order) line(b []byte) []byte { return engine.AppendLine(b, o.sim.AppendRow(nil)) }

// farewell says what is remarkable about how the run ended.
func (o *order) farewell(ctx context.Context, stderr io.Writer) error {
	if what, advice := o.sim.Trouble(); what != "" {
		fmt.Fprintf(stderr, "%s. %s\n", what, advice)
	}
	if o.sim.Steps() >= o.steps {
		return nil
	}
	fmt.Fprintf(stderr, "stopped at step %d of %d\n", o.sim.Steps(), o.steps)
	if ctx.Err() != nil {
		return errStopped
	}
	return nil
}
