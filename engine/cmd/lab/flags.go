package main

import (
	"flag"
	"io"
	"math"
	"strings"
	"time"

	"driftlab/engine/param"
)

// flags are those that every run has, which fill in an order, and one for each dial. Where a
// flag comes twice, the last one counts.
type flags struct {
	set   *flag.FlagSet
	order order
	why   error // what is wrong, in our words
}

func newFlags() *flags {
	f := &flags{set: flag.NewFlagSet("run", flag.ContinueOnError), order: order{steps: -1}}
	f.set.SetOutput(io.Discard)
	f.set.Usage = func() {}
	f.set.BoolVar(&f.order.hash, "hash", false, "")
	f.set.BoolVar(&f.order.header, "header", false, "")
	f.set.StringVar(&f.order.file, "o", "", "")
	f.set.StringVar(&f.order.save, "save", "", "")
	f.set.Func("steps", "", f.whole(&f.order.steps, "steps", 0))
	f.set.Func("every", "", f.whole(&f.order.every, "every", 1))
	f.set.Func("spectrum", "", f.whole(&f.order.spectrum, "spectrum", 1))
	return f
}

// A dialFlag is a dial as a flag: a flag.Value that keeps what it is given. The preset, which
// may come later, is set before it.
type dialFlag struct {
	f      *flags
	dial   *param.Dial
	value  string
	allows func(*param.Dial) error
}

func (d *dialFlag) String() string { return d.value }

// Set refuses a dial that concerns the picture, or that the run does not allow to be turned.
func (d *dialFlag) Set(value string) error {
	d.value = value
	if d.dial.View {
		d.f.why = misused("-%s concerns the picture in the page only", d.dial.Name)
	} else if err := d.allows(d.dial); err != nil {
		d.f.why = err
	}
	return d.f.why
}

// dials makes a flag of each dial.
func (f *flags) dials(dials *param.Set, allows func(*param.Dial) error) {
	for _, d := range dials.All() {
		f.set.Var(&dialFlag{f: f, dial: d, allows: allows}, d.Name, d.Label)
	}
}

// turned are the dials that flags turn, in the order of their names.
func (f *flags) turned() (list []param.Setting) {
	f.set.Visit(func(one *flag.Flag) {
		if d, ok := one.Value.(*dialFlag); ok {
			list = append(list, param.Setting{Name: one.Name, Value: d.value})
		}
	})
	return list
}

// seconds reads how long something is.
func (f *flags) seconds(d *time.Duration, name string) func(string) error {
	return func(text string) error {
		v, err := param.Number(text)
		switch {
		case err != nil:
			f.why = misused("%s: %s", name, err)
		case !(v >= 0.001 && v <= 1e6):
			f.why = misused("%s: %q is not a number of seconds from 0.001 to 1e+06", name, text)
		default:
			*d = time.Duration(v * float64(time.Second))
		}
		return f.why
	}
}

// parse reads the flags; unknown says of one that there is not why that is.
func (f *flags) parse(args []string, unknown string) error {
	if err := f.read(args, unknown); err != nil {
		return err
	}
	switch {
	case f.order.search:
	case f.order.steps < 0:
		return misused("say how many steps to take, such as -steps 10000")
	}
	if f.order.every == 0 {
		f.order.every = max(1, f.order.steps/100)
	}
	return nil
}

// read reads the flags.
func (f *flags) read(args []string, unknown string) error {
	err := f.set.Parse(args)
	switch {
	case f.why != nil:
		return f.why
	case err != nil:
		return inOurWords(err, unknown)
	case f.set.NArg() > 0:
		return misused("%q is not a flag: dials are turned as in -seed 7", f.set.Arg(0))
	}
	return nil
}

// inOurWords is what package flag found wrong as the lab says it.
func inOurWords(err error, unknown string) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: "); ok {
		return misused("%s: %s", name, unknown)
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: "); ok {
		return misused("%s: its value is missing", name)
	}
	return badUse(text)
}

// maxSteps keeps step counts whole numbers in the table, and far from any patience.
const maxSteps = 1e15

// whole reads a whole number of steps from least on; 1e6 is one too.
func (f *flags) whole(n *int64, name string, least float64) func(string) error {
	return func(text string) error {
		v, err := param.Number(text)
		switch {
		case err != nil:
			f.why = misused("%s: %s", name, err)
		case v != math.Trunc(v) || !(v >= least && v <= maxSteps):
			f.why = misused("%s: %q is not a whole number from %g to %g", name, text, least, float64(maxSteps))
		default:
			*n = int64(v)
		}
		return f.why
	}
}
