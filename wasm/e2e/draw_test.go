package e2e

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A tally is what the view that counts says of its Draws: allocations by function, of
// ours and of Ebitengine.
type tally struct {
	Draws       float64
	Own, Engine map[string]float64
}

// Once the first pictures are drawn, drawing one allocates nothing of ours, but for now and
// then a letter that is new at its place, a label with a new number or a new snapshot. Of
// things as small as a number's label several count as one.
func TestDrawDoesNotAllocate(t *testing.T) {
	code := countingView(t)
	for name, address := range map[string]string{
		"track":   "scene=track&preset=tiny&task=track&samples=60",
		"random":  "scene=track&preset=tiny",
		"map":     "scene=valley",
		"surface": "scene=valley&look=surface",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := serve(t, replacing(`/view\..*\.wasm`, code))
			p := newTab(t)
			p.do(chromedp.EmulateViewport(1000, 700)) // all panels side by side
			p.visit(site + "?embed=1#v=1&tempo=fixed&speed=100&play=1&" + address)
			p.ready()
			const view = `document.querySelector("iframe").contentWindow.countDraws`
			p.wait(view + `.draws() > 15`)
			p.run(view + `.begin()`)
			p.wait(view + `.draws() > 30`)
			var got tally
			p.eval(view+`.end()`, &got)
			if each := total(got.Own) / got.Draws; each >= 0.5 {
				t.Errorf("%.2f allocations in each of %v Draws: %v", each, got.Draws, got.Own)
			}
			t.Logf("%v Draws; ours: %v; within Ebitengine: %v", got.Draws, got.Own, got.Engine)
		})
	}
}

func total(counts map[string]float64) (sum float64) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// countingView builds the view that counts.
func countingView(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "view.wasm")
	cmd := exec.Command("go", "build", "-tags", "count", "-ldflags=-s -w", "-o", file, "driftlab/wasm/view")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=nojsonv2")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	code, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// replacing answers with other content.
func replacing(pattern string, content []byte) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		hit := matches(pattern, r)
		if hit {
			if strings.HasSuffix(r.URL.Path, ".wasm") {
				w.Header().Set("Content-Type", "application/wasm")
			}
			_, _ = w.Write(content)
		}
		return hit
	}
}
