package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// A stroke is a key as some keyboard gives it: what it writes, and its place.
type stroke struct {
	key, code string
	shift     bool
	repeat    bool
}

func (p *tab) stroke(s stroke) {
	p.t.Helper()
	down := input.DispatchKeyEventParams{Type: kb.KeyRawDown, Key: s.key, Code: s.code, AutoRepeat: &s.repeat}
	if s.shift {
		down.Modifiers = int64(kb.ModifierShift)
	}
	p.do(call(input.DispatchKeyEvent, down),
		call(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyUp, Key: s.key, Code: s.code}))
}

// Shortcuts work by what a key writes where it writes Latin, else by its place; in the page
// and in the picture.
func TestKeysOfTheWorld(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1&seed=9&walkers=3")
	for _, picture := range []bool{false, true} {
		if picture {
			p.run(`document.querySelector("iframe").contentWindow.focus()`)
		}
		step := func(s stroke, want bool) {
			t.Helper()
			before := int(p.number(`driftlab.state().step`))
			p.stroke(s)
			if want {
				p.wait(fmt.Sprintf(`driftlab.state().step === %d`, before+1))
				return
			}
			p.run(`driftlab.set({})`) // whatever was asked before is done
			p.is(fmt.Sprintf(`driftlab.state().step === %d`, before))
		}
		step(stroke{key: ".", code: "Period"}, true)
		step(stroke{key: "ю", code: "Period"}, true)               // Russian
		step(stroke{key: ".", code: "Slash"}, true)                // Russian
		step(stroke{key: ":", code: "Period", shift: true}, false) // German
		restart := func(s stroke, want bool) {
			t.Helper()
			p.run(`driftlab.step(3)`)
			p.stroke(s)
			if want {
				p.wait(`driftlab.state().step === 0`)
				return
			}
			p.run(`driftlab.set({})`)
			p.is(`driftlab.state().step >= 3`)
		}
		restart(stroke{key: "к", code: "KeyR"}, true)              // Russian
		restart(stroke{key: "К", code: "KeyR", shift: true}, true) // Russian
		restart(stroke{key: "ρ", code: "KeyR"}, true)              // Greek
		restart(stroke{key: "ר", code: "KeyR"}, true)              // Hebrew
		restart(stroke{key: "r", code: "KeyO"}, true)              // Dvorak
		restart(stroke{key: "p", code: "KeyR"}, false)             // Dvorak
		restart(stroke{key: "ř", code: "KeyR"}, false)             // a Latin letter of its own
		restart(stroke{key: "Process", code: "KeyR"}, false)       // part of a word in the making

		for _, help := range []stroke{
			{key: "?", code: "Slash", shift: true},
			{key: "?", code: "Minus", shift: true},  // German
			{key: "?", code: "Digit7", shift: true}, // Russian
			{key: ",", code: "Slash", shift: true},  // Russian, by place
		} {
			p.stroke(help)
			p.wait(`document.querySelector("dialog").open`)
			p.press(kb.Escape)
			p.wait(`!document.querySelector("dialog").open`)
			if picture {
				p.run(`document.querySelector("iframe").contentWindow.focus()`)
			}
		}
		p.stroke(stroke{key: "!", code: "Digit1", shift: true})
		p.stroke(stroke{key: "à", code: "Digit0"}) // French, for no exhibit
		p.run(`driftlab.set({})`)
		p.is(`driftlab.state().scene === "valley"`)
	}
	p.stroke(stroke{key: "&", code: "Digit1"}) // French
	p.wait(`driftlab.state().scene === "track"`)
	p.stroke(stroke{key: "2", code: "Digit2", shift: true}) // French
	p.wait(`driftlab.state().scene === "valley"`)
}

