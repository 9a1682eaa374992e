package main

import (
	"slices"
	"strconv"
	"strings"

	"driftlab/assets"
	"driftlab/engine"
	"driftlab/engine/param"
	"driftlab/engine/wire"
)

// An order is what the arguments of "lab run" ask for.
type order struct {
	session  *engine.Session
	sim      engine.Sim // the session's, with its dials turned
	steps    int64      // to take
	every    int64
	spectrum int64  // the steps at which the Hessian's spectrum is taken are its multiples; 0: none are
	file     string // of the table; empty: stdout
	save     string // of the run; empty: nowhere
	hash     bool   // a last column with the hash of the parameters
	header   bool   // what the run is, in lines before the table
	search   bool   // at last the best trial is told
}

// readOrder reads EXHIBIT or -from FILE and the flags after it, of a run or of a search.
func readOrder(search bool, args []string) (*order, error) {
	if len(args) > 0 && isFrom(args[0]) {
		if search {
			return nil, misused("a saved search goes on with lab run -from FILE -steps N")
		}
		return readResumption(args)
	}
	e, err := exhibit(args)
	if err != nil {
		return nil, err
	}
	sim := e.New()
	dials := sim.Dials()
	f := newFlags()
	first := dials.Presets[0].Name
	if f.order.search = search; search {
		first = "search"
		if _, err := dials.Preset(first); err != nil {
			return nil, misused("%s has nothing to search for", e.Name)
		}
	}
	preset := f.set.String("preset", first, "")
	f.dials(dials, func(*param.Dial) error { return nil })
	if err := f.parse(args[1:], e.Name+" has no such dial; lab list names them"); err != nil {
		return nil, err
	}
	p, err := dials.Preset(*preset)
	if err != nil {
		return nil, badUse(err.Error())
	}
	dials.Apply(p)
	for _, d := range f.turned() {
		if err := dials.Set(d.Name, d.Value); err != nil {
			return nil, badUse(err.Error())
		}
	}
	if f.order.session, err = engine.Start(e, p, sim, assets.Data); err != nil && engine.Wanted(err) == "" {
		return nil, badUse(err.Error())
	} else if err != nil {
		return nil, err
	}
	if search {
		if err := f.searching(p); err != nil {
			return nil, err
		}
		f.order.steps, f.order.every = mostTrials(dials), 1
	}
	return f.order.ready()
}

// searching refuses what would make another run than a search of it.
func (f *flags) searching(p param.Preset) error {
	switch {
	case p.Name != "search":
		return misused("a search has the preset search: turn its dials")
	case f.order.steps >= 0:
		return misused("a search takes all its trials: -trials says how many")
	}
	for _, d := range f.turned() {
		if slices.ContainsFunc(p.Values, func(s param.Setting) bool { return s.Name == d.Name }) {
			return misused("-%s stays as the preset search has it", d.Name)
		}
	}
	return nil
}

// mostTrials is how many trials a search has.
func mostTrials(dials *param.Set) int64 {
	n, _ := strconv.ParseInt(dials.Lookup("trials").Value(), 10, 64) // it is a whole number
	return n
}

// ready takes over the session's experiment, which has to have what is asked for.
func (o *order) ready() (*order, error) {
	o.sim = o.session.Sim()
	if _, ok := o.sim.(engine.Spectral); o.spectrum > 0 && !ok {
		return nil, misused("spectrum: %s has no columns of a spectrum", o.session.Exhibit())
	}
	return o, nil
}

// isFrom reports whether an argument names a saved run.
func isFrom(arg string) bool {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return strings.HasPrefix(arg, "-") && name == "from"
}

// readResumption reads -from FILE and the flags after it. Dials that need a new network
// stay as they were saved.
func readResumption(args []string) (*order, error) {
	session, args, err := saved(args)
	if err != nil {
		return nil, err
	}
	f := newFlags()
	f.dials(session.Sim().Dials(), func(d *param.Dial) error {
		if d.Fresh {
			return misused("-%s needs a new network: it can't be turned in a saved run", d.Name)
		}
		return nil
	})
	if err := f.parse(args, "the saved run, "+session.Exhibit()+", has no such dial"); err != nil {
		return nil, err
	}
	// Through the session, so that the run saved next knows that it was turned.
	values := map[string]string{}
	for _, d := range f.turned() {
		values[d.Name] = d.Value
	}
	if r := session.Do(wire.Command{Kind: "set", Values: values}); r.Error != "" {
		return nil, badUse(r.Error)
	}
	f.order.session = session
	return f.order.ready()
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
