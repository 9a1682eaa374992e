package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"driftlab/engine"
)

// told is how a run's progress is told, on stderr: never on a fast machine.
var told = regexp.MustCompile(`(?m)^step \d+ of \d+, .* left\n`)

// lab runs the command and returns what it printed, but for its progress.
func lab(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = obey(args, &out, &errs)
	return code, out.String(), told.ReplaceAllString(errs.String(), "")
}

func TestRunWritesATable(t *testing.T) {
	for _, c := range []struct {
		args  string
		steps string // of the rows
	}{
		{"valley -steps 10 -every 4", "0 4 8 10"},
		{"valley -preset crowd -steps=4 --every=2 -walkers 50", "0 2 4"},
		{"valley -steps 0", "0"},
		{"valley -steps 1'000 -every 5,0e2 -noise 0,01", "0 500 1000"},
		{"valley -steps 3 -every 100", "0 3"},
		{"valley -steps 3", "0 1 2 3"},
		{"valley -kind label -x0 -1.5 -steps 1e1 -every 10", "0 10"},
		{"track -preset tiny -units 20 -steps 5 -every 2", "0 2 4 5"},
	} {
		code, out, errs := lab(t, append([]string{"run"}, strings.Fields(c.args)...)...)
		lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		var steps []string
		for _, l := range lines[1:] {
			step, _, _ := strings.Cut(l, ",")
			steps = append(steps, step)
		}
		if code != 0 || errs != "" || strings.Join(steps, " ") != c.steps {
			t.Errorf("%s: exit %d, steps %v, want %s; stderr %q", c.args, code, steps, c.steps, errs)
		}
	}
}

func TestBadUse(t *testing.T) {
	all := strings.Join(engine.Names(), ", ")
	for args, want := range map[string]string{
		"":                                 "lab: say what to do: list, run, search, sweep, merge or version; lab help tells more",
		"fly":                              `lab: "fly" is not a command: there are list, run, search, sweep, merge, version and help`,
		"run":                              "lab: name an exhibit first: " + all,
		"run -steps 3":                     "lab: name an exhibit first: " + all,
		"run vally -steps 3":               `lab: there is no exhibit "vally"; there are ` + all,
		"run valley":                       "lab: say how many steps to take, such as -steps 10000",
		"run valley -steps":                "lab: -steps: its value is missing",
		"run valley -steps -3":             `lab: steps: "-3" is not a whole number from 0 to 1e+15`,
		"run valley -steps 2.5":            `lab: steps: "2.5" is not a whole number from 0 to 1e+15`,
		"run valley -steps 9e99":           `lab: steps: "9e99" is not a whole number from 0 to 1e+15`,
		"run valley -steps 3 -every 0":     `lab: every: "0" is not a whole number from 1 to 1e+15`,
		"run valley -steps 3 extra":        `lab: "extra" is not a flag: dials are turned as in -seed 7`,
		"run valley -steps 3 -":            `lab: "-" is not a flag: dials are turned as in -seed 7`,
		"run valley -steps 3 -units 5":     "lab: -units: valley has no such dial; lab list names them",
		"run valley -steps 3 -picture map": "lab: -picture concerns the picture in the page only",
		"run valley -steps 3 -noise 7":     "lab: noise: 7 is outside [0, 1]",
		"run valley -noise 7 -walkers 3 -x0 1 -steps 3": "lab: noise: 7 is outside [0, 1]",
		"run valley -steps 3 -noise x":                  `lab: noise: "x" is not a number`,
		"run valley -steps 3 -kind both":                `lab: kind: "both" is not one of update, label`,
		"run valley -steps 3 -walkers 2.5":              "lab: walkers: 2.5 is not a whole number",
		"run valley -steps 3 -preset big":               `lab: preset: there is no preset "big"`,
		"run valley -noise 7 -steps 3 -preset p":        `lab: preset: there is no preset "p"`,
		"search":                                        "lab: name an exhibit first: " + all,
		"search valley":                                 "lab: valley has nothing to search for",
		"search -from f":                                "lab: a saved search goes on with lab run -from FILE -steps N",
		"search sticky -a1-from 2":                      "lab: a1-from and a1-to: a search cannot go from 2 to 1: the first has to be the smaller",
		"search sticky -preset paper":                   "lab: a search has the preset search: turn its dials",
		"search sticky -steps 3":                        "lab: a search takes all its trials: -trials says how many",
		"search sticky -grid ablation":                  "lab: -grid stays as the preset search has it",
		"search sticky -trials 0":                       "lab: trials: 0 is outside [1, 1000]",
		"list all":                                      "lab: lab list takes nothing but -markdown EXHIBIT",
		"list -markdown":                                "lab: name an exhibit first: " + all,
	} {
		code, out, errs := lab(t, strings.Fields(args)...)
		if code != 2 || out != "" || errs != want+"\n" {
			t.Errorf("lab %s: exit %d, stdout %q, stderr %q, want %q", args, code, out, errs, want)
		}
	}
}

