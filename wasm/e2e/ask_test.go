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
func (p *tab) eval(js string, value any) {
	p.t.Helper()
	if err := p.try(js, value); err != nil {
		p.t.Fatalf("%s: %v", js, err)
	}
}

func (p *tab) try(js string, value any) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate(js, value, func(e *runtime.EvaluateParams) *runtime.EvaluateParams {
		return e.WithAwaitPromise(true).WithUserGesture(true)
	}))
}

// run evaluates for the effect.
func (p *tab) run(js string) {
	p.t.Helper()
	p.eval("(async () => { await ("+js+") })()", nil)
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
		if last = p.try("(async () => !!await ("+js+"))()", &yes); yes {
			return
		}
	}
	p.t.Fatalf("waited in vain for %s (%v)", js, last)
}

// is checks that an expression is true now.
func (p *tab) is(js string) {
	p.t.Helper()
	var yes bool
	if p.eval("(async () => !!await ("+js+"))()", &yes); !yes {
		p.t.Errorf("not so: %s", js)
	}
}

// text evaluates to a string; number to a number.
func (p *tab) text(js string) (s string) {
	p.t.Helper()
	p.eval("(async () => String(await ("+js+")))()", &s)
	return s
}

func (p *tab) number(js string) (n float64) {
	p.t.Helper()
	p.eval("(async () => Number(await ("+js+")))()", &n)
	return n
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
