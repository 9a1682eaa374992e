package e2e

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long a state may take on a busy machine that draws in software.
const patience = 90 * time.Second

// A tab is one page in a profile of its own. What goes wrong in it fails its test.
type tab struct {
	t     *testing.T
	ctx   context.Context
	watch *watch
}

// newTab opens an empty tab and watches it until the test ends.
func newTab(t *testing.T) *tab {
	t.Helper()
	p := &tab{t: t, watch: newWatch()}
	hear := func(event any) { p.watch.hear(p.ctx, event) }
	var cancel context.CancelFunc
	p.ctx, cancel = chromedp.NewContext(browser, chromedp.WithTargetID(newWindow(t)), chromedp.WithListener(hear))
	t.Cleanup(func() {
		p.finish()
		cancel()
	})
	if err := soon(func() error { return chromedp.Do(p.ctx) }); err != nil {
		t.Fatal("opening a tab:", err)
	}
	// A tab behind another takes keys as if it were in front. A low one has the
	// controls beside a small picture, which is drawn sooner.
	p.do(call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}), chromedp.EmulateViewport(1000, 480))
	p.cores(1) // on a busy machine a run may begin to want helpers at any time
	return p
}

// cores has the tab's pages find so many processors.
func (p *tab) cores(n int) {
	p.t.Helper()
	p.before(fmt.Sprintf(`Object.defineProperty(navigator, "hardwareConcurrency", {get: () => %d, configurable: true})`, n))
}

// newWindow opens a window in a fresh profile and returns its empty tab.
func newWindow(t *testing.T) target.ID {
	t.Helper()
	ctx, cancel := context.WithTimeout(browser, patience)
	defer cancel()
	made, err := chromedp.CallBrowser(ctx, target.CreateBrowserContext, target.CreateBrowserContextParams{})
	if err != nil {
		t.Fatal(err)
	}
	profile := made.BrowserContextID
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(browser, patience)
		defer cancel()
		_, err := chromedp.CallBrowser(ctx, target.DisposeBrowserContext, target.DisposeBrowserContextParams{BrowserContextID: profile})
		if err != nil {
			t.Error(err)
		}
	})
	window, err := chromedp.CallBrowser(ctx, target.CreateTarget, target.CreateTargetParams{
		URL: "about:blank", BrowserContextID: profile, NewWindow: new(true),
	})
	if err != nil {
		t.Fatal(err)
	}
	return window.TargetID
}

// open opens the site at that hash or query and waits for its first picture.
func open(t *testing.T, address string) *tab {
	t.Helper()
	site := serve(t)
	p := newTab(t)
	p.visit(site + address)
	p.ready()
	return p
}

// openEarly opens the site while the picture's program is still on its way, for what has
// nothing to do with the picture: that saves much time where it is drawn in software.
func openEarly(t *testing.T, address string) *tab {
	t.Helper()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.visitEarly(site + address)
	return p
}

// visitEarly goes to an address and waits for the engine only.
func (p *tab) visitEarly(address string) {
	p.t.Helper()
	p.visit(address)
	p.wait(`window.driftlab?.state().scene`)
}

// finish says what the tab noted, and shows what it looked like if the test has failed.
func (p *tab) finish() {
	for _, text := range p.watch.complaints() {
		p.t.Error(text)
	}
	if !p.t.Failed() {
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, 20*time.Second)
	defer cancel()
	state, err := chromedp.Run(ctx, chromedp.Evaluate[string](`String(JSON.stringify(window.driftlab?.state()))`))
	if err != nil {
		p.t.Log("the tab can't be asked:", err)
		return
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Log("the tab can't be shown:", err)
		return
	}
	file := filepath.Join(p.t.ArtifactDir(), fmt.Sprintf("tab-%s.png", p.id()))
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		p.t.Log(err)
	}
	p.t.Logf("the tab (%s; kept with -artifacts) in state %s", file, state)
}

func (p *tab) id() string { return string(chromedp.FromContext(p.ctx).Target.TargetID[:6]) }

// soon waits for what may never be answered, a browser's tab that ends at that moment, no longer
// than a state may take. A context with an end would end with it what it opens.
func soon(do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return fmt.Errorf("no answer in %v", patience)
	}
}

// An action is what is done for its effect.
type action = chromedp.Action[chromedp.Void]

// do carries out actions, all of them soon.
func (p *tab) do(actions ...action) {
	p.t.Helper()
	p.get(chromedp.Steps(actions...))
}

// get carries out an action, soon, and returns what comes of it.
func (p *tab) get[T any](a chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, a)
	if err != nil {
		p.t.Fatal(err)
	}
	return value
}

// call sends a command of the protocol for its effect.
func call[P, R any](command cdp.Command[P, R], params P) action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// before runs a script in every document of the tab before its own.
func (p *tab) before(script string) {
	p.t.Helper()
	p.do(call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}

// expect allows messages that would otherwise fail the test.
func (p *tab) expect(pattern string) {
	p.watch.mu.Lock()
	defer p.watch.mu.Unlock()
	p.watch.expected = append(p.watch.expected, regexp.MustCompile(pattern))
}

// visit goes to an address, whose host becomes the only one that may be asked.
func (p *tab) visit(address string) {
	p.t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.watch.mu.Lock()
	p.watch.host = u.Host
	p.watch.mu.Unlock()
	p.do(chromedp.Navigate(address))
}

// ready waits until the page has drawn its first picture.
func (p *tab) ready() {
	p.t.Helper()
	p.wait("window.driftlab")
	p.run(`driftlab.ready`)
}
