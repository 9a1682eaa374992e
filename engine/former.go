package engine

import (
	"net/url"
	"strings"
)

// former are the dials of the presets as they were while a saved run named only what differed
// from its preset: presets have changed since. A preset's dials go over its exhibit's.
var former = map[string]string{
	"track": "task=track&units=120&samples=60&inputs=20&outputs=5&rays=9&rate=0.5&noise=0.028&init=lazy&lx=1&ly=14&smooth=0.01&fov=8&" +
		"velocity=0.4&buffer=0.1&speed-jitter=0.1&turn-jitter=0.000873&phase=arc&scale=signed",
	"track fig2":   "units=500&samples=150&rays=17&smooth=0.09&rate=0.1&noise=0.01389&velocity=0.2",
	"track tiny":   "task=random&units=100&samples=5&init=rich&rate=0.1&noise=0.06",
	"valley":       "rate=0.02&noise=0.02&kind=update&walkers=24&x0=2&y0=0.6",
	"valley crowd": "walkers=2000",
	"valley label": "kind=label&noise=0.5&walkers=200",
}

// completed is the address of a saved run with the dials that it does not name, as its preset
// had them. Runs saved since name all of them.
func completed(address string) string {
	given, err := url.ParseQuery(address)
	e, known := Lookup(given.Get("scene"))
	if err != nil || !known {
		return address
	}
	b := new(strings.Builder)
	b.WriteString(address)
	preset, _ := url.ParseQuery(former[e.Name+" "+given.Get("preset")])
	exhibit, _ := url.ParseQuery(former[e.Name])
	for _, d := range e.New().Dials().All() {
		value := preset.Get(d.Name)
		if value == "" {
			value = exhibit.Get(d.Name)
		}
		if value != "" && !given.Has(d.Name) {
			b.WriteString("&" + d.Name + "=" + url.QueryEscape(value))
		}
	}
	return b.String()
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
