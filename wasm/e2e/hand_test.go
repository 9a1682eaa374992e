package e2e

import (
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press presses keys, one after the other: characters, or the names of the kb package.
func (p *tab) press(keys ...string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(strings.Join(keys, "")))
}

func (p *tab) focus(selector string) {
	p.t.Helper()
	p.do(chromedp.Focus(chromedp.CSS(selector)))
}

// write types a text into a field, in place of what is there, and leaves by Enter.
func (p *tab) write(id, text string) {
	p.t.Helper()
	p.focus("#" + id)
	p.run(`document.getElementById("` + id + `").select()`)
	p.press(text, kb.Enter)
}

// choose picks from a list as a hand does: the value, then the event.
func (p *tab) choose(id, value string) {
	p.t.Helper()
	p.run(fmt.Sprintf(`(() => {
		const list = document.getElementById(%q);
		list.value = %q;
		list.dispatchEvent(new Event("input", {bubbles: true}));
		list.dispatchEvent(new Event("change", {bubbles: true}));
	})()`, id, value))
}

// click presses the visible button of that name.
func (p *tab) click(name string) {
	p.t.Helper()
	button := fmt.Sprintf(`[...document.querySelectorAll("button")].find((b) => b.checkVisibility() && [b.textContent.trim(), b.ariaLabel].includes(%s))`, quote(name))
	p.wait(button)
	at := p.eval[struct{ X, Y float64 }](fmt.Sprintf(`(() => {
		const button = %s;
		button.scrollIntoView({block: "center", behavior: "instant"});
		const r = button.getBoundingClientRect();
		return {X: r.x + r.width / 2, Y: r.y + r.height / 2};
	})()`, button))
	p.do(chromedp.MouseClickXY(at.X, at.Y))
}

// inPicture is a place in the window: shares of the picture's width and height.
func (p *tab) inPicture(across, down float64) (x, y float64) {
	p.t.Helper()
	box := p.eval[struct{ X, Y, Width, Height float64 }](`(({x: X, y: Y, width: Width, height: Height}) => ({X, Y, Width, Height}))(document.querySelector("#picture").getBoundingClientRect())`)
	return box.X + across*box.Width, box.Y + down*box.Height
}

func hover(x, y float64) action   { return mouse(chromedp.MouseMoved, x, y) }
func press(x, y float64) action   { return mouse(chromedp.MousePressed, x, y) }
func release(x, y float64) action { return mouse(chromedp.MouseReleased, x, y) }

func mouse(kind input.DispatchMouseEventType, x, y float64) action {
	e := input.DispatchMouseEventParams{Type: kind, X: x, Y: y}
	if kind != chromedp.MouseMoved {
		e.Button, e.ClickCount = input.MouseButtonLeft, 1
	}
	return call(input.DispatchMouseEvent, e)
}

// clickAt clicks at a place in the window.
func (p *tab) clickAt(x, y float64) {
	p.t.Helper()
	p.do(chromedp.MouseClickXY(x, y))
}
