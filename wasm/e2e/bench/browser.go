package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	protocol "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// A browser is headless Chromium with one tab, and the server that it may ask.
type browser struct {
	ctx     context.Context
	server  *httptest.Server
	close   func()
	site    string // folder
	machine string
}

// open starts the browser on the page of the timings.
func open(site string) (*browser, error) {
	program, err := findBrowser()
	if err != nil {
		return nil, err
	}
	s, err := serve(site)
	if err != nil {
		return nil, err
	}
	root, end := chromedp.NewExecAllocator(context.Background(), options(program)...)
	ctx, cancel := chromedp.NewContext(root)
	b := &browser{ctx: ctx, server: s, site: site, close: func() { cancel(); end(); s.Close() }}
	version, err := chromedp.CallBrowser(ctx, protocol.GetVersion, cdp.Empty{})
	if err == nil {
		err = chromedp.Do(ctx, chromedp.Navigate(s.URL+"/bench/"))
	}
	if err != nil {
		b.close()
		return nil, fmt.Errorf("starting %s: %w", program, err)
	}
	b.machine = fmt.Sprintf("%s, %d cores, %s, %s", processor(), runtime.NumCPU(), runtime.Version(), version.Product)
	return b, nil
}

func findBrowser() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("the benchmarks need Chromium; install it (Debian: apt install chromium) and try again")
}

// options are for a headless browser with software WebGL, which talks to nobody.
func options(program string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // containers rarely allow one, and the pages are our own
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
	)
}

// players are all who can time a case.
func (b *browser) players(name string) []player {
	var all []player
	if slices.Contains(plainCases, name) {
		all = append(all, player{"chromium", "js", b.timer("", "")})
	}
	for _, path := range []string{"simd", "scalar"} {
		all = append(all, b.programs(path, name)...)
	}
	return all
}

// programs are the stopwatches of a path, with what a case starts from.
func (b *browser) programs(path, name string) []player {
	from := startOf(name)
	return []player{
		{"chromium", path, b.timer(wasm(path), from)},
		{"native", path, func(args ...string) ([]byte, error) { return stopwatch(path, from, args...) }},
	}
}

// timer runs a program in the page, with a saved run as its input; no program is plain.js.
func (b *browser) timer(program, from string) func(args ...string) ([]byte, error) {
	return func(args ...string) ([]byte, error) {
		list, err := json.Marshal(args)
		if err != nil {
			return nil, err
		}
		out, err := b.eval[string](fmt.Sprintf("time(%q, %s, %q)", program, list, from))
		return []byte(out), err
	}
}

// eval evaluates an expression in the page, awaits it, and decodes its value.
func (b *browser) eval[T any](expression string) (T, error) {
	ctx, cancel := context.WithTimeout(b.ctx, 2*time.Minute)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// processor names this machine's.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	for s := bufio.NewScanner(bytes.NewReader(text)); s.Scan(); {
		if name, value, ok := strings.Cut(s.Text(), ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOARCH
}
