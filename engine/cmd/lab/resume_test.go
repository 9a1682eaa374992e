package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAResumedRunIsTheUnbrokenOne(t *testing.T) {
	for _, name := range []string{"track -preset tiny", "valley -walkers 30"} {
		file := filepath.Join(t.TempDir(), "half.driftlab")
		args := append([]string{"run"}, strings.Fields(name)...)
		_, want, _ := lab(t, append(args, "-steps", "200", "-every", "50", "-hash")...)
		if code, _, errs := lab(t, append(args, "-steps", "100", "-save", file)...); code != 0 || errs != "" {
			t.Fatalf("exit %d, %s", code, errs)
		}
		code, got, errs := lab(t, "run", "-from", file, "-steps", "100", "-every", "50", "-hash")
		lines := strings.SplitAfter(want, "\n")
		if code != 0 || errs != "" || got != lines[0]+strings.Join(lines[3:], "") {
			t.Errorf("%s: exit %d, stderr %q, table\n%swant the end of\n%s", name, code, errs, got, want)
		}
	}
}

// Spectra that were asked for are told in the table, and are no part of what is saved.
func TestARunWithSpectraResumes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "run")
	args := strings.Fields("run track -preset tiny -steps 120 -every 60 -hash -save " + file)
	_, plain, _ := lab(t, args...)
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	code, table, errs := lab(t, append(args, "-spectrum", "60")...)
	if is, _ := os.ReadFile(file); code != 0 || errs != "" || string(is) != string(was) {
		t.Errorf("exit %d, stderr %q, and another run", code, errs)
	}
	if strings.Count(plain, ",,,,,") != 3 || strings.Contains(table, ",,") {
		t.Errorf("tables\n%s\n%s", plain, table)
	}
	if code, _, errs := lab(t, "run", "-from", file, "-steps", "9"); code != 0 || errs != "" {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}

func TestBadResumptions(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good"), filepath.Join(dir, "bad")
	if code, _, errs := lab(t, "run", "valley", "-steps", "3", "-save", good); code != 0 {
		t.Fatal(errs)
	}
	if err := os.WriteFile(bad, []byte("no run"), 0o644); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"-from":                               "lab: -from: its value is missing",
		"-from " + bad + " -steps 3":          "lab: " + bad + ": the file is not a saved run of driftlab",
		"-from " + good:                       "lab: say how many steps to take, such as -steps 10000",
		"-from " + good + " -steps 3 -x0 1":   "lab: -x0 needs a new network: it can't be turned in a saved run",
		"-from " + good + " -steps 3 -rays 1": "lab: -rays: the saved run, valley, has no such dial",
		"-from " + good + " -steps 3 -rate 9": "lab: rate: 9 is outside [0.0001, 1]",
	} {
		if code, out, errs := lab(t, append([]string{"run"}, strings.Fields(args)...)...); code != 2 || out != "" || errs != want+"\n" {
			t.Errorf("lab run %s: exit %d, stderr %q, want %q", args, code, errs, want)
		}
	}
	if code, _, _ := lab(t, "run", "-from", filepath.Join(dir, "none"), "-steps", "3"); code != 2 {
		t.Errorf("a file that is not there: exit %d", code)
	}
}
