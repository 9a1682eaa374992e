package main

import (
	"os"
	"strings"

	"driftlab/engine"
	"driftlab/engine/wire"
)

// isFrom reports whether an argument names a saved run.
func isFrom(arg string) bool {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return strings.HasPrefix(arg, "-") && name == "from"
}

// readResumption reads -from FILE and the flags after it. Dials that need a new network
// stay as they were saved.
func readResumption(args []string) (*order, error) {
	_, file, args, err := takeFlag(args)
	if err != nil {
		return nil, err
	}
	bytes, err := os.ReadFile(file)
	if err != nil {
		return nil, badUse(err.Error())
	}
	session, err := engine.Load(bytes)
	if err != nil {
		return nil, misused("%s: %v", file, err)
	}
	o := &order{session: session, sim: session.Sim(), steps: -1}
	dials := o.sim.Dials()
	values := map[string]string{}
	err = o.readFlags(args, func(name, value string) error {
		switch d := dials.Lookup(name); {
		case d == nil || d.View:
			return misused("-%s: the saved run, %s, has no such dial", name, session.Exhibit())
		case d.Fresh:
			return misused("-%s needs a new network: it can't be turned in a saved run", name)
		}
		values[name] = value
		return nil
	})
	if err != nil {
		return nil, err
	}
	// Through the session, so that the run saved next knows that it was turned.
	if r := session.Do(wire.Command{Kind: "set", Values: values}); r.Error != "" {
		return nil, badUse(r.Error)
	}
	return o, nil
}
