package main

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// A trace is what Chromium notes of its threads while it runs: what they did, when, and
// how long each was on a processor.
type trace struct {
	mu     sync.Mutex
	events []event
	done   chan struct{}
}

// An event of a trace; times in µs.
type event struct {
	Name   string  `json:"name"`
	Thread int     `json:"tid"`
	Start  float64 `json:"ts"`
	Long   float64 `json:"dur"`
	CPU    float64 `json:"tdur"`
}

// startTrace begins to trace the scripts of the tab.
func startTrace(ctx context.Context) (*trace, error) {
	t := &trace{done: make(chan struct{})}
	err := chromedp.Listen(ctx, func(e any) {
		switch e := e.(type) {
		case *tracing.EventDataCollected:
			t.mu.Lock()
			defer t.mu.Unlock()
			for _, raw := range e.Value {
				var v event
				if json.Unmarshal(raw, &v) == nil {
					t.events = append(t.events, v)
				}
			}
		case *tracing.EventTracingComplete:
			close(t.done)
		}
	})
	if err != nil {
		return nil, err
	}
	_, err = chromedp.Call(ctx, tracing.Start, tracing.StartParams{
		TransferMode: tracing.StartTransferModeReportEvents,
		TraceConfig: &tracing.TraceConfig{
			RecordMode: tracing.TraceConfigRecordModeRecordUntilFull, IncludedCategories: []string{"devtools.timeline", "blink.user_timing"},
			ExcludedCategories: []string{"*"},
		},
	})
	return t, err
}

// stop ends the trace and returns its events.
func (t *trace) stop(ctx context.Context) ([]event, error) {
	if _, err := chromedp.Call(ctx, tracing.End, cdp.Empty{}); err != nil {
		return nil, err
	}
	select {
	case <-t.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.events, nil
}

// animationFrames are those callbacks of requestAnimationFrame in which something marked
// so happened, as ms on the processor.
func animationFrames(events []event, mark string) (cpu []float64) {
	for _, m := range events {
		if m.Name != mark {
			continue
		}
		for _, e := range events {
			if e.Name == "FireAnimationFrame" && e.Thread == m.Thread && e.Start <= m.Start && m.Start <= e.Start+e.Long && e.CPU > 0 {
				cpu = append(cpu, e.CPU/1000)
			}
		}
	}
	return cpu
}
