package engine

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"driftlab/engine/param"
)

// A link names a preset and what differs from it, and has to mean the same when the preset
// has changed. It could name every dial instead, as files do; but people read links, say them
// and shorten them. So a preset has an edition, which stands in the links of all but the first, and
// what the earlier editions set is listed here. A link that was copied from a page ("v=1") of
// before a change opens with the dials of then; what a person wrote without that asks for today's.

// The dials as they were in the first editions, where no preset sets them.
const (
	firstTrack = "&task=track&units=120&samples=60&inputs=20&outputs=5&rays=9&rate=0.5&noise=0.028&init=lazy&lx=1&ly=14&smooth=0.01&fov=8" +
		"&velocity=0.4&buffer=0.1&speed-jitter=0.1&turn-jitter=0.000873&offsets=arc&scale=signed"
	// Every step of every unit was taken.
	stepwise     = "&leaps=false"
	fourStepwise = "&a-leaps=false&b-leaps=false&c-leaps=false&d-leaps=false"
	firstValley  = "&rate=0.02&noise=0.02&kind=update&walkers=24&x0=2&y0=0.6"
)

// former lists what earlier editions of the presets set, the first edition first. Of a dial
// that is named twice the first counts.
var former = map[string][]string{
	"track lecture":      {firstTrack + stepwise, stepwise},
	"track fig2":         {"units=500&samples=150&rays=17&smooth=0.09&rate=0.1&noise=0.01389&velocity=0.2" + firstTrack + stepwise, stepwise},
	"track tiny":         {stepwise},
	"track update-noise": {stepwise},
	"track label-noise":  {stepwise},
	"track adam":         {stepwise},
	"track rmsprop":      {stepwise},
	"track sed":          {stepwise},
	"track noise-free":   {stepwise},
	"rules four":         {fourStepwise},
	"rules five":         {fourStepwise},
	"rules tiny":         {fourStepwise},
	"rules twice":        {fourStepwise},
	"rules places":       {fourStepwise},
	"rules activations":  {fourStepwise},
	"valley crowd":       {"walkers=2000" + firstValley},
}

// edition is that of the preset which the address means.
func (o *opening) edition(values url.Values) int {
	now := max(o.preset.Edition, 1)
	if !values.Has("edition") {
		if values.Has("v") {
			return 1
		}
		return now
	}
	n, err := strconv.Atoi(values.Get("edition"))
	switch {
	case err != nil || n < 1:
		o.note(fmt.Sprintf("edition: %q is no edition of a preset", cut(values.Get("edition"))))
		return now
	case n > now:
		o.note(fmt.Sprintf("edition: the link is of a newer %s than this page knows; what it does not name is as it is here", o.preset.Name))
	}
	return n
}

// hold turns the dials that the address does not name to what its preset set when the address
// was made.
func (o *opening) hold(values url.Values) {
	editions := former[o.exhibit.Name+" "+o.preset.Name]
	n := o.edition(values)
	if n > len(editions) {
		return
	}
	then, _ := url.ParseQuery(editions[n-1])
	for _, d := range o.sim.Dials().All() {
		if was := then.Get(d.Name); was != "" && !values.Has(d.Name) && was != d.Value() {
			o.held = append(o.held, d.Name)
			o.turn(d.Name, was)
		}
	}
}

// turn sets a dial, or notes why not.
func (o *opening) turn(name, value string) {
	if err := o.sim.Dials().Set(name, value); err != nil {
		o.note(err.Error())
	}
}

// heldNote says which dials are not as the preset has them today.
func (o *opening) heldNote() string {
	return fmt.Sprintf("preset: %s has changed since this link was made; as they were then: %s", o.preset.Name, strings.Join(o.held, ", "))
}

// wholeAddress is an address that names every dial but those of the view that are as the
// preset has them: presets may change.
func (s *Session) wholeAddress() string {
	b := new(strings.Builder)
	b.WriteString(s.address())
	given, _ := url.ParseQuery(b.String())
	for _, d := range s.sim.Dials().All() {
		if !d.View && !given.Has(d.Name) {
			b.WriteString("&" + d.Name + "=" + url.QueryEscape(d.Value()))
		}
	}
	return b.String()
}

// edited is what an address says of a preset: its name, and its edition unless that is the first.
func edited(p param.Preset) string {
	if p.Edition > 1 {
		return fmt.Sprintf("%s&edition=%d", p.Name, p.Edition)
	}
	return p.Name
}