// A key that is held acts once, but for steps.
func TestHeldKeys(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&seed=9&paused=1")
	held := func(key, code string) {
		t.Helper()
		p.stroke(stroke{key: key, code: code})
		for range 3 {
			p.stroke(stroke{key: key, code: code, repeat: true})
		}
		p.run(`driftlab.set({})`)
	}
	p.run(`(() => { window.clicks = 0; HTMLInputElement.prototype.click = () => clicks++; })()`)
	held(" ", "Space")
	p.is(`driftlab.state().playing`)
	p.press(" ")
	p.wait(`!driftlab.state().playing`)
	held("f", "KeyF")
	p.is(param("freeze") + ` === "true"`)
	theme := p.text(`document.documentElement.dataset.theme`)
	held("t", "KeyT")
	held("t", "KeyT")
	held("t", "KeyT")
	p.is(`document.documentElement.dataset.theme === ` + quote(theme))
	held("o", "KeyO")
	p.is(`clicks === 1`)
	p.run(`driftlab.reset()`)
	p.is(`driftlab.state().step === 0`)
	p.stroke(stroke{key: "ArrowRight", code: "ArrowRight"})
	for n := 2; n <= 4; n++ {
		p.wait(fmt.Sprintf(`driftlab.state().step === %d`, n-1))
		p.run(`driftlab.set({})`) // and the step is done: a key that is held waits for it
		p.stroke(stroke{key: "ArrowRight", code: "ArrowRight", repeat: true})
		p.wait(fmt.Sprintf(`driftlab.state().step === %d`, n))
	}
	// Enter, too: on a button, and in the fields of a form.
	p.run(`driftlab.open("valley", {})`)
	p.run(`driftlab.pause()`)
	p.focus(`.deck [data-do=restart]`)
	p.run(`(() => { window.clicks = 0; addEventListener("click", () => clicks++, true); })()`)
	held("Enter", "Enter")
	p.is(`clicks <= 1`)
	p.focus("[data-poke] [name=x]")
	p.press(kb.Enter)
	p.says("#said", "A walker was dropped")
	held("Enter", "Enter")
	p.press("i") // the field's
	p.focus(`.bar [data-do=describe]`)
	p.press(" ")
	p.says("#said", "dropped by hand 1 walker")
	p.run(`document.activeElement.blur()`)
	p.press(kb.Escape)
	p.wait(`document.getElementById("said").textContent === ""`)
	p.is(`driftlab.state().scene === "valley"`)
	p.stroke(stroke{key: "1", code: "Digit1", repeat: true})
	p.run(`driftlab.set({})`)
	p.is(`driftlab.state().scene === "valley"`)
}

// What is typed while a control has the focus is the control's.
func TestKeysOfControls(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&seed=9&paused=1")
	p.run(`document.querySelectorAll("details").forEach((d) => d.open = true)`)
	state := `JSON.stringify(driftlab.state())`
	before := p.text(state)
	for _, focus := range []string{
		dial("noise") + " input[type=range]", dial("noise") + " input.value", dial("x0") + " input.value",
		dial("kind") + " select", "[data-poke] [name=x]",
	} {
		p.focus(focus)
		p.press("1")
		p.press("2")
		p.press("-")
		p.press(".")
		p.press(kb.Escape)
	}
	p.focus(dial("noise") + " input[type=range]")
	p.press(kb.End)
	p.wait(param("noise") + ` === "1"`)
	p.focus(dial("kind") + " select")
	p.stroke(stroke{key: "r", code: "KeyR"})
	p.stroke(stroke{key: "n", code: "KeyN"})
	p.run(`driftlab.set({noise: 0.02})`)
	p.run(`document.activeElement.blur()`)
	p.is(`driftlab.state().scene === "valley" && ` + param("seed") + ` === "9"`)
	if after := p.text(state); after != before {
		t.Errorf("the state was\n%s and is\n%s", before, after)
	}
	// A button keeps its space; elsewhere digits are the page's.
	p.focus(`.deck [data-do=step]`)
	p.press(" ")
	p.wait(`driftlab.state().step === 1 && !driftlab.state().playing`)
	p.press("1")
	p.wait(`driftlab.state().scene === "track"`)
}
