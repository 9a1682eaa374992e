package e2e

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// siteDir is the built site that is tested.
var siteDir = flag.String("dist", "../../dist", "the built site")

// browser is the context of the one browser process.
var browser context.Context

func TestMain(m *testing.M) {
	flag.Parse()
	// Every picture is drawn in software: more tabs at once would only wait for each other.
	if err := flag.Set("test.parallel", "2"); err != nil {
		panic(err) // the testing package has this flag
	}
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	if _, err := os.Stat(filepath.Join(*siteDir, "index.html")); err != nil {
		return 0, fmt.Errorf("no site in %s; make it with `make dist`", *siteDir)
	}
	program, err := findBrowser()
	if err != nil {
		return 0, err
	}
	root, end := chromedp.NewExecAllocator(context.Background(), browserOptions(program)...)
	defer end()
	var close context.CancelFunc
	// A browser newer than the driver sends events that it does not know: no matter.
	browser, close = chromedp.NewContext(root, chromedp.WithErrorf(func(string, ...any) {}))
	defer close()
	if err := chromedp.Do(browser); err != nil {
		return 0, fmt.Errorf("starting %s: %w", program, err)
	}
	return m.Run(), nil
}

func findBrowser() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("the browser tests need Chromium; install it (Debian: apt install chromium) and try again")
}

// browserOptions are for a headless browser with software WebGL, which talks to nobody.
func browserOptions(program string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // containers rarely allow one, and the pages are our own
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		// Two processors: what runs long is compiled anew, faster, but not all that a test
		// calls a few times; and no window brings a page of the browser's own.
		chromedp.Flag("js-flags", "--wasm-tiering-budget=400000000"),
		chromedp.Flag("disable-features", "Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup"),
	)
}
