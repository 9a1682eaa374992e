package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// tabulate reads lines and writes them as Markdown: ratios first, because they hold on
// other machines too.
func tabulate(in io.Reader, out io.Writer) error {
	var all []line
	for d := json.NewDecoder(in); ; {
		var l line
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		all = append(all, l)
	}
	if len(all) == 0 {
		return errors.New("there are no lines to make a table of")
	}
	_, err := io.WriteString(out, markdown(all))
	return err
}

func markdown(all []line) string {
	var b strings.Builder
	fmt.Fprintln(&b, "| case | SIMD ÷ scalar Go | SIMD ÷ plain JavaScript | native ÷ Chromium | in Chromium | natively |")
	fmt.Fprintln(&b, "|---|---|---|---|---|---|")
	for _, name := range allCases {
		c := find(all, name, "chromium", "simd")
		n := find(all, name, "native", "simd")
		if c == nil || n == nil || c.NS == 0 {
			continue
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %s |\n", name,
			times(c, find(all, name, "chromium", "scalar")), times(c, find(all, name, "chromium", "js")), times(n, c), c.speed(), n.speed())
	}
	fmt.Fprintln(&b)
	if dense, sparse := find(all, "fig2", "chromium", "simd"), find(all, "fig2-sparse", "chromium", "simd"); dense != nil && sparse != nil {
		fmt.Fprintf(&b, "In Chromium a sparse network (`fig2-sparse`) learns %s times as fast as one at its start (`fig2`).\n", times(sparse, dense))
	}
	rules(&b, all)
	sweeps(&b, all)
	if l := find(all, "beside", "chromium", "simd"); l != nil {
		fmt.Fprintf(&b, "The Hessian's spectra beside `fig2` (`beside`) take %.1f %% of the time of a worker without helpers.\n", 100*l.Beside)
	}
	if l := find(all, "frame", "chromium", "simd"); l != nil && l.Frame != nil {
		fmt.Fprintf(&b, "A picture of `fig2` at 1600×900 is built in %.1f ms (%.0f %% of the worker's time), there in %.1f ms, decoded in %.1f ms and drawn in %.1f ms of script. A dial is answered in %.0f ms meanwhile, in %.0f at most.\n",
			l.Build, 100*l.Share, l.Transfer, l.Decode, l.Draw, l.React, l.ReactMost)
	}
	if l := find(all, "memory", "chromium", "simd"); l != nil && len(l.Memory) > 0 {
		fmt.Fprint(&b, "Engine and view hold")
		for i, m := range l.Memory {
			fmt.Fprintf(&b, "%s %.0f and %.0f MB after %s", []string{"", ","}[min(i, 1)], m.Engine, m.View, grouped(float64(m.Steps)))
		}
		fmt.Fprintln(&b, " steps of `tiny`.")
	}
	if l := find(all, "figure", "chromium", "simd"); l != nil && len(l.Memory) > 0 {
		last := l.Memory[len(l.Memory)-1]
		fmt.Fprintf(&b, "The whole figure, %s steps of `fig2`, takes the page %.0f s with its picture drawn (%s steps/s on average).\n",
			grouped(float64(last.Steps)), last.Seconds, grouped(float64(last.Steps)/last.Seconds))
	}
	fmt.Fprintf(&b, "Medians, by `make bench` on %s.\n", all[0].Machine)
	return b.String()
}

// rules writes how long a step of fig2 takes by every rule and with every noise.
func rules(b *strings.Builder, all []line) {
	plain := find(all, "gd", "chromium", "simd")
	update, label := find(all, "fig2", "chromium", "simd"), find(all, "label", "chromium", "simd")
	adam, sed := find(all, "adam", "chromium", "simd"), find(all, "sed", "chromium", "simd")
	if plain == nil || update == nil || label == nil || adam == nil || sed == nil {
		return
	}
	fmt.Fprintf(b, "In Chromium a step of `fig2` by gradient descent without noise (`gd`) takes %.2f ms; with update noise (`fig2`) it takes %s times as long, with label noise (`label`) %s, by Adam (`adam`) %s, by stochastic error descent (`sed`) %s.\n",
		plain.NS/1e6, times(plain, update), times(plain, label), times(plain, adam), times(plain, sed))
}

