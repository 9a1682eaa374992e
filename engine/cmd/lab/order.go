package main

import (
	"math"
	"strings"

	"driftlab/engine"
	"driftlab/engine/param"
)

// An order is what the arguments of "lab run" ask for.
type order struct {
	session *engine.Session
	sim     engine.Sim // the session's, with its dials turned
	steps   int64      // to take
	every   int64
	file    string // of the table; empty: stdout
	save    string // of the run; empty: nowhere
	hash    bool   // a last column with the hash of the parameters
	header  bool   // what the run is, in lines before the table
}

// maxSteps keeps step counts whole numbers in the table, and far from any patience.
const maxSteps = 1e15

// readOrder reads EXHIBIT or -from FILE and the flags after it: -name value or
// -name=value, with one dash or two. Where a flag comes twice, the last one counts.
func readOrder(args []string) (*order, error) {
	if len(args) > 0 && isFrom(args[0]) {
		return readResumption(args)
	}
	e, err := exhibit(args)
	if err != nil {
		return nil, err
	}
	o := &order{sim: e.New(), steps: -1}
	dials := o.sim.Dials()
	preset := dials.Presets[0]
	var settings []param.Setting
	err = o.readFlags(args[1:], func(name, value string) (err error) {
		switch d := dials.Lookup(name); {
		case name == "preset":
			preset, err = dials.Preset(value)
		case d == nil:
			err = misused("-%s: %s has no such dial; lab list names them", name, e.Name)
		case d.View:
			err = misused("-%s concerns the picture in the page only", name)
		default:
			settings = append(settings, param.Setting{Name: name, Value: value})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	dials.Apply(preset)
	if err := turn(dials, settings); err != nil {
		return nil, err
	}
	o.sim.Restart()
	o.session = engine.Start(e, preset, o.sim)
	return o, nil
}

// readFlags reads the flags that every run has; dial takes the others.
func (o *order) readFlags(args []string, dial func(name, value string) error) error {
	for len(args) > 0 {
		switch args[0] {
		case "-hash", "--hash":
			o.hash, args = true, args[1:]
			continue
		case "-header", "--header":
			o.header, args = true, args[1:]
			continue
		}
		name, value, rest, err := takeFlag(args)
		if err != nil {
			return err
		}
		args = rest
		switch name {
		case "steps":
			o.steps, err = whole(name, value, 0)
		case "every":
			o.every, err = whole(name, value, 1)
		case "o":
			o.file = value
		case "save":
			o.save = value
		default:
			err = dial(name, value)
		}
		if err != nil {
			return badUse(err.Error())
		}
	}
	if o.steps < 0 {
		return misused("say how many steps to take, such as -steps 10000")
	}
	if o.every == 0 {
		o.every = max(1, o.steps/100)
	}
	return nil
}

// turn turns the dials.
func turn(dials *param.Set, settings []param.Setting) error {
	for _, s := range settings {
		if err := dials.Set(s.Name, s.Value); err != nil {
			return badUse(err.Error())
		}
	}
	return nil
}

// exhibit is the one that the first of args names.
func exhibit(args []string) (engine.Exhibit, error) {
	all := strings.Join(engine.Names(), ", ")
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return engine.Exhibit{}, misused("name an exhibit first: %s", all)
	}
	e, ok := engine.Lookup(args[0])
	if !ok {
		return e, misused("there is no exhibit %q; there are %s", args[0], all)
	}
	return e, nil
}

// takeFlag takes one flag and its value from args.
func takeFlag(args []string) (name, value string, rest []string, err error) {
	name, value, given := strings.Cut(args[0], "=")
	name, dashed := strings.CutPrefix(name, "-")
	name = strings.TrimPrefix(name, "-")
	switch {
	case !dashed || name == "":
		return "", "", nil, misused("%q is not a flag: dials are turned as in -seed 7", args[0])
	case given:
		return name, value, args[1:], nil
	case len(args) == 1:
		return "", "", nil, misused("-%s: its value is missing", name)
	}
	return name, args[1], args[2:], nil
}

// whole reads a whole number of steps from least on; 1e6 is one too.
func whole(name, text string, least float64) (int64, error) {
	v, err := param.Number(text)
	if err != nil {
		return 0, misused("%s: %s", name, err)
	}
	if v != math.Trunc(v) || !(v >= least && v <= maxSteps) {
		return 0, misused("%s: %q is not a whole number from %g to %g", name, text, least, float64(maxSteps))
	}
	return int64(v), nil
}