// A search has a row for each trial, and then says which was the best and how to run that.
func TestSearch(t *testing.T) {
	small := "-tasks 2 -train 60 -test 10 -units 4 -batch 10"
	code, out, errs := lab(t, strings.Fields("search sticky -trials 12 -seed 2 "+small)...)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != 0 || len(lines) != 14 || !strings.HasPrefix(lines[13], "B,12,2,") {
		t.Fatalf("exit %d, %d lines, the last %q", code, len(lines), lines[len(lines)-1])
	}
	told, command, _ := strings.Cut(strings.TrimSpace(errs), "\nlab ")
	if !strings.HasPrefix(told, "best: The settings of trial ") {
		t.Errorf("it says %q", errs)
	}
	command = strings.Replace(command, "-steps N", "-method sticky -steps 12 -every 12", 1)
	if code, run, errs := lab(t, strings.Fields(command)...); code != 3 && code != 0 || !strings.Contains(run, "\nB,12,2,") {
		t.Errorf("%s: exit %d, %q, %q", command, code, run, errs)
	}
}

func TestHelp(t *testing.T) {
	for _, args := range []string{"help", "-h", "--help", "run -help", "run valley -h"} {
		if code, out, errs := lab(t, strings.Fields(args)...); code != 0 || out != usage || errs != "" {
			t.Errorf("lab %s: exit %d, stdout %q, stderr %q", args, code, out, errs)
		}
	}
}

func TestListNamesEverything(t *testing.T) {
	code, out, _ := lab(t, "list")
	if code != 0 {
		t.Fatalf("exit %d", code)
	}
	for _, e := range engine.Exhibits {
		dials := e.New().Dials()
		for _, p := range dials.Presets {
			if !strings.Contains(out, "  "+p.Name+" ") {
				t.Errorf("the preset %s of %s is missing", p.Name, e.Name)
			}
		}
		for _, d := range dials.All() {
			if !strings.Contains(out, d.Name) || !strings.Contains(out, d.Range()) {
				t.Errorf("the dial %s of %s is missing", d.Name, e.Name)
			}
		}
	}
}

func TestOutputFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "valley.csv")
	code, out, errs := lab(t, "run", "valley", "-steps", "5", "-o", file)
	text, err := os.ReadFile(file)
	_, want, _ := lab(t, "run", "valley", "-steps", "5")
	if code != 0 || out != "" || errs != "" || err != nil || string(text) != want {
		t.Errorf("exit %d, stdout %q, stderr %q, %v, file %q", code, out, errs, err, text)
	}
	code, _, errs = lab(t, "run", "valley", "-steps", "5", "-o", filepath.Join(file, "no", "such"))
	if code != 1 || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}

// A run that came to trouble says so in a word and in its exit code; its table is whole.
func TestTroubleIsTold(t *testing.T) {
	for args, want := range map[string]string{
		"valley -rate 1 -x0 3 -steps 50":                               "flew off",
		"track -preset tiny -rate 10 -noise 1 -steps 5000 -every 1000": "d(iverged at step|ead network)",
		"track -preset tiny -rate 10 -noise 0 -steps 3000 -every 1000": "d(iverged at step|ead network)",
	} {
		file := filepath.Join(t.TempDir(), "run")
		code, out, errs := lab(t, slices.Concat([]string{"run"}, strings.Fields(args), []string{"-save", file})...)
		if code != 3 || !regexp.MustCompile(`(?m)^trouble: .*`+want).MatchString(errs) {
			t.Errorf("%s: exit %d, stderr %q, table %q", args, code, errs, out)
		}
		if code, _, errs := lab(t, "run", "-from", file, "-steps", "0"); code != 3 || !strings.Contains(errs, "trouble: ") {
			t.Errorf("%s, saved: exit %d, stderr %q", args, code, errs)
		}
	}
}
