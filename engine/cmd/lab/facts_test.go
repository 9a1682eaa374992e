package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"driftlab/engine"
)

func TestVersion(t *testing.T) {
	code, out, errs := lab(t, "version")
	if code != 0 || errs != "" || !regexp.MustCompile(`^driftlab `+regexp.QuoteMeta(engine.Version())+` \(go[^ ]+, \w+/\w+, (SIMD|scalar)\)\n$`).MatchString(out) {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, errs)
	}
	if code, _, errs := lab(t, "version", "please"); code != 2 || errs != "lab: lab version takes nothing\n" {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}

// The table stays plain unless its head is asked for; then that comes before it, and the
// address in it is that of the run.
func TestHeader(t *testing.T) {
	args := strings.Fields("run valley -preset crowd -noise 0.05 -seed 7 -walkers 9 -steps 6 -every 3")
	_, plain, _ := lab(t, args...)
	code, out, errs := lab(t, append(args, "-header")...)
	head, ok := strings.CutSuffix(out, plain)
	want := "# driftlab: " + engine.Version() + `
# address: #v=1&scene=valley&preset=crowd&edition=2&seed=7&noise=0.05&walkers=9
# exhibit: valley
# preset: crowd
# seed: 7
# dials: noise 0.05, walkers 9
# from step: 0
`
	if code != 0 || errs != "" || !ok || head != want {
		t.Errorf("exit %d, stderr %q, table\n%s", code, errs, out)
	}

	dir := t.TempDir()
	save, file := filepath.Join(dir, "run"), filepath.Join(dir, "table.csv")
	lab(t, append(args, "-save", save)...)
	if code, _, errs := lab(t, "run", "-from", save, "-rate", "0.1", "-steps", "2", "--header", "-o", file); code != 0 {
		t.Fatal(errs)
	}
	text, _ := os.ReadFile(file)
	if got := string(text); !strings.Contains(got, "\n# from step: 6\nstep,alive") || !strings.Contains(got, "\n# dials: rate 0.1, noise 0.05, walkers 9\n") {
		t.Errorf("the table of the run that goes on is\n%s", got)
	}
}

// In a file, progress is told once a minute; on a terminal, once a second.
func TestProgress(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var text bytes.Buffer
	for _, w := range []io.Writer{file, &text} {
		if p := newProgress(0, 10, w); p.every != time.Minute {
			t.Errorf("every %v", p.every)
		}
	}
	screen, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	if p := newProgress(0, 10, screen); p.every != time.Second {
		t.Errorf("on a device, every %v", p.every)
	}
	p := newProgress(0, 10, &text)
	if p.at(1); text.Len() > 0 {
		t.Errorf("told at once: %q", text.String())
	}
	p.start, p.next = time.Now().Add(-time.Minute), time.Now()
	for range 3 {
		p.at(2)
	}
	if !regexp.MustCompile(`^step 2 of 10, 0 steps/s, \S+ left\n$`).MatchString(text.String()) {
		t.Errorf("told %q", text.String())
	}
}
