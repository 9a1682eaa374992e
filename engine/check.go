package engine

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"driftlab/engine/param"
)

// Check reports what of an address can't be opened. Open passes over a word that it does not
// know, for addresses travel far; whoever calls by program made a mistake.
func Check(address string) error {
	values, err := url.ParseQuery(strings.TrimLeft(address, "#?"))
	if err != nil {
		return errors.New("the address is not well formed")
	}
	e, ok := Lookup(values.Get("scene"))
	if !ok {
		return fmt.Errorf("scene: there is no exhibit %q; there are %s", cut(values.Get("scene")), strings.Join(Names(), ", "))
	}
	settings := map[string]string{}
	for name := range values {
		if name != "v" && name != "scene" && name != "preset" && name != "edition" {
			settings[name] = values.Get(name)
		}
	}
	s := &Session{clock: newClock(), sim: e.New()}
	bad := badSettings(settings, s.dial)
	if name := values.Get("preset"); name != "" {
		if _, err := s.sim.Dials().Preset(name); err != nil {
			bad = append(bad, err.Error())
		}
	}
	return sentences(bad)
}

// badSettings says, in the order of their names, which dials can't be set as asked.
func badSettings(settings map[string]string, dial func(name string) *param.Dial) (bad []string) {
	for name, value := range settings {
		if d := dial(name); d == nil {
			bad = append(bad, fmt.Sprintf("%q: there is no such dial", cut(name)))
		} else if _, err := d.Parse(value); err != nil {
			bad = append(bad, err.Error())
		}
	}
	slices.Sort(bad)
	return bad
}

// sentences is one error of several, or nil.
func sentences(bad []string) error {
	if len(bad) == 0 {
		return nil
	}
	return errors.New(strings.Join(bad, "; "))
}
