package e2e

import (
	"strings"
	"testing"
	"time"
)

// naughty is a page that does in every place what no page should.
const naughty = `<!doctype html><title>naughty</title><link rel="icon" href="data:,">
<iframe srcdoc="<script>console.warn('from the frame')</script>"></iframe>
<script>
	console.error("from the page", 7);
	setTimeout(() => { throw new Error("thrown in the page"); });
	Promise.reject(new Error("rejected in the page"));
	const text = "console.error('from the worker'); setInterval(() => fetch('http://elsewhere.invalid/worker').catch(() => {}), 200)";
	window.worker = new Worker(URL.createObjectURL(new Blob([text])));
	fetch("http://elsewhere.invalid/page").catch(() => {});
</script>`

// What a tab should not do is noticed, wherever it happens.
func TestWatch(t *testing.T) {
	t.Parallel()
	site := serve(t, hosting(`^/naughty$`, naughty))
	p := newTab(t)
	p.visit(site + "naughty")
	for _, what := range []string{
		"console: from the page 7", "from the frame", "from the worker", "thrown in the page", "rejected in the page",
		"request to another host: http://elsewhere.invalid/page", "request to another host: http://elsewhere.invalid/worker",
	} {
		heard := false
		for end := time.Now().Add(patience); !heard && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			heard = strings.Contains(strings.Join(p.watch.complaints(), "\n"), what)
		}
		if !heard {
			t.Errorf("nobody heard %q, only %q", what, p.watch.complaints())
		}
	}
	p.expect(`from the page`)
	for _, text := range p.watch.complaints() {
		if strings.Contains(text, "from the page") {
			t.Errorf("%q was expected, and yet complained of", text)
		}
	}
	p.expect(`elsewhere|from the|in the page`)
}
