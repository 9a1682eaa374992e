package main

import (
	"math"
	"strconv"
	"strings"

	"driftlab/engine"
	"driftlab/engine/param"
)

// An order is what the arguments of "lab run" ask for.
type order struct {
	sim   engine.Sim // with its dials turned, at step 0
	steps int64
	every int64
	file  string // empty: stdout
}

// maxSteps keeps step counts whole numbers in the table, and far from any patience.
const maxSteps = 1e15

// readOrder reads EXHIBIT and the flags after it: -name value or -name=value, with one
// dash or two. Where a flag comes twice, the last one counts.
func readOrder(args []string) (*order, error) {
	e, err := exhibit(args)
	if err != nil {
		return nil, err
	}
	o := &order{sim: e.New(), steps: -1}
	dials := o.sim.Dials()
	preset := dials.Presets[0]
	var settings []param.Setting
	for args = args[1:]; len(args) > 0; {
		var name, value string
		if name, value, args, err = takeFlag(args); err != nil {
			return nil, err
		}
		switch d := dials.Lookup(name); {
		case name == "steps":
			o.steps, err = whole(name, value, 0)
		case name == "every":
			o.every, err = whole(name, value, 1)
		case name == "o":
			o.file = value
		case name == "preset":
			preset, err = dials.Preset(value)
		case d == nil:
			err = misused("-%s: %s has no such dial; lab list names them", name, e.Name)
		case d.View:
			err = misused("-%s concerns the picture in the page only", name)
		default:
			settings = append(settings, param.Setting{Name: name, Value: value})
		}
		if err != nil {
			return nil, badUse(err.Error())
		}
	}
	return o, o.prepare(preset, settings)
}

// prepare turns the dials and looks for what is missing.
func (o *order) prepare(preset param.Preset, settings []param.Setting) error {
	if o.steps < 0 {
		return misused("say how many steps to take, such as -steps 10000")
	}
	if o.every == 0 {
		o.every = max(1, o.steps/100)
	}
	o.sim.Dials().Apply(preset)
	for _, s := range settings {
		if err := o.sim.Dials().Set(s.Name, s.Value); err != nil {
			return badUse(err.Error())
		}
	}
	o.sim.Restart()
	return nil
}

// exhibit is the one that the first of args names.
func exhibit(args []string) (engine.Exhibit, error) {
	var names []string
	for _, e := range engine.Exhibits {
		names = append(names, e.Name)
	}
	all := strings.Join(names, ", ")
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
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v != math.Trunc(v) || !(v >= least && v <= maxSteps) {
		return 0, misused("%s: %q is not a whole number from %g to %g", name, text, least, float64(maxSteps))
	}
	return int64(v), nil
}
