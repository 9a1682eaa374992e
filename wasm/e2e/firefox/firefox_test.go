package firefox

import (
	"flag"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/wire"
)

var siteDir = flag.String("site", "../../../dist", "the site to test")

// The page opens in Firefox, computes the same numbers as everywhere, and says what it shows.
func TestThePageInFirefox(t *testing.T) {
	host := httptest.NewServer(http.FileServer(http.Dir(*siteDir)))
	t.Cleanup(host.Close)
	p := open(t, host.URL+"/#v=1&scene=track&preset=tiny&edition=2&seed=5&paused=1")
	p.wait(`window.driftlab?.state().scene`)
	p.text(`driftlab.ready`)
	p.is(`document.querySelectorAll("#picture iframe, #picture svg").length > 0`, "true") // or curves, where there is no WebGL2
	p.text(`driftlab.step(300)`)

	s := simtest.Open(t, "v=1&scene=track&preset=tiny&edition=2&seed=5")
	s.Do(wire.Command{Kind: "step", N: 300})
	p.is(`driftlab.about().then((a) => a.hash)`, engine.Hash(s.Sim()))
	p.is(`document.getElementById("caption").textContent`, strings.ReplaceAll(s.Status().Caption, " %", "\u00a0%"))

	p.text(`driftlab.play()`)
	p.wait(`driftlab.state().step > 310 && document.getElementById("step").textContent !== "step 300"`)
	p.text(`driftlab.open("valley", {walkers: 9})`)
	p.wait(`driftlab.state().scene === "valley" && driftlab.state().caption.includes("9 walkers")`)
	p.is(`driftlab.set({noise: 7}).then(() => "", (e) => e.message)`, "noise: 7 is outside [0, 1]")
	for _, line := range p.log {
		if !strings.Contains(line, "WebGL") { // where Firefox has none it says so itself
			t.Errorf("the console says %s", line)
		}
	}
}
