package e2e

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The panel's command, typed as it stands, ends at the panel's hash.
func TestAbout(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=3&noise=0.1&paused=1")
	p.run(`document.querySelector("#about summary").focus()`)
	p.press(kb.Enter)
	p.says("#about", "noise 0.1")
	first := p.about("hash")
	p.run(`driftlab.step(120)`)
	p.wait(`document.querySelector("[data-about=step]").textContent === "120"`)
	if p.about("hash") == first {
		t.Error("the hash stays the same")
	}
	text := p.text(`document.querySelector("#about pre").textContent`)
	command, ok := strings.CutPrefix(text, "bin/lab ")
	if !ok || !strings.HasPrefix(command, "run track -preset tiny -seed 3 -noise 0.1 -steps 120") {
		t.Fatalf("the command is %q", text)
	}
	args := append([]string{"run", "driftlab/engine/cmd/lab"}, strings.Fields(command)...)
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(string(out), ","+p.about("hash")+"\n") {
		t.Errorf("%s gives\n%s, the page's hash is %s", command, out, p.about("hash"))
	}

	// Once a dial is turned on the way, the page does not promise what no command keeps.
	p.run(`driftlab.set({noise: 0.2})`)
	p.says("#about", "no single command gives this run")
	p.says("#about pre", "bin/lab run -from driftlab-track-step-120.driftlab -steps 0 -hash")
	p.run(`driftlab.reset()`)
	p.says("#about pre", "-noise 0.2 -steps 0 -hash")
}

// While the panel is closed nothing is hashed; while the run plays, once a second.
func TestAboutKeepsUp(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&walkers=10&tempo=max")
	p.wait(`driftlab.state().step > 1000`)
	if said := p.about("hash"); said != "" {
		t.Errorf("the closed panel holds the hash %s", said)
	}
	p.run(`document.querySelector("#about summary").click()`)
	p.wait(`document.querySelector("[data-about=hash]").textContent.length === 16`)
	first := p.about("hash")
	p.wait(`document.querySelector("[data-about=hash]").textContent !== ` + quote(first))
	p.run(`driftlab.open("track", {preset: "tiny"})`)
	p.wait(`document.querySelector("article:not([hidden]) [data-about=exhibit]").textContent === "track"`)
}

// about is a field of the panel.
func (p *tab) about(field string) string {
	p.t.Helper()
	return p.text(`document.querySelector("[data-about=` + field + `]").textContent`)
}