// What the paper's sweep is, and how many steps by the second the authors' way is taken to take on one core, PyTorch in double
// precision, of tiny: more than engine/cmd/bench/torch_steps.py finds.
const (
	paperRuns, paperLength = 616, 10_000_000
	authorsPerS            = 8_844
)

// sweeps writes how fast the paper's sweep goes, and from that how long all of it would take.
func sweeps(b *strings.Builder, all []line) {
	c, n := find(all, "sweep", "chromium", "simd"), find(all, "sweep", "native", "simd")
	if stepwise := find(all, "sweep-stepwise", "chromium", "simd"); c != nil && stepwise != nil {
		fmt.Fprintf(b, "Over the first 100,000 steps the runs of the paper's sweep (`sweep`) go in Chromium %s times as fast with leaps as without (`sweep-stepwise`).\n", times(c, stepwise))
	}
	if n, c := find(all, "workers", "native", "simd"), find(all, "workers", "chromium", "simd"); n != nil && c != nil && n.Crew != nil && c.Crew != nil && c.Unseen != nil {
		fmt.Fprintf(b, "A whole sweep of its mix (`workers`: %d runs of %s steps) comes natively to %s; in the page to %s, and without the picture to %s.\n",
			crewRuns, grouped(crewLength), n.Crew, c.Crew, c.Unseen)
	}
	l := find(all, "sweep-long", "native", "simd")
	if l == nil || l.Sweep == nil {
		return
	}
	s := l.Sweep
	fmt.Fprintf(b, "Its first %d runs (`sweep-long`: %s steps each, on %d cores) come natively, by the second and core, to", s.Runs, grouped(float64(s.Length)), s.Cores)
	for _, span := range s.Spans {
		fmt.Fprintf(b, " %s steps until step %s,", grouped(1e9*span.Steps/span.NS), grouped(float64(min(span.Until, s.Length))))
	}
	fmt.Fprintf(b, " and %s on average.", grouped(l.PerS))
	for _, span := range s.Spans {
		if span.Leaping > 0 {
			fmt.Fprintf(b, " At step %s a step without leaps takes %.1f times as long.", grouped(float64(min(span.Until, s.Length))), span.Stepwise/span.Leaping)
		}
	}
	fmt.Fprintf(b, " All %d of %s steps would so take %d cores %s hours natively (± %.0f %% from run to run)",
		paperRuns, grouped(paperLength), s.Cores, hours(l.PerS, s.Cores), 100*s.Error)
	if c != nil && n != nil {
		fmt.Fprintf(b, ", and in the page %s, by the ratio of natively to Chromium in `sweep`", hours(l.PerS*c.PerS/n.PerS, s.Cores))
	}
	fmt.Fprintf(b, ". The authors' way, PyTorch in double precision at %s steps/s of `tiny`, would take %s hours on one core and %s on %d.\n",
		thousands(authorsPerS), hours(authorsPerS, 1), hours(authorsPerS, s.Cores), s.Cores)
}

// hours writes how long the paper's sweep takes at so many steps by the second and core.
func hours(perS float64, cores int) string {
	return fmt.Sprintf("%.3g", paperRuns*paperLength/perS/float64(cores)/3600)
}

// String says how fast one worker and two are.
func (c *Crew) String() string {
	return fmt.Sprintf("%s steps/s with one worker and %s with two, %.2f times as many", grouped(c.One), grouped(c.Two), c.Ratio)
}

// find is the line of a case, or nil.
func find(all []line, name, where, path string) *line {
	for i, l := range all {
		if l.Case == name && l.Where == where && l.Path == path {
			return &all[i]
		}
	}
	return nil
}

// times says how many times as fast a is as b.
func times(a, b *line) string {
	if a == nil || b == nil {
		return "–"
	}
	return fmt.Sprintf("%.1f", b.NS/a.NS)
}

// speed is how fast a case runs: steps by the second, small things by the time they take.
func (l *line) speed() string {
	if l.Unit == "step" {
		return fmt.Sprintf("%s steps/s", grouped(l.PerS))
	}
	return fmt.Sprintf("%.2f ns a %s", l.NS, l.Unit)
}

// grouped writes a number to three figures, its thousands set apart.
func grouped(x float64) string {
	var scale float64 = 1
	for x/scale >= 1000 {
		scale *= 10
	}
	return thousands(float64(int(x/scale+0.5)) * scale)
}

// thousands writes a whole number, its thousands set apart.
func thousands(x float64) string {
	s := fmt.Sprintf("%.0f", x)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
