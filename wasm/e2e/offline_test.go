package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The single file runs from the disk, by itself.
func TestOffline(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join(*siteDir, "driftlab.html"))
	if err != nil {
		t.Fatal(err)
	}
	if len(content) >= 16_000_000 {
		t.Errorf("the file has %d bytes", len(content))
	}
	file := filepath.Join(t.TempDir(), "my lecture.html")
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
	address := "file://" + strings.ReplaceAll(file, " ", "%20")

	p := newTab(t)
	p.visit(address + "#v=1&scene=track&preset=tiny&edition=2")
	p.ready()
	for _, scene := range exhibits() {
		p.run(`driftlab.open(` + quote(scene) + `)`)
		p.is(`driftlab.state().scene === ` + quote(scene))
		p.run(`driftlab.play()`)
		p.wait(fmt.Sprintf(`driftlab.state().step > %d`, some(scene)/25))
		p.run(`driftlab.pause()`)
		before := p.drawn()
		p.run(fmt.Sprintf(`driftlab.step(%d)`, some(scene)))
		p.repaints(before)
		if text := p.file("csv"); !strings.HasPrefix(text, "# driftlab: ") || !regexp.MustCompile(`(?m)^([a-z]+,)?step,`).MatchString(text) {
			t.Error("there is no table")
		}
		p.wait(`location.hash.includes("scene=` + scene + `")`)
	}
	p.run(`driftlab.open("valley")`) // which has no jobs for helpers
	p.workers(1)
	for _, asked := range p.watch.asked() {
		if asked != address && !strings.HasPrefix(asked, "data:") && !strings.HasPrefix(asked, "blob:") && asked != "about:srcdoc" {
			t.Errorf("the file asked for %.200s", asked)
		}
	}
}
