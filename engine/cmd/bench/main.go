// Bench is the stopwatch of the benchmarks: it times one case in the program as it was
// built, natively or for the browser, and prints one JSON line. Command wasm/e2e/bench
// runs it everywhere and compares.
//
//	bench -case fig2 [-for 500ms] [-warm 200ms]
//	bench -case fig2-sparse < FILE     from a saved run
//	bench -sparsify > FILE             makes that run
//	bench -case sweep < FILE           from runs of the paper's sweep
//	bench -stagger > FILE              makes those
//	bench -whole 48 -length 1e4 -procs 2   does runs of the paper's sweep from beginning to end
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"driftlab/engine"
)

// A result is what one timing of a case found.
type result struct {
	Case  string  `json:"case"`
	Path  string  `json:"path"` // "simd" or "scalar"
	Unit  string  `json:"unit"`
	Items float64 `json:"items"` // done, in units
	NS    float64 `json:"ns"`    // that they took

	Beside float64 `json:"beside_ns,omitempty"` // of that, the work beside the run

	Spans []span  `json:"spans,omitempty"` // of whole runs
	Error float64 `json:"error,omitempty"` // of what their steps take on average, from run to run, as a share of it
}

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	name := flags.String("case", "", "what to time")
	long := flags.Duration("for", 500*time.Millisecond, "how long")
	warm := flags.Duration("warm", 200*time.Millisecond, "how long to run before")
	sparsify := flags.Bool("sparsify", false, "write a sparsified run of fig2")
	stagger := flags.Bool("stagger", false, "write runs of the paper's sweep")
	whole := flags.Int("whole", 0, "do so many runs of the paper's sweep")
	length := flags.Int("length", 10_000, "training steps of each of them")
	procs := flags.Int("procs", 1, "runs at a time")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch {
	case *sparsify:
		file, err := sparsified()
		return write(out, file, err)
	case *stagger:
		file, err := staggered(sweptRuns, sweptFirst)
		return write(out, file, err)
	}
	var r result
	var err error
	if *whole > 0 {
		r, err = wholeRuns(*whole, *length, *procs, os.Stderr)
	} else {
		r, err = stopwatch(*name, *warm, *long, in)
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(r)
}

// write writes a file, if there is one.
func write(out io.Writer, file []byte, err error) error {
	if err != nil {
		return err
	}
	_, err = out.Write(file)
	return err
}

// stopwatch times a case for so long, which reads its saved run, if it has one.
func stopwatch(name string, warm, long time.Duration, in io.Reader) (result, error) {
	c, err := lookup(name)
	if err != nil {
		return result{}, err
	}
	var file []byte
	if c.saved {
		if file, err = io.ReadAll(in); err != nil {
			return result{}, err
		}
	}
	w, err := c.open(file)
	if err != nil {
		return result{}, fmt.Errorf("%s: %w", c.name, err)
	}
	clock(w, warm)
	if w, err = c.open(file); err != nil { // from its first step again
		return result{}, fmt.Errorf("%s: %w", c.name, err)
	}
	r := result{Case: c.name, Path: path(), Unit: c.unit}
	items, took := clock(w, long)
	r.Items, r.NS = float64(items), float64(took.Nanoseconds())
	if w.beside != nil {
		r.Beside = float64(w.beside().Nanoseconds())
	}
	return r, nil
}

// path is how this program computes.
func path() string {
	if engine.Vector() {
		return "simd"
	}
	return "scalar"
}
