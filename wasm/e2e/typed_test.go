package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// invalid is how many fields bear a mark; wrong is what is said beside the open controls.
const (
	invalid = `document.querySelectorAll("[aria-invalid=true]").length`
	wrong   = `[...document.querySelectorAll(".side .wrong")].filter((e) => e.checkVisibility()).map((e) => e.textContent).join("|")`
)

// Numbers are read as people write them, wherever one is typed or passed as text.
func TestNumbersAsTyped(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&noise=0,05&paused=1")
	p.is(param("noise") + ` === "0.05"`)
	p.run(`document.querySelectorAll("details").forEach((d) => d.open = true)`)
	for text, want := range map[string]string{
		"0,07": "0.07", "0.08 ": "0.08", "9e-2": "0.09", "\u00a00.11": "0.11", ",12": "0.12", "\uff10\uff0e\uff11\uff13": "0.13",
	} {
		p.write("track-noise", text)
		p.wait(param("noise") + ` === ` + quote(want))
		p.wait(`document.getElementById("track-noise").value === ` + quote(want))
	}
	p.write("track-samples", "0'200")
	p.says(dial("samples"), `is not a number`) // nobody counts no thousands
	p.write("track-samples", "1,000")
	p.says(dial("samples"), `samples: "1,000" may mean 1000 or 1.000: write the one that you mean`)
	p.write("track-samples", "1 000")
	p.wait(param("samples") + ` === "1000"`)
	p.run(`driftlab.set({rate: "\u22123"}).then(() => { throw "taken" }, () => {})`)
	p.run(`driftlab.set({rate: "0,25"})`)
	p.is(param("rate") + ` === "0.25" && ` + wrong + ` === "" && ` + invalid + ` === 0`)

	p.run(`document.querySelector("input[name=tempo][value=fixed]").click()`)
	p.wait(param("tempo") + ` === "fixed"`)
	p.write("pace", "2\u202f000")
	p.wait(param("speed") + ` === "2000"`)
	p.write("pace", "fast")
	p.wait(wrong + ` === 'speed: "fast" is not a number' && ` + invalid + ` === 1`)
	p.write("pace", "40")
	p.wait(param("speed") + ` === "40" && ` + wrong + ` === "" && ` + invalid + ` === 0`)
}

// A value that was mended loses its mark, however it was mended.
func TestMendedValues(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.run(`document.querySelectorAll("details").forEach((d) => d.open = true)`)
	clean := func() {
		t.Helper()
		p.wait(wrong + ` === "" && ` + invalid + ` === 0`)
		p.wait(`document.getElementById("track-noise").value === ` + param("noise"))
	}
	spoil := func() {
		t.Helper()
		p.write("track-noise", "7")
		p.wait(wrong + ` === "noise: 7 is outside [0, 1]" && ` + invalid + ` === 1`)
		p.is(`document.getElementById("track-noise").value === "7"`)
		p.is(`document.getElementById(document.getElementById("track-noise").getAttribute("aria-errormessage")).textContent.includes("outside")`)
	}
	before := p.text(param("noise"))
	spoil()
	p.press(kb.Escape)
	clean()
	spoil()
	p.press(kb.Backspace)
	p.wait(wrong + ` === "" && ` + invalid + ` === 0`)
	p.write("track-noise", before) // the value that it has
	clean()
	spoil()
	p.press(kb.Tab)
	clean()
	spoil()
	p.focus(dial("noise") + " input[type=range]")
	p.press(kb.End)
	p.wait(param("noise") + ` === "1"`)
	clean()
	for _, otherwise := range []string{`driftlab.set({noise: 0.3})`, `driftlab.open("track", {preset: "lecture"})`} {
		p.focus("#track-noise")
		p.run(`document.getElementById("track-noise").select()`)
		p.press("7")
		p.press(kb.Tab) // the answer comes when the field is left
		p.wait(invalid + ` === 1`)
		p.run(otherwise)
		clean()
	}
	p.focus("#track-noise")
	p.run(`document.getElementById("track-noise").select()`)
	p.press("7")
	p.press(kb.Tab)
	p.wait(invalid + ` === 1`)
	p.choose("track-preset", "tiny")
	p.wait(param("preset") + ` === "tiny"`)
	clean()

	// An answer that comes late does not take away what is being typed by then.
	p.run(`(() => {
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (m, ...rest) {
			const late = m.json?.includes('"set"') && m.json.includes('0.25');
			setTimeout(() => post.call(this, m, ...rest), late ? 1500 : 0);
		};
	})()`)
	p.write("track-noise", "0.25")
	p.run(`document.getElementById("track-noise").select()`)
	p.press("0.1")
	p.wait(param("noise") + ` === "0.25"`)
	p.run(`new Promise((done) => setTimeout(done, 300))`)
	p.press("25", kb.Enter)
	p.wait(param("noise") + ` === "0.125"`)

	// Exhibits come and go: a dial still asks once.
	for _, scene := range []string{"valley", "track", "valley", "track"} {
		p.run(`driftlab.open(` + quote(scene) + `)`)
	}
	p.run(`(() => {
		window.asked = 0;
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (m, ...rest) { if (m.json?.includes('"set"')) asked++; return post.call(this, m, ...rest); };
	})()`)
	p.write("track-rate", "0.033")
	p.wait(param("rate") + ` === "0.033"`)
	p.is(`asked === 1`)
}

// The place of a walker is read as every number; what is none drops nothing, and is marked
// where it was typed.
func TestPlacesAsTyped(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&paused=1")
	drop := func(x, y string) {
		t.Helper()
		p.run(fmt.Sprintf(`(() => {
			for (const [name, value] of [["x", %s], ["y", %s]]) {
				const field = document.querySelector("[data-poke] [name=" + name + "]");
				field.value = value;
				field.dispatchEvent(new Event("input", {bubbles: true}));
			}
		})()`, quote(x), quote(y)))
		p.click("Drop a walker")
	}
	marked := `[...document.querySelectorAll("[data-poke] [aria-invalid=true]")].map((e) => e.name).join("")`
	for _, c := range []struct{ x, y, marked, says string }{
		{"", "1", "x", `x: "" is not a number`},
		{"1", "up", "y", `y: "up" is not a number`},
		{"", " ", "xy", `x: "" is not a number; y: " " is not a number`},
		{"5", "0", "x", `x: 5 is outside [-3, 3]`},
	} {
		drop(c.x, c.y)
		p.wait(marked + ` === ` + quote(c.marked) + ` && ` + wrong + ` === ` + quote(c.says))
		p.is(`document.getElementById("said").textContent === ""`)
	}
	p.is(`driftlab.about().then((a) => a.command !== "")`) // nothing has touched the model
	drop("\u22121,5", "5e-1")
	p.says("#said", "A walker was dropped at x = -1.5, y = 0.5.")
	p.wait(marked + ` === "" && ` + wrong + ` === ""`)
	p.press(kb.Escape)
	p.wait(`document.getElementById("said").textContent === ""`)
}
