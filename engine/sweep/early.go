package sweep

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/wire"
)

// Assets are the files of data that Restart wants: a sweep that was done beforehand, a saved run as "lab merge" writes it.
// Its runs are in the picture until there are some of the visitor's own.
var Assets = []string{"precomputed.sweep"}

// enough is how many runs of the visitor's own take the place of those that were done beforehand.
const enough = 10

// An early is a sweep that was done beforehand.
type early struct {
	sim     *Sim
	command string // that does it again
}

// open reads the sweep that was done beforehand. A program that has come without it does without.
func open(assets run.Assets) (*early, error) {
	if assets == nil {
		return nil, nil
	}
	file, err := assets.ReadFile(Assets[0])
	if err != nil {
		return nil, nil
	}
	bad := errors.New(Assets[0] + " is no sweep of this driftlab")
	var f wire.File
	if wire.Whole(f.UnmarshalMsg(file)) != nil {
		return nil, bad
	}
	given, err := url.ParseQuery(f.Address)
	if err != nil {
		return nil, bad
	}
	s := New()
	preset, err := s.dials.Preset(given.Get("preset"))
	if err != nil {
		return nil, bad
	}
	s.dials.Apply(preset)
	for _, d := range s.dials.All() {
		if given.Has(d.Name) && s.dials.Set(d.Name, given.Get(d.Name)) != nil {
			return nil, bad
		}
	}
	if s.Restart(nil) != nil || s.RestoreState(f.State) != nil || s.known < s.Of() {
		return nil, bad
	}
	return &early{s, command(s.dials, preset)}, nil
}

// command is what does a sweep on the command line.
func command(dials *param.Set, preset param.Preset) string {
	text := new(strings.Builder)
	text.WriteString("lab sweep -preset " + preset.Name)
	for _, d := range dials.All() {
		always := d.Name == "runs" || d.Name == "length" || d.Name == "seed"
		if always || !d.View && slices.ContainsFunc(dials.ChangedFrom(preset), func(v param.Setting) bool { return v.Name == d.Name }) {
			text.WriteString(" -" + d.Name + " " + d.Value())
		}
	}
	return text.String()
}

// earlier reports whether the runs in the picture are those that were done beforehand.
func (s *Sim) earlier() bool { return s.before != nil && s.known < min(enough, s.Of()) }
