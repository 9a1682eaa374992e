package e2e

import (
	"fmt"
	"testing"

	"driftlab/engine/simtest"
	"driftlab/engine/wire"
)

// The browser comes to the same bits as the machine that wrote the tables, with SIMD and
// without.
func TestGoldenHashes(t *testing.T) {
	for name, validate := range map[string]string{"simd": ``, "plain": `WebAssembly.validate = () => false`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, late(`/view\.`))
			p := newTab(t)
			p.before(validate)
			p.visitEarly(site + "#v=1&paused=1")
			for _, g := range simtest.Goldens(t) {
				p.run(`location.hash = ` + quote("#paused=1&"+g.Address))
				p.wait(`driftlab.state().step === 0 && driftlab.link().includes(` + quote(g.Address) + `.split("&").pop())`)
				p.follow(&g, name == "simd")
			}
		})
	}
}

// follow steps through a table and compares the hashes.
func (p *tab) follow(g *simtest.Golden, vector bool) {
	p.t.Helper()
	for i, step := range g.Steps {
		if more := step - int64(p.number(`driftlab.state().step`)); more > 0 {
			p.run(fmt.Sprintf(`driftlab.step(%v)`, more))
		}
		got := p.eval[wire.About](`driftlab.about()`)
		if got.Hash != g.Hashes[i] || got.Step != step || got.Vector != vector {
			p.t.Errorf("%s: at step %d the hash is %s (SIMD: %v); at step %v it should be %s (%v)",
				g.Name, got.Step, got.Hash, got.Vector, step, g.Hashes[i], vector)
		}
	}
}
