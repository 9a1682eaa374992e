package e2e

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/wire"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// kept are runs that are saved and go on elsewhere.
var kept = []struct{ address, dial, value string }{
	{"scene=track&preset=tiny&seed=5&tempo=max", "rate", "0.03"},
	{"scene=track&units=37&samples=61&noise=0.2", "noise", "0.05"},
	{"scene=valley&walkers=57&noise=0.05", "noise", "0.1"},
}

// What is saved in the page goes on natively to the same bits.
func TestSavedInThePage(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&paused=1")
	for _, k := range kept {
		p.run(`location.hash = ` + quote("#v=1&paused=1&"+k.address))
		p.wait(`driftlab.state().step === 0 && driftlab.link().includes(` + quote(k.address) + `.split("&").pop())`)
		p.run(`driftlab.step(150)`)
		p.run(fmt.Sprintf(`driftlab.set({%q: %q})`, k.dial, k.value))
		p.run(`driftlab.step(61)`)
		s, err := engine.Load([]byte(p.file("run")), nil)
		if err != nil {
			t.Fatalf("%s: %v", k.address, err)
		}
		p.same(s)
		p.run(`driftlab.step(230)`)
		s.Do(wire.Command{Kind: "step", N: 230})
		p.same(s)
	}
}

// What is saved natively goes on in the page to the same bits, paused, in its own exhibit.
func TestSavedNatively(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=valley&walkers=3")
	for _, k := range kept {
		p.run(`driftlab.play()`)
		s, file := saveNatively(t, k.address)
		if said := p.load(file); said != "" {
			t.Fatalf("%s: %s", k.address, said)
		}
		p.is(`!driftlab.state().playing && driftlab.state().step === 150`)
		p.same(s)
		p.agree(s.Exhibit(), map[string]string{"seed": s.Status().Params["seed"], "noise": s.Status().Params["noise"]})
		p.wait(`location.hash === ` + quote("#"+s.Status().Link))
		p.run(`driftlab.step(90)`)
		s.Do(wire.Command{Kind: "step", N: 90})
		p.same(s)
		p.workers(1)
	}
}

// A file that is no saved run is refused with a sentence, and the experiment goes on.
func TestBadFiles(t *testing.T) {
	t.Parallel()
	p := openEarly(t, "#v=1&scene=track&preset=tiny&edition=2&tempo=fixed&speed=200")
	_, good := saveNatively(t, kept[2].address)
	damaged := append([]byte{}, good...)
	damaged[len(damaged)/2] ^= 1
	for _, c := range []struct {
		file []byte
		says string
	}{
		{nil, "the file is not a saved run of driftlab"},
		{[]byte("step,loss\n0,1\n"), "the file is not a saved run of driftlab"},
		{good[:len(good)/2], "the saved run is cut short or damaged"},
		{damaged, "the saved run is cut short or damaged"},
	} {
		before := p.number(`driftlab.state().step`)
		if said := p.load(c.file); said != c.says {
			t.Errorf("%.20q: %q, want %q", c.file, said, c.says)
		}
		p.wait(fmt.Sprintf(`driftlab.state().scene === "track" && driftlab.state().playing && driftlab.state().step > %v`, before))
		p.workers(1)
	}

	p.attach("notes.txt", []byte("no run"))
	p.says("[role=alert]", "“notes.txt” could not be opened: the file is not a saved run of driftlab.")
	p.is(`driftlab.state().playing`)
	p.click("Dismiss")
	p.quiet()
	p.attach("cut.driftlab", good[:40])
	p.says("[role=alert]", "“cut.driftlab” could not be opened")
	p.attach("good.driftlab", good)
	p.wait(`driftlab.state().scene === "valley" && driftlab.state().step === 150`)
	p.quiet()
}

// The button saves the run under a name that tells what it is.
func TestSaveButton(t *testing.T) {
	t.Parallel()
	site := serve(t, late(`/view\.`))
	p := newTab(t)
	p.before(`HTMLAnchorElement.prototype.click = function () { window.offered = this.download }`)
	p.visitEarly(site + "#v=1&paused=1&scene=track&preset=tiny&edition=2")
	p.run(`driftlab.step(1234)`)
	p.click("Save run")
	p.wait(`window.offered === "driftlab-track-step-1234.driftlab"`)
}

// A file is dropped on the page, and on the picture, which is a document of its own; also
// in the offline file.
func TestDrop(t *testing.T) {
	for name, address := range map[string]string{"online": serve(t), "offline": "file://" + offlineFile(t)} {
		t.Run(name, func(t *testing.T) {
			p := newTab(t)
			p.visit(address + "#v=1&scene=valley&walkers=3&paused=1")
			p.ready()
			_, content := saveNatively(t, kept[0].address)
			file := filepath.Join(t.TempDir(), "dropped.driftlab")
			if err := os.WriteFile(file, content, 0o644); err != nil {
				t.Fatal(err)
			}
			for _, place := range []string{".brand", "#picture"} {
				p.run(`driftlab.open("valley", {walkers: 3})`)
				p.picture()
				x, y := p.number(`document.querySelector("`+place+`").getBoundingClientRect().x + 40`),
					p.number(`document.querySelector("`+place+`").getBoundingClientRect().y + 8`)
				p.drag(input.DispatchDragEventTypeDragEnter, x, y, file)
				p.says(".drop-hint", "Drop a saved run to open it")
				p.drag(input.DispatchDragEventTypeDragOver, x, y, file)
				p.drag(input.DispatchDragEventTypeDrop, x, y, file)
				p.wait(`driftlab.state().scene === "track" && driftlab.state().step === 150 && !driftlab.state().playing`)
				p.is(`document.querySelector(".drop-hint").hidden`)
			}
			p.picture()
		})
	}
}

// saveNatively takes 150 steps and saves.
func saveNatively(t *testing.T, address string) (*engine.Session, []byte) {
	t.Helper()
	s := simtest.Open(t, address)
	s.Do(wire.Command{Kind: "step", N: 150})
	file, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	return s, file
}

// load opens a saved run in the page and returns what the page says against it.
func (p *tab) load(file []byte) string {
	p.t.Helper()
	return p.text(fmt.Sprintf(`driftlab.load(Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))).then(() => "", (error) => error.message)`,
		base64.StdEncoding.EncodeToString(file)))
}

// attach chooses a file as with the button "Open run".
func (p *tab) attach(name string, content []byte) {
	p.t.Helper()
	file := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o644); err != nil {
		p.t.Fatal(err)
	}
	p.do(chromedp.SetUploadFiles("#file", []string{file}))
}

// drag sends a step of dragging a file.
func (p *tab) drag(kind input.DispatchDragEventType, x, y float64, file string) {
	p.t.Helper()
	const toCopy = 1
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: toCopy}
	p.do(call(input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: x, Y: y, Data: data}))
}

// same checks that the page's run is where a native one is.
func (p *tab) same(s *engine.Session) {
	p.t.Helper()
	want := s.About()
	got := p.eval[wire.About](`driftlab.about()`)
	if got.Step != want.Step || got.Hash != want.Hash || got.Command != want.Command {
		p.t.Errorf("the page is at step %d, hash %s (%q), not at step %d, hash %s (%q)",
			got.Step, got.Hash, got.Command, want.Step, want.Hash, want.Command)
	}
}

// offlineFile is the path of the offline file as an address has it.
func offlineFile(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(*siteDir, "driftlab.html"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(path, " ", "%20")
}
