package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Each kind of control turns its dial.
func TestControls(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(`document.querySelectorAll("details").forEach((d) => d.open = true)`)
	p.run(`driftlab.step(7)`)

	p.focus(dial("noise") + " input[type=range]")
	p.press(kb.End)
	p.wait(param("noise") + ` === "1"`)
	p.press(kb.ArrowLeft)
	p.wait(`Number(` + param("noise") + `) < 1`)
	p.wait(`document.getElementById("track-noise").value === ` + param("noise"))
	p.is(`driftlab.state().step === 7`)

	p.write("track-rate", "0.025")
	p.wait(param("rate") + ` === "0.025"`)
	p.is(`driftlab.state().step === 7`)

	p.focus("#track-freeze")
	p.press(" ")
	p.wait(param("freeze") + ` === "true"`)
	p.is(`driftlab.state().step === 7`)

	// These need a new network.
	p.choose("track-init", "lazy")
	p.wait(param("init") + ` === "lazy" && driftlab.state().step === 0`)
	p.run(`driftlab.step(7)`)
	p.focus(dial("units") + " input[type=range]")
	p.press(kb.ArrowRight)
	p.wait(`Number(` + param("units") + `) > 100 && driftlab.state().step === 0`)

	p.choose("track-preset", "fig2")
	p.wait(param("units") + ` === "500"`)
	p.is(`driftlab.state().playing === false`)

	for _, tempo := range []string{"max", "story", "fixed"} {
		p.do(chromedp.Click(chromedp.CSS(`input[name=tempo][value=` + tempo + `]`)))
		p.wait(param("tempo") + ` === ` + quote(tempo))
	}
	p.write("pace", "12")
	p.wait(param("speed") + ` === "12"`)
}

// A logarithmic slider may end in 0: the left end is exactly 0, what lies beside it is small,
// and a value below the scale stands beside the end.
func TestALogarithmicSliderEndsInZero(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&paused=1")
	p.focus(dial("noise") + " input[type=range]")
	slider := `document.querySelector("` + dial("noise") + ` input[type=range]").value`
	p.press(kb.Home)
	p.wait(param("noise") + ` === "0" && document.getElementById("valley-noise").value === "0"`)
	p.press(kb.ArrowRight)
	p.wait(`Number(` + param("noise") + `) > 0 && Number(` + param("noise") + `) < 0.0002`)
	p.press(kb.ArrowLeft)
	p.wait(param("noise") + ` === "0"`)
	p.write("valley-noise", "0.00001")
	p.wait(param("noise") + ` === "0.00001" && ` + slider + ` === "1"`)
	p.write("valley-noise", "0")
	p.wait(param("noise") + ` === "0" && ` + slider + ` === "0"`)
	p.write("valley-noise", "1")
	p.wait(param("noise") + ` === "1" && ` + slider + ` === "1000"`)
}

// A bad value is refused with a sentence, and nothing changes.
func TestBadValues(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	const sentence = "noise: 7 is outside [0, 1]"
	p.run(`driftlab.step(5)`)
	before := p.text(`JSON.stringify(driftlab.state())`)

	got := p.text(`driftlab.set({noise: 7, rate: 0.5}).then(() => "was accepted", (error) => error.message)`)
	if got != sentence {
		t.Errorf("set says %q", got)
	}
	p.write("track-noise", "7")
	p.says(dial("noise"), sentence)
	p.is(`document.getElementById("track-noise").getAttribute("aria-invalid") === "true"`)
	if after := p.text(`JSON.stringify(driftlab.state())`); after != before {
		t.Errorf("a bad value changed the state from\n%s to\n%s", before, after)
	}
	p.write("track-noise", "0.5")
	p.wait(param("noise") + ` === "0.5"`)
	p.wait(fmt.Sprintf(`!document.querySelector(%s).textContent.includes("outside")`, quote(dial("noise"))))

	for call, want := range map[string]string{
		`driftlab.set({walrus: 1})`:     `"walrus": there is no such dial`,
		`driftlab.set({init: "poor"})`:  `init: "poor" is not one of rich, lazy`,
		`driftlab.step(1e6)`:            `step: 1,000,000 is outside [1, 10,000]`,
		`driftlab.export("poem")`:       `export: "poem" is not one of png, csv, run`,
		`driftlab.set({rate: "quick"})`: `rate: "quick" is not a number`,
	} {
		if got := p.text(call + `.then(() => "was accepted", (error) => error.message)`); got != want {
			t.Errorf("%s says %q, not %q", call, got, want)
		}
	}
}

// dial selects a dial of the open exhibit.
func dial(name string) string { return `article:not([hidden]) [data-dial=` + name + `]` }

// param is the dial's value in the state.
func param(name string) string { return fmt.Sprintf(`driftlab.state().params[%q]`, name) }
