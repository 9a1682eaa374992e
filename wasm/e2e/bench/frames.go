package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The page runs under the eyes of the probes until it has drawn enough pictures, the first
// of which only wake the compilers, or time is up. Then some keys are pressed.
const (
	waking  = 20
	enough  = 60
	mostFor = 40 * time.Second
	presses = 20
)

// A sight is what the probes note of one frame, in ms.
type sight struct {
	Built    float64 `json:"built"`
	Transfer float64 `json:"transfer"`
	Draw     float64 `json:"draw"`    // the animation frame, by the clock
	Picture  float64 `json:"picture"` // spent on pictures up to now
	All      float64 `json:"all"`     // spent by the engine up to now
	Bytes    int     `json:"bytes"`
}

// frames measures what pictures of fig2 cost on the real page at 1600 x 900, and how soon
// the page answers while it draws them and trains as fast as it can.
func (b *browser) frames() ([]line, error) {
	decode, err := race([]player{{"chromium", "simd", b.timer(wasm("simd"), startOf("decode"))}}, "decode", 3, 200*time.Millisecond)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(b.ctx, 3*time.Minute)
	defer cancel()
	progress("frame: the page at 1600 x 900")
	if err := b.visit(ctx, "scene=track&preset=fig2&tempo=max&play=1"); err != nil {
		return nil, fmt.Errorf("opening the page: %w", err)
	}
	t, err := startTrace(ctx)
	if err != nil {
		return nil, fmt.Errorf("starting the trace: %w", err)
	}
	sights, err := b.watch(enough)
	if err != nil {
		return nil, fmt.Errorf("watching the page: %w", err)
	}
	if len(sights) < waking+2 {
		return nil, fmt.Errorf("the page drew only %d pictures", len(sights))
	}
	events, err := t.stop(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the trace: %w", err)
	}
	cpu := animationFrames(events, "drawn")
	if len(cpu) < len(sights)/2 {
		return nil, fmt.Errorf("the trace shows only %d of %d pictures", len(cpu), len(sights))
	}
	progress("frame: pressing keys")
	f := summary(sights[waking:], cpu[min(waking, len(cpu)-1):], decode[0].NS/1e6)
	if f.React, f.ReactMost, err = b.press(ctx); err != nil {
		return nil, fmt.Errorf("pressing keys: %w", err)
	}
	return []line{{Case: "frame", Where: "chromium", Path: "simd", Frame: f}}, nil
}

// summary takes the medians of what was seen; decode is known already.
//
// Drawing is the script's time in an animation frame on the processor: our marks, what
// Ebitengine makes of them, and its calls to WebGL. By the clock a frame takes longer,
// wherever the graphics card is software or the machine is busy: the engine, the pixels and
// others take the processors away meanwhile.
func summary(sights []sight, cpu []float64, decode float64) *Frame {
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
		Draw:     max(0, median(cpu)-decode),
		Clock:    column(func(s sight) float64 { return s.Draw }),
		Share:    (last.Picture - first.Picture) / (last.All - first.All),
	}
}

// visit opens the page on a run with the probes in it.
func (b *browser) visit(ctx context.Context, run string) error {
	if _, err := os.Stat(filepath.Join(b.site, "index.html")); err != nil {
		return fmt.Errorf("no site in %s; make it with `make dist`", b.site)
	}
	source, err := probes()
	if err != nil {
		return err
	}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source}); err != nil {
		return err
	}
	return chromedp.Do(ctx,
		chromedp.EmulateViewport(1600, 900),
		chromedp.Navigate("about:blank"), // the same page with another hash would not load anew
		chromedp.Navigate(b.server.URL+"/#"+run),
		chromedp.Poll[chromedp.Void]("window.driftlab"))
}

// probes is the script that goes before those of every document. It holds the one that goes
// before the workers', whose text the page holds itself.
func probes() (string, error) {
	view, err := scripts.ReadFile("probe_view.js")
	if err != nil {
		return "", err
	}
	worker, err := scripts.ReadFile("probe_worker.js")
	if err != nil {
		return "", err
	}
	quoted, err := json.Marshal(string(worker))
	return fmt.Sprintf("const workerProbe = %s;\n%s", quoted, view), err
}

// watch returns so many frames that the page draws, or what there are of them when time is up.
func (b *browser) watch(count int) ([]sight, error) {
	return b.eval[[]sight](fmt.Sprintf(`(async () => {
		const rest = (ms) => new Promise((done) => setTimeout(done, ms));
		const most = %d;
		await Promise.race([driftlab.ready, rest(most)]);
		const end = performance.now() + most;
		let drawn = [];
		while (drawn.length < %d && performance.now() < end) {
			await rest(100);
			drawn = document.querySelector("iframe").contentWindow.seen.filter((s) => s.draw !== undefined);
		}
		return drawn;
	})()`, mostFor.Milliseconds(), count))
}

// press turns a dial by its keys and measures, from each press to the status that has the
// new value, the median and the longest, ms.
func (b *browser) press(ctx context.Context) (middle, most float64, err error) {
	const slider = `article:not([hidden]) [data-dial=noise] input[type=range]`
	quoted, err := json.Marshal(slider)
	if err != nil {
		return 0, 0, err
	}
	err = chromedp.Do(ctx, chromedp.Focus(chromedp.CSS(slider)), chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`
		globalThis.reactions = [];
		(() => {
			const slider = document.querySelector(%s);
			const field = slider.closest("[data-dial]").querySelector("input:not([type=range])");
			let pressed, wish;
			addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
			slider.addEventListener("input", () => (wish = field.value));
			heard = (status) => {
				if (wish === undefined || status.params.noise !== wish) return;
				reactions.push(performance.now() - pressed);
				wish = undefined;
			};
		})()`, quoted)))
	if err != nil {
		return 0, 0, err
	}
	for i := range presses {
		key := kb.ArrowRight
		if i%2 == 1 {
			key = kb.ArrowLeft
		}
		err := chromedp.Do(ctx, chromedp.KeyEvent(key), chromedp.Poll[chromedp.Void](fmt.Sprintf(`reactions.length > %d`, i)), chromedp.Sleep(70*time.Millisecond))
		if err != nil {
			return 0, 0, err
		}
	}
	times, err := b.eval[[]float64](`reactions`)
	if err != nil {
		return 0, 0, err
	}
	return median(times), slices.Max(times), nil
}
