package e2e

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// A finger drops a walker, however long it stays; two quick taps drop two.
func TestAFingerDropsWalkers(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1&walkers=3")
	p.toFinger()
	p.settle()
	x, y := p.inPicture(0.25, 0.35)
	for i, rest := range []time.Duration{5, 30, 120, 300, 700} {
		before := p.drawn()
		p.do(tap(x+float64(8*i), y, rest*time.Millisecond))
		p.repaints(before)
		p.settle()
	}
	p.is(`driftlab.state().step === 0`)

	before := p.drawn()
	p.do(tap(x, y-40, 5*time.Millisecond), tap(x+40, y-40, 5*time.Millisecond))
	p.settle()
	both := p.drawn()
	// The same two, with time between them, in a new run.
	p.run(`driftlab.reset()`)
	for i, rest := range []time.Duration{5, 30, 120, 300, 700} {
		p.do(tap(x+float64(8*i), y, rest*time.Millisecond))
		p.settle()
	}
	if p.drawn() != before {
		t.Error("five taps are not the same as before")
	}
	for _, by := range []float64{0, 40} {
		p.do(tap(x+by, y-40, 60*time.Millisecond))
		p.settle()
	}
	if p.drawn() != both {
		t.Error("of two quick taps, one was lost")
	}
}

// A finger picks a snapshot.
func TestAFingerPicksASnapshot(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	p.do(screen(412, 915, 1, true))
	p.visit(site + "#v=1&scene=track&preset=tiny&edition=2&paused=1")
	p.ready()
	p.toFinger()
	p.run(`driftlab.step(400)`)
	p.settle()
	picked := map[string]bool{}
	for down := 0.3; down < 0.95 && len(picked) < 2; down += 0.03 {
		for _, across := range []float64{0.2, 0.6} {
			_, at := p.inPicture(across, down)
			p.run(fmt.Sprintf(`scrollBy({top: %v - innerHeight / 2, behavior: "instant"})`, at))
			x, y := p.inPicture(across, down)
			p.do(tap(x, y, 20*time.Millisecond))
			p.settle()
			if order := p.text(param("order")); order != "-1" {
				picked[order] = true
			}
		}
	}
	if len(picked) < 2 {
		t.Errorf("taps all over the picture picked %v", picked)
	}
}

// A finger that scrolls the page, two fingers, and a swipe are no taps. A pen is a hand.
func TestWhatIsNoTap(t *testing.T) {
	t.Parallel()
	p := open(t, "#v=1&scene=valley&paused=1&walkers=3")
	p.toFinger()
	p.do(screen(412, 700, 1, true))
	p.settle()
	before := p.drawn()
	x, y := p.inPicture(0.5, 0.3)
	p.do(swipe(x, y, x, y-200))
	p.wait(`scrollY > 50`)
	p.run(`scrollTo({top: 0, behavior: "instant"})`)
	x, y = p.inPicture(0.3, 0.3)
	p.do(swipe(x, y, x+150, y))
	p.do(touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y, ID: new(1.0)}),
		touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y, ID: new(1.0)}, &input.TouchPoint{X: x + 60, Y: y, ID: new(2.0)}),
		touch(input.DispatchTouchEventTypeTouchCancel))
	p.settle()
	if p.drawn() != before {
		t.Error("what is no tap has dropped a walker")
	}
	p.run(`scrollTo({top: 0, behavior: "instant"})`)
	x, y = p.inPicture(0.3, 0.3)
	p.do(pen(chromedp.MouseMoved, x, y), pen(chromedp.MousePressed, x, y), pen(chromedp.MouseReleased, x, y), pen(chromedp.MouseMoved, 1, 1))
	p.repaints(before)
}

// fingers gives a tab a touch screen.
func fingers() action {
	return call(emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 5})
}

// toFinger gives the tab a touch screen in place of a mouse, with the picture in sight.
func (p *tab) toFinger() {
	p.t.Helper()
	p.do(fingers())
	p.run(`document.querySelector("#picture").scrollIntoView({block: "start", behavior: "instant"})`)
}

func tap(x, y float64, rest time.Duration) action {
	return chromedp.Steps(
		touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y}),
		chromedp.Sleep(rest),
		touch(input.DispatchTouchEventTypeTouchEnd),
	)
}

// swipe moves a finger from one place to another, too fast for a tick at each.
func swipe(x, y, toX, toY float64) action {
	steps := []action{touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y})}
	const moves = 8
	for i := 1.0; i <= moves; i++ {
		at := &input.TouchPoint{X: x + (toX-x)*i/moves, Y: y + (toY-y)*i/moves}
		steps = append(steps, touch(input.DispatchTouchEventTypeTouchMove, at))
	}
	return chromedp.Steps(append(steps, touch(input.DispatchTouchEventTypeTouchEnd))...)
}

func touch(kind input.DispatchTouchEventType, at ...*input.TouchPoint) action {
	if at == nil {
		at = []*input.TouchPoint{} // the protocol wants a list, though it be empty
	}
	return call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: at})
}

func pen(kind input.DispatchMouseEventType, x, y float64) action {
	e := input.DispatchMouseEventParams{Type: kind, X: x, Y: y, PointerType: input.DispatchMouseEventPointerTypePen}
	if kind != chromedp.MouseMoved {
		e.Button, e.ClickCount = input.MouseButtonLeft, 1
	}
	return call(input.DispatchMouseEvent, e)
}
