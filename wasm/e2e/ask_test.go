package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// eval evaluates an expression, awaits it, and decodes its value. What it throws fails the
// test.
func (p *tab) eval[T any](js string) T {
	p.t.Helper()
	value, err := p.try[T](js)
	if err != nil {
		p.t.Fatalf("%s: %v", js, err)
	}
	return value
}

func (p *tab) try[T any](js string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise, func(e *runtime.EvaluateParams) {
		e.UserGesture = new(true)
	}))
}

// run evaluates for the effect.
func (p *tab) run(js string) {
	p.t.Helper()
	p.eval[chromedp.Void]("(async () => { await (" + js + ") })()")
}

// wait waits until an expression is true.
func (p *tab) wait(js string) {
	p.t.Helper()
	p.waitFor(patience, js)
}

func (p *tab) waitFor(long time.Duration, js string) {
	p.t.Helper()
	var last error
	for end := time.Now().Add(long); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		var yes bool
		if yes, last = p.try[bool]("(async () => !!await (" + js + "))()"); yes {
			return
		}
	}
	p.t.Fatalf("waited in vain for %s (%v)", js, last)
}

// is checks that an expression is true now.
func (p *tab) is(js string) {
	p.t.Helper()
	if !p.eval[bool]("(async () => !!await (" + js + "))()") {
		p.t.Errorf("not so: %s", js)
	}
}

// text evaluates to a string; number to a number.
func (p *tab) text(js string) string {
	p.t.Helper()
	return p.eval[string]("(async () => String(await (" + js + ")))()")
}

func (p *tab) number(js string) float64 {
	p.t.Helper()
	return p.eval[float64]("(async () => Number(await (" + js + ")))()")
}

// quote writes a value as JavaScript.
func quote(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // tests quote plain values only
	}
	return string(text)
}

// says waits until a visible element that the selector names holds the text.
func (p *tab) says(selector, text string) {
	p.t.Helper()
	p.wait(fmt.Sprintf(`[...document.querySelectorAll(%s)].some((e) => e.checkVisibility() && e.textContent.includes(%s))`,
		quote(selector), quote(text)))
}
