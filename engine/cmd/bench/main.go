// Bench is the stopwatch of the benchmarks: it times one case in the program as it was
// built, natively or for the browser, and prints one JSON line. Command wasm/e2e/bench
// runs it everywhere and compares.
//
//	bench -case fig2 [-for 500ms] [-warm 200ms]
//	bench -case fig2-sparse < FILE     from a saved run
//	bench -sparsify > FILE             makes that run
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
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *sparsify {
		file, err := sparsified()
		if err != nil {
			return err
		}
		_, err = out.Write(file)
		return err
	}
	c, err := lookup(*name)
	if err != nil {
		return err
	}
	var file []byte
	if c.saved {
		if file, err = io.ReadAll(in); err != nil {
			return err
		}
	}
	w, err := c.open(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	clock(w, *warm)
	if w, err = c.open(file); err != nil { // from its first step again
		return fmt.Errorf("%s: %w", c.name, err)
	}
	r := result{Case: c.name, Path: "scalar", Unit: c.unit}
	if engine.Vector() {
		r.Path = "simd"
	}
	items, took := clock(w, *long)
	r.Items, r.NS = float64(items), float64(took.Nanoseconds())
	if w.beside != nil {
		r.Beside = float64(w.beside().Nanoseconds())
	}
	return json.NewEncoder(out).Encode(r)
}
