package e2e

import (
	"fmt"
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// header adds a header to the answers for files whose paths match.
func header(pattern, name, value string) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if matches(pattern, r) {
			w.Header().Add(name, value)
		}
		return false
	}
}

// talking is the script of a page that embeds the site in the frame "inner" and talks to it.
const talking = `<script>
	const heard = [], waiting = new Map();
	let lastID = 0;
	addEventListener("message", ({data}) => {
		heard.push(data);
		if (data.driftlab === "reply") waiting.get(data.id)?.(data);
	});
	function call(name, ...args) {
		return new Promise((resolve) => {
			waiting.set(++lastID, resolve);
			inner.contentWindow.postMessage({driftlab: name, id: lastID, args}, "*");
		});
	}
	const state = async () => (await call("state")).value;
</script>`

// room opens a page with that body, which has the frame "inner".
func room(t *testing.T, body string, faults ...fault) *tab {
	t.Helper()
	faults = append(faults, hosting(`^/room$`, `<!doctype html><title>room</title><link rel="icon" href="data:,">`+talking+body))
	site := serve(t, faults...)
	p := newTab(t)
	p.visit(site + "room")
	return p
}

// demanding are exhibits that want different things of the browser: programs only, data as well, and a database too.
var demanding = []string{"track", "stability", "sweep"}

// several opens exhibits in the frame, with pictures, and checks that the page around it stays.
func (p *tab) several() {
	p.t.Helper()
	p.run(`window.here = true`)
	p.wait(`heard.some((m) => m.driftlab === "ready")`)
	for _, scene := range demanding {
		p.is(fmt.Sprintf(`call("open", %q).then((r) => !r.error)`, scene))
		p.is(`call("play").then((r) => !r.error)`)
		p.wait(`state().then((s) => s.step > 5 && s.error === "" && s.scene === ` + quote(scene) + `)`)
		p.is(`call("export", "png").then((r) => r.value.size > 10_000)`)
		p.is(`call("pause").then((r) => !r.error)`)
	}
	p.is(`window.here === true`)
}

// The offline file works as a frame's srcdoc, where it has no address, and loads nothing.
func TestSrcdoc(t *testing.T) {
	file, err := os.ReadFile(filepath.Join(*siteDir, "driftlab.html"))
	if err != nil {
		t.Fatal(err)
	}
	for name, sandbox := range map[string]string{"free": "", "sandboxed": ` sandbox="allow-scripts"`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := room(t, `<iframe id="inner" name="scene=valley&amp;walkers=7" width="900" height="480"`+sandbox+` srcdoc="`+html.EscapeString(string(file))+`"></iframe>`)
			before := len(p.watch.asked())
			p.wait(`state().then((s) => s.scene === "valley" && s.params.walkers === "7")`)
			p.several()
			if sandbox == "" { // all that looks like a link stays here
				p.run(`window.page = inner.contentWindow`)
				p.run(`page.document.querySelector("[data-tab=track]").click()`)
				p.wait(`state().then((s) => s.scene === "track")`)
				p.run(`page.document.querySelector("[data-tab=track]").click()`)
				p.is(`!page.document.querySelector("#bar-link").checkVisibility()`)
				p.is(`page.location.href === "about:srcdoc" && page === inner.contentWindow && page.driftlab.link().startsWith("#v=1&scene=track")`)
			}
			for _, asked := range p.watch.asked()[before:] {
				if !strings.HasPrefix(asked, "blob:") && !strings.HasPrefix(asked, "data:") && !strings.HasPrefix(asked, "about:") {
					t.Errorf("it asked for %.100s", asked)
				}
			}
		})
	}
}

// In a sandbox, which makes pages strangers to all they load, the offline file works.
func TestSandboxedFile(t *testing.T) {
	t.Parallel()
	p := room(t, `<iframe id="inner" width="900" height="480" src="driftlab.html#scene=track&preset=tiny"></iframe>`,
		header(`driftlab\.html$`, "Content-Security-Policy", "sandbox allow-scripts"))
	p.several()
}

// The page and its files work in a sandbox where the host allows it; elsewhere it says why not.
func TestSandboxedPage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		attr  string
		fault fault
	}{
		"by frame":  {`sandbox="allow-scripts"`, func(http.ResponseWriter, *http.Request) bool { return false }},
		"by policy": {"", header(`(/|index\.html)$`, "Content-Security-Policy", "sandbox allow-scripts")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body := `<iframe id="inner" width="900" height="480" ` + c.attr + ` src="index.html#scene=track&preset=tiny"></iframe>`
			p := room(t, body, c.fault, header(`\.gz$`, "Access-Control-Allow-Origin", "*"))
			p.several()
			q := room(t, body, c.fault)
			q.expect(`CORS policy|net::ERR_FAILED`)
			q.wait(`state().then((s) => s.error.includes("in a sandbox") && s.error.includes("Access-Control-Allow-Origin: *"))`)
		})
	}
}

// What a policy of the host forbids is named as that policy names it.
func TestPolicies(t *testing.T) {
	for name, c := range map[string]struct{ policy, says string }{
		"wasm":    {"script-src 'self' 'unsafe-inline'", "'wasm-unsafe-eval'"},
		"workers": {"worker-src 'self'", "worker-src of its Content-Security-Policy has to allow blob:"},
		"connect": {"connect-src 'none'", "connect-src has to allow 'self'"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, late(`/view\.`), header(`/$`, "Content-Security-Policy", c.policy))
			p := newTab(t)
			p.expect(`Content Security Policy`)
			p.visit(site)
			p.says("[role=alert]", c.says)
			p.is(`!driftlab.state().error.includes("cut short")`)
			p.workers(0)
		})
	}
}

// A page whose script did not come says so, in words that stand in the page; one whose
// script came does not.
func TestNoScript(t *testing.T) {
	for name, fault := range map[string]fault{
		"404":    missing(`/shell\.`),
		"a page": hosting(`/shell\.`, "<p>Sign in, please"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, fault)
			p := newTab(t)
			p.expect(chromeSays404)
			p.expect(`MIME type|Unexpected token`)
			p.visit(site)
			p.says("#boot", "Reload the page")
			p.is(`!window.driftlab && !document.querySelector("#progress").checkVisibility()`)
		})
	}
	p := openEarly(t, "#paused=1")
	p.is(`!document.querySelector("#boot")`)
}

// The page opened as a file says which file to open.
func TestPageAsFile(t *testing.T) {
	t.Parallel()
	path, err := filepath.Abs(filepath.Join(*siteDir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	p := newTab(t)
	p.expect(`file:|net::ERR_FAILED`)
	p.visit("file://" + path)
	p.wait(`[...document.querySelectorAll(".notice")].some((e) => e.checkVisibility() && e.textContent.includes("open driftlab.html"))`)
}

// While nothing comes the page says what it waits for.
func TestProgressHasWords(t *testing.T) {
	for name, c := range map[string]struct {
		fault fault
		says  string
	}{
		"no answer": {late(`/engine\.`), "still waiting for the server's answer"},
		"stalled":   {stalls(`/engine\.`, 100_000), "the connection is slow, or has stalled"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, c.fault) // ends after the tab
			p := newTab(t)
			p.visit(site)
			p.says("#progress-word", c.says)
		})
	}
}

// stalls sends the first bytes of the files whose paths match, and no more.
func stalls(pattern string, bytes int) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !regexp.MustCompile(pattern).MatchString(r.URL.Path) {
			return false
		}
		cutShort(pattern, bytes)(w, r)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		return true
	}
}
