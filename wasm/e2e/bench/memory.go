package main

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	js "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A Memory is what the page holds after some steps, in MB of 10^6 bytes. A program's memory
// never shrinks, so its size is the most that it ever was.
type Memory struct {
	Steps  int     `json:"steps"`
	Engine float64 `json:"engine_mb"` // of the engine's program
	View   float64 `json:"view_mb"`   // of the view's
	Page   float64 `json:"page_mb"`   // JavaScript's objects, after a collection
	Frames int     `json:"frames"`    // drawn up to then
	// Since the page was opened, s.
	Seconds float64 `json:"seconds"`
}

// long measures what the page holds after some numbers of steps of a preset of the track,
// watched all the time, and how long they take.
func (b *browser) long(name, preset string, marks ...int) ([]line, error) {
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Minute)
	defer cancel()
	if err := b.visit(ctx, "scene=track&tempo=max&play=1&preset="+preset); err != nil {
		return nil, err
	}
	began := time.Now()
	l := line{Case: name, Where: "chromium", Path: "simd"}
	for _, steps := range marks {
		progress("%s: %d steps", name, steps)
		for step := 0; step < steps; {
			var err error
			if step, err = b.eval[int](`new Promise((done) => setTimeout(done, 500)).then(() => driftlab.state().step)`); err != nil {
				return nil, err
			}
		}
		m := Memory{Steps: steps, Seconds: time.Since(began).Seconds()}
		if err := b.hold(ctx, &m); err != nil {
			return nil, err
		}
		l.Memory = append(l.Memory, m)
	}
	return []line{l}, nil
}

// hold looks at what is held now. What the probes note is thrown away before.
func (b *browser) hold(ctx context.Context, m *Memory) error {
	now, err := b.eval[struct{ Engine, View, Frames float64 }](`(() => {
		const { seen, memory } = document.querySelector("iframe").contentWindow;
		top.drawnBefore = (top.drawnBefore ?? 0) + seen.length;
		const engine = seen.at(-1)?.memory;
		seen.length = 0;
		return { Engine: engine, View: memory.buffer.byteLength, Frames: top.drawnBefore };
	})()`)
	if err != nil {
		return fmt.Errorf("looking at the memory: %w", err)
	}
	const mb = 1e6
	m.Engine, m.View, m.Frames = now.Engine/mb, now.View/mb, int(now.Frames)
	if _, err := chromedp.Call(ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		return err
	}
	heap, err := chromedp.Call(ctx, js.GetHeapUsage, cdp.Empty{})
	m.Page = heap.UsedSize / mb
	return err
}
