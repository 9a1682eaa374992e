// Bench runs the benchmarks: every case natively and in headless Chromium, with the vector
// kernels, without them, and in plain JavaScript. It prints one JSON line per case, place
// and path on stdout, progress on stderr. The site must have been built.
//
//	go run ./wasm/e2e/bench [-case fig2,tiny] > bench.jsonl
//	go run ./wasm/e2e/bench -case figure      >> bench.jsonl
//	go run ./wasm/e2e/bench -case sweep-long  >> bench.jsonl
//	go run ./wasm/e2e/bench -markdown < bench.jsonl
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// allCases are what can be measured, in this order; those from frame on are not of the stopwatch alone. The whole figure and
// whole runs of the paper's sweep take many minutes and are measured only if named.
var allCases = []string{"fig2", "gd", "fig2-sparse", "tiny", "tiny-sparse", "tiny-stepwise", "adam", "sed", "label", "sweep", "sweep-stepwise", "beside", "valley", "hebbian", "rnn", "rnn100", "mlp", "mlp2000", "normals", "gemm", "frame", "memory", "workers", "figure", "sweep-long"}

var usualCases = allCases[:len(allCases)-2]

// plainCases are those that plain.js has too.
var plainCases = []string{"fig2", "tiny", "rnn", "rnn100", "normals", "gemm"}

// An order is what the arguments ask for.
type order struct {
	cases []string
	runs  int           // timings of each
	long  time.Duration // of each timing
	site  string        // the built site

	sweepRuns, sweepLength int // of sweep-long
}

func run(args []string, in io.Reader, out io.Writer) error {
	var o order
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	cases := flags.String("case", strings.Join(usualCases, ","), "what to measure")
	flags.IntVar(&o.runs, "runs", 5, "timings of each, of which the median counts")
	flags.DurationVar(&o.long, "for", 500*time.Millisecond, "how long a timing takes")
	flags.StringVar(&o.site, "dist", "dist", "the built site, for what the page does")
	flags.IntVar(&o.sweepRuns, "sweep-runs", 12, "how many runs sweep-long does")
	flags.IntVar(&o.sweepLength, "sweep-length", 10_000_000, "training steps of each of them")
	markdown := flags.Bool("markdown", false, "make a table of the lines on stdin")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *markdown {
		return tabulate(in, out)
	}
	o.cases = strings.Split(*cases, ",")
	for _, c := range o.cases {
		if !slices.Contains(allCases, c) {
			return fmt.Errorf("there is no case %q; there are %s", c, strings.Join(allCases, ", "))
		}
	}
	return o.measure(json.NewEncoder(out))
}

// measure measures every case and writes its lines.
func (o *order) measure(out *json.Encoder) error {
	progress("building")
	if err := build(); err != nil {
		return err
	}
	b, err := open(o.site)
	if err != nil {
		return err
	}
	defer b.close()
	for _, c := range o.cases {
		lines, err := o.lines(b, c)
		if err != nil {
			return fmt.Errorf("%s: %w", c, err)
		}
		for _, l := range lines {
			l.Machine = b.machine
			if err := out.Encode(l); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o *order) lines(b *browser, c string) ([]line, error) {
	switch c {
	case "frame":
		return b.frames()
	case "memory":
		return b.long(c, "tiny", 10_000, 100_000, 1_000_000, 2_000_000)
	case "figure":
		return b.long(c, "fig2", 10_000, 100_000, 1_000_000)
	case "beside": // long, for the beginning of a spectrum takes more than its share, which is made good later
		return race(b.programs("simd", c), c, 3, 8*o.long)
	case "workers":
		return b.workers()
	case "sweep-long":
		return sweepLong(o.sweepRuns, o.sweepLength)
	}
	return race(b.players(c), c, o.runs, o.long)
}

func progress(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
