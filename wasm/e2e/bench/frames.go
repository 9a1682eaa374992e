package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The page runs under the eyes of the probes until it has drawn enough pictures, the first
// of which only wake the compilers, or time is up.
const (
	waking  = 20
	enough  = 60
	mostFor = 40 * time.Second
)

// A sight is what the probes note of one frame, in ms.
type sight struct {
	Built    float64 `json:"built"`
	Transfer float64 `json:"transfer"`
	Draw     float64 `json:"draw"`    // the whole animation frame
	Picture  float64 `json:"picture"` // spent on pictures up to now
	All      float64 `json:"all"`     // spent by the engine up to now
	Bytes    int     `json:"bytes"`
}

// frames measures what pictures of fig2 cost on the real page at 1600 x 900.
func (b *browser) frames() ([]line, error) {
	decode, err := race([]player{{"chromium", "simd", b.timer(wasm("simd"))}}, "decode", 3, 200*time.Millisecond)
	if err != nil {
		return nil, err
	}
	sights, err := b.watch()
	if err != nil {
		return nil, err
	}
	if len(sights) < waking+2 {
		return nil, fmt.Errorf("the page drew only %d pictures", len(sights))
	}
	l := line{Case: "frame", Where: "chromium", Path: "simd", Frame: summary(sights[waking:], decode[0].NS/1e6)}
	return []line{l}, nil
}

// summary takes the medians of what was seen; decode is known already.
func summary(sights []sight, decode float64) *Frame {
	column := func(of func(s sight) float64) float64 {
		var x []float64
		for _, s := range sights {
			x = append(x, of(s))
		}
		return median(x)
	}
	first, last := sights[0], sights[len(sights)-1]
	return &Frame{
		Frames: len(sights), Bytes: last.Bytes, Decode: decode,
		Build:    column(func(s sight) float64 { return s.Built }),
		Transfer: column(func(s sight) float64 { return s.Transfer }),
		Draw:     column(func(s sight) float64 { return max(0, s.Draw-decode) }),
		Share:    (last.Picture - first.Picture) / (last.All - first.All),
	}
}

// watch opens the page with the probes in it and returns the frames that it drew.
func (b *browser) watch() ([]sight, error) {
	if _, err := os.Stat(filepath.Join(b.site, "index.html")); err != nil {
		return nil, fmt.Errorf("no site in %s; make it with `make dist`", b.site)
	}
	probe, err := scripts.ReadFile("probe_view.js")
	if err != nil {
		return nil, err
	}
	progress("frame: the page at 1600 x 900")
	ctx, cancel := context.WithTimeout(b.ctx, 2*time.Minute)
	defer cancel()
	err = chromedp.Run(ctx,
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := page.AddScriptToEvaluateOnNewDocument(string(probe)).Do(ctx)
			return err
		}),
		chromedp.EmulateViewport(1600, 900),
		chromedp.Navigate(b.server.URL+"/#scene=track&preset=fig2&tempo=max&play=1"),
		chromedp.Poll("window.driftlab", nil))
	if err != nil {
		return nil, err
	}
	var sights []sight
	err = b.eval(fmt.Sprintf(`(async () => {
		await driftlab.ready;
		const end = performance.now() + %d;
		let drawn = [];
		while (drawn.length < %d && performance.now() < end) {
			await new Promise((done) => setTimeout(done, 100));
			const { seen } = document.querySelector("iframe").contentWindow;
			drawn = seen.filter((s) => s.draw !== undefined);
		}
		return drawn;
	})()`, mostFor.Milliseconds(), enough), &sights)
	return sights, err
}
