package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"driftlab/engine"
	"driftlab/engine/param"
)

// TestMain runs the tests where the program runs: in the module's root.
func TestMain(m *testing.M) {
	if err := os.Chdir("../.."); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func somePrograms() parcels {
	p := func(name string) *parcel {
		return &parcel{File: name, Size: 3, Packed: 2, packed: []byte{0x1f, 0x8b}}
	}
	return parcels{"engine": p("engine.wasm"), "plain": p("engine-plain.wasm"), "view": p("view.wasm")}
}

func rendered(t *testing.T) string {
	t.Helper()
	p, err := newPage(somePrograms(), parcels{}, scripts{worker: []byte("work()"), view: []byte("if (1 < 2) draw()")})
	if err != nil {
		t.Fatal(err)
	}
	html, err := p.render()
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

// Every exhibit is in the menu once, under its group, and no group is empty.
func TestMenu(t *testing.T) {
	_, menu, _ := strings.Cut(rendered(t), `<nav id="exhibits"`)
	menu, _, _ = strings.Cut(menu, "</nav>")
	for _, e := range engine.Exhibits {
		if n := strings.Count(menu, `data-tab="`+e.Name+`"`); n != 1 {
			t.Errorf("%d links to %s", n, e.Name)
		}
	}
	for _, part := range strings.Split(menu, `<p class="group"`)[1:] {
		if !strings.Contains(part, "data-tab=") {
			t.Errorf("an empty group: %s", part)
		}
	}
}

func TestEveryDialHasOneControl(t *testing.T) {
	html := rendered(t)
	for _, e := range engine.Exhibits {
		_, article, _ := strings.Cut(html, `data-exhibit="`+e.Name+`"`)
		article, _, _ = strings.Cut(article, "</article>")
		for _, d := range e.New().Dials().All() {
			if n := strings.Count(article, `data-dial="`+d.Name+`"`); n != 1 {
				t.Errorf("%s: %d controls for %s", e.Name, n, d.Name)
			}
		}
		for _, p := range e.New().Dials().Presets {
			if !strings.Contains(article, `<option value="`+p.Name+`">`) {
				t.Errorf("%s: no preset %s", e.Name, p.Name)
			}
		}
	}
}

// Where a lesson has a dial, one pixel of its slider moves it by a twentieth at most, or a
// whole number by one: a hand can find the values that the presets name, and 0 where it is.
func TestAPixelOfASliderIsFine(t *testing.T) {
	const pixels = 234 // the side panel's 250 less the knob
	for _, e := range engine.Exhibits {
		set := e.New().Dials()
		for _, p := range set.Presets {
			set.Apply(p)
			for _, d := range set.All() {
				if !(dial{d, ""}).Slides() {
					continue
				}
				v, err := strconv.ParseFloat(d.Value(), 64)
				if err != nil || v == 0 {
					continue
				}
				pixel := (d.Max - d.Min) / pixels
				if d.Log {
					pixel = math.Abs(v) * (math.Pow(d.Max/d.Least, 1./pixels) - 1)
				}
				if most := 0.051 * math.Abs(v); pixel > most && (d.Kind != param.Int || pixel > 1) {
					t.Errorf("%s, preset %s: one pixel moves %s by %.2g at %v", e.Name, p.Name, d.Name, pixel, v)
				}
			}
		}
	}
}

// What the words offer as buttons has to be what the dials understand.
func TestWordsOfferWhatDialsTake(t *testing.T) {
	pair := regexp.MustCompile(`data-(set|open)="([a-z0-9-]+)=([^"&]+)"`)
	for _, e := range engine.Exhibits {
		w, err := readWords(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		set := e.New().Dials()
		for _, m := range pair.FindAllStringSubmatch(string(w.Try), -1) {
			name, value := m[2], m[3]
			if name == "preset" {
				_, err = set.Preset(value)
			} else {
				err = set.Set(name, value)
			}
			if err != nil {
				t.Errorf("%s offers %s: %v", e.Name, m[0], err)
			}
		}
	}
}

// Words that hold for some values of a dial name one that there is, and values that it takes.
func TestWordsKnowWhenTheyHold(t *testing.T) {
	when := regexp.MustCompile(`data-when="([^"]+)"`)
	for _, e := range engine.Exhibits {
		text, err := os.ReadFile("assets/words/" + e.Name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		set := e.New().Dials()
		for _, m := range when.FindAllStringSubmatch(string(text), -1) {
			for _, pair := range strings.Split(m[1], "&amp;") {
				name, values, _ := strings.Cut(pair, "=")
				for _, v := range strings.Split(values, ",") {
					if name == "preset" {
						_, err = set.Preset(v)
					} else {
						err = set.Set(name, v)
					}
					if err != nil {
						t.Errorf("%s: %s: %v", e.Name, m[0], err)
					}
				}
			}
		}
	}
}

func TestNothingComesFromElsewhere(t *testing.T) {
	loads := regexp.MustCompile(`(?:src|href)="([^"]*)"`)
	for _, m := range loads.FindAllStringSubmatch(rendered(t), -1) {
		if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "data:") {
			t.Errorf("the page loads %s", m[1])
		}
	}
}

func TestShellIsToldWhatWasBuilt(t *testing.T) {
	_, text, _ := strings.Cut(rendered(t), `<script type="application/json" id="dist">`)
	text, _, _ = strings.Cut(text, "</script>")
	var d dist
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if d.Programs["view"].File != "view.wasm" || d.Programs["view"].Packed != 2 || d.Version == "" ||
		d.Worker != "work()" || !strings.Contains(d.View, "<script>if (1 < 2) draw()</script>") {
		t.Errorf("dist: %s", text)
	}
}

func TestSiteKeepsOnlyWhatItAdded(t *testing.T) {
	s := &site{dir: t.TempDir()}
	name, err := s.hashed("a.css", []byte("a {}"))
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^a\.[0-9a-f]{10}\.css$`).MatchString(name) {
		t.Errorf("name %s", name)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "old.js"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.prune(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(s.dir)
	if err != nil || len(left) != 1 || left[0].Name() != name {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestPackTrustsOnlyIntactFiles(t *testing.T) {
	code := bytes.Repeat([]byte("wasm"), 1000)
	path := filepath.Join(t.TempDir(), "x.gz")
	packed, err := pack(path, code)
	if err != nil || !intact(packed, code) {
		t.Fatalf("pack: %v", err)
	}
	if err := os.WriteFile(path, packed[:len(packed)-5], 0o644); err != nil {
		t.Fatal(err)
	}
	again, err := pack(path, code)
	if err != nil || !bytes.Equal(again, packed) {
		t.Error("a file cut short was taken for whole")
	}
}

func TestOfflinePolicyNamesTheHashes(t *testing.T) {
	p := offlinePolicy([]byte("s"), []byte("a"), []byte("b"))
	for _, text := range []string{"s", "a", "b"} {
		if !strings.Contains(p, sourceHash([]byte(text))) {
			t.Errorf("no hash of %s in %s", text, p)
		}
	}
	if strings.Contains(p, "'unsafe-inline'") || strings.Contains(p, "connect-src") {
		t.Error("the policy is too wide: " + p)
	}
}
