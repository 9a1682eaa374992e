package e2e

import (
	"net/url"
	"strings"
	"testing"

	"driftlab/engine/simtest"
	"driftlab/engine/wire"
)

// runs are addresses whose tables are compared, with how many steps they take.
var runs = []struct {
	address string
	steps   int
}{
	{"scene=track&preset=tiny&seed=9&noise=0.1", 2000},
	{"scene=track&preset=lecture", 60},
	{"scene=track&preset=fig2&units=101&samples=37", 40},
	{"scene=valley&preset=crowd&walkers=203", 3000},
	{"scene=valley&preset=label&seed=5", 1000},
}

// native is the table that this machine's own engine gives.
func native(t *testing.T, address string, steps int) string {
	t.Helper()
	s := simtest.Open(t, address)
	if r := s.Do(wire.Command{Kind: "step", N: steps}); r.Error != "" {
		t.Fatal(r.Error)
	}
	return plain(s.Do(wire.Command{Kind: "csv"}).Text)
}

// compare runs everything in the page and natively, and compares the tables as text.
func (p *tab) compare() {
	p.t.Helper()
	for _, r := range runs {
		values, err := url.ParseQuery(r.address)
		if err != nil {
			p.t.Fatal(err)
		}
		params := map[string]string{}
		for name := range values {
			params[name] = values.Get(name)
		}
		p.run(`driftlab.open(` + quote(params["scene"]) + `, ` + quote(params) + `)`)
		p.run(`driftlab.step(` + quote(r.steps) + `)`)
		want := native(p.t, r.address, r.steps)
		if got := plain(p.file("csv")); got != want {
			p.t.Errorf("%s: the page's table is\n%s, the command line's\n%s", r.address, got, want)
		}
	}
}

// The same seed gives the same table in the browser as natively, to the last digit.
func TestSameNumbers(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#paused=1")
	p.compare()
}

// A browser without SIMD is told so, and counts the same numbers.
func TestNoSIMD(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.before(`WebAssembly.validate = () => false`)
	p.visitEarly(site + "#paused=1")
	p.says("p", "no SIMD instructions")
	p.compare()
	p.is(`performance.getEntriesByType("resource").some((e) => e.name.includes("/engine-plain."))`)
	p.is(`!performance.getEntriesByType("resource").some((e) => e.name.includes("/engine."))`)
	p.run(`driftlab.play()`)
	p.wait(`driftlab.state().step > 1010`)
}

// plain is a table without the facts before it: page and command line have other addresses.
func plain(table string) string {
	for strings.HasPrefix(table, "#") {
		_, table, _ = strings.Cut(table, "\n")
	}
	return table
}
