package e2e

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// digits are data that the valley wants, in these tests only.
var digits = bytes.Repeat([]byte("0123456789"), 50_000)

// wanting makes the valley want the digits: in the page, index.html or driftlab.html, and with
// what the page has to know of them.
func wanting(t *testing.T, page, data string) fault {
	t.Helper()
	html, err := os.ReadFile(filepath.Join(*siteDir, page))
	if err != nil {
		t.Fatal(err)
	}
	text := string(html)
	for old, to := range map[string]string{
		`"assets":{`:           fmt.Sprintf(`"assets":{"digits.bin":{"file":"digits.0123456789.bin","size":%d,"packed":%d},`, len(digits), len(packed(t, digits))),
		` data-title="Valley"`: ` data-title="Valley" data-assets="digits.bin"`,
		`</body>`:              data + `</body>`,
	} {
		if strings.Count(text, old) != 1 {
			t.Fatalf("%s has %d times %s", page, strings.Count(text, old), old)
		}
		text = strings.Replace(text, old, to, 1)
	}
	return hosting(`^/(`+page+`)?$`, text)
}

func packed(t *testing.T, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// listening notes what workers are posted.
const listening = `(() => {
	window.posted = [];
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (message, transfer) {
		const kind = message.json ? JSON.parse(message.json).kind : message.kind;
		posted.push(kind + (message.files ?? []).map((f) => " " + f.name + " " + f.bytes.byteLength).join(""));
		return post.call(this, message, transfer);
	};
})()`

// brought holds if an exhibit was given its data before it was opened, by a command of that kind.
func brought(kind string) string {
	return fmt.Sprintf(`((at) => at > 0 && posted[at - 1] === "assets digits.bin %d")(posted.lastIndexOf(%q))`, len(digits), kind)
}

// dataTab opens the track in a page whose valley wants data.
func dataTab(t *testing.T, faults ...fault) *tab {
	t.Helper()
	site := serve(t, append(faults, late(`/view\.`), wanting(t, "index.html", ""))...)
	p := newTab(t)
	p.before(listening)
	p.visitEarly(site + "#v=1&scene=track&preset=tiny&edition=2&tempo=fixed&speed=100")
	return p
}

// An exhibit's data are fetched when it is opened, once, and are in the worker before it is.
func TestData(t *testing.T) {
	for name, f := range map[string]fault{
		"packed":   replacing(`/digits\..*\.gz$`, packed(t, digits)),
		"unpacked": replacing(`/digits\..*\.gz$`, digits), // by the host
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := dataTab(t, f)
			p.is(`!posted.some((p) => p.startsWith("assets"))`)
			p.run(`driftlab.open("valley")`)
			p.is(`driftlab.state().scene === "valley" && ` + brought("open"))
			p.is(`document.getElementById("fetching").hidden`)
			p.press("1")
			p.wait(`driftlab.state().scene === "track"`)
			p.press("2") // as it was left: a saved run
			p.wait(`driftlab.state().scene === "valley" && ` + brought("load"))
			asked := 0
			for _, address := range p.watch.asked() {
				if strings.Contains(address, "/digits.") {
					asked++
				}
			}
			if asked != 1 {
				t.Errorf("the data were asked for %d times", asked)
			}
			p.is(`driftlab.state().error === ""`)
		})
	}
}

// While data are on their way the page says so, and the present run goes on.
func TestDataOnTheirWay(t *testing.T) {
	t.Parallel()
	p := dataTab(t, func(w http.ResponseWriter, r *http.Request) bool {
		hit := matches(`/digits\.`, r)
		if hit {
			_, _ = w.Write(digits[:100_000])
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}
		return hit
	})
	p.press("2")
	p.says("#fetching", "data are on their way")
	p.says("#fetching", "0.10 of 0.50 MB")
	p.workers(1)
	p.press("1") // never mind
	before := p.number(step)
	p.wait(fmt.Sprintf(`driftlab.state().scene === "track" && driftlab.state().playing && %s > %v`, step, before))
}

// Data that do not arrive are named, and can be tried again.
func TestDataMissing(t *testing.T) {
	for name, c := range map[string]struct {
		fault fault
		says  string
	}{
		"404":       {missing(`/digits\.`), "The data digits.0123456789.bin.gz is missing: the server answered 404."},
		"cut short": {replacing(`/digits\.`, packed(t, digits)[:200]), "The data digits.bin arrived cut short or damaged."},
		"a page":    {hosting(`/digits\.`, "<p>Sign in, please"), "The data digits.bin arrived cut short or damaged."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fault, mend := untilMended(c.fault)
			p := dataTab(t, fault, replacing(`/digits\..*\.gz$`, packed(t, digits)))
			p.expect(chromeSays404)
			p.press("2")
			p.says("[role=alert]", c.says)
			p.says("[role=alert]", "The present run goes on.")
			p.is(`document.getElementById("fetching").hidden`)
			p.workers(1)
			mend()
			p.press("2")
			p.wait(`driftlab.state().scene === "valley" && ` + brought("open"))
			p.quiet()
		})
	}
}

// A page that opens with an exhibit whose data do not come offers to try again.
func TestDataMissingAtFirst(t *testing.T) {
	t.Parallel()
	fault, mend := untilMended(missing(`/digits\.`))
	site := serve(t, fault, replacing(`/digits\..*\.gz$`, packed(t, digits)), late(`/view\.`), wanting(t, "index.html", ""))
	p := newTab(t)
	p.before(listening)
	p.expect(chromeSays404)
	p.visit(site + "#v=1&scene=valley&walkers=5")
	p.says("[role=alert]", "is missing: the server answered 404.")
	mend()
	p.click("Try again")
	p.wait(`driftlab.state().scene === "valley" && driftlab.state().params.walkers === "5" && ` + brought("open"))
	p.quiet()
}

// The offline file has small data inside, and says of others where they are.
func TestDataInTheFile(t *testing.T) {
	block := `<script type="application/base64" id="digits.bin-data">` + base64.StdEncoding.EncodeToString(packed(t, digits)) + `</script>`
	for name, c := range map[string]struct{ data, says string }{
		"inside":  {block, ""},
		"outside": {"", "MB) are not in this file, which carries only small ones: the page on the web has them."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, wanting(t, "driftlab.html", c.data))
			p := newTab(t)
			p.before(listening)
			p.visitEarly(site + "driftlab.html#v=1&scene=track&preset=tiny&edition=2&paused=1")
			p.press("2")
			if c.says == "" {
				p.wait(`driftlab.state().scene === "valley" && ` + brought("open"))
				p.quiet()
				return
			}
			p.says("[role=alert]", c.says)
			p.says("[role=alert]", "The present run goes on.")
		})
	}
}
