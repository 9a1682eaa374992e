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
	id := newWindow(t)
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithTargetID(id))
	p := &tab{t: t, ctx: ctx, watch: newWatch()}
	t.Cleanup(func() {
		p.finish()
		cancel()
	})
	chromedp.ListenTarget(ctx, func(event any) { p.watch.hear(ctx, event) })
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal("opening a tab:", err)
	}
	// A tab behind another takes keys as if it were in front. A low one has the
	// controls beside a small picture, which is drawn sooner.
	p.do(emulation.SetFocusEmulationEnabled(true), chromedp.EmulateViewport(1000, 480))
	return p
}

// newWindow opens a window in a fresh profile and returns its empty tab.
func newWindow(t *testing.T) target.ID {
	t.Helper()
	ctx := cdp.WithExecutor(browser, chromedp.FromContext(browser).Browser)
	profile, err := target.CreateBrowserContext().Do(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := target.DisposeBrowserContext(profile).Do(ctx); err != nil {
			t.Error(err)
		}
	})
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).Do(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return id
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
	var picture []byte
	var state string
	if err := chromedp.Run(ctx, chromedp.Evaluate(`String(JSON.stringify(window.driftlab?.state()))`, &state), chromedp.CaptureScreenshot(&picture)); err != nil {
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

// do carries out actions, all of them soon.
func (p *tab) do(actions ...chromedp.Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// before runs a script in every document of the tab before its own.
func (p *tab) before(script string) {
	p.t.Helper()
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		return err
	}))
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
