package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
)

// A deadly job kills its worker.
type deadly struct{ job }

func (deadly) Piece() bool { panic("the ground gave way") }

// A worker that dies in a run takes nothing with it: the run is tried once more, and if that dies too it has failed; the others come to what they come to without.
func TestARunThatKillsItsWorker(t *testing.T) {
	const runs, once, always = 8, 7, 3 // the last of all is tried again as well
	dir := t.TempDir()
	args := strings.Fields("-preset trial -runs 8 -steps 3000 -keep 0.001 -o")
	s, err := readSweep(append(args, dir))
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	s.stderr, s.procs = &said, 1
	open, tries := s.open, map[int]int{}
	s.open = func(of task) (job, error) {
		j, err := open(of)
		if tries[of.run]++; of.run == always || of.run == once && tries[of.run] == 1 {
			return deadly{j}, err
		}
		return j, err
	}
	if err := s.do(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"run 3 broke off (the ground gave way): it is tried once more\n", "run 3 broke off (the ground gave way): that was the second time, and it counts as failed\n",
		"run 7 broke off (the ground gave way): it is tried once more\n", "8 of 8 runs done",
	} {
		if strings.Count(said.String(), want) != 1 {
			t.Errorf("%q is not said once in %q", want, &said)
		}
	}
	if !strings.Contains(said.String(), "deadly.Piece") {
		t.Errorf("where it broke off is not said in %q", &said)
	}
	if tries[once] != 2 || tries[always] != 2 || len(tries) != runs {
		t.Errorf("tries: %v", tries)
	}

	whole := t.TempDir()
	if code, _, errs := lab(t, append(append([]string{"sweep"}, args...), whole)...); code != 0 {
		t.Fatal(errs)
	}
	got, want := rows(t, merged(t, dir, "csv")), rows(t, merged(t, whole, "csv"))
	for i := range want {
		if same := strings.Join(got[i], ",") == strings.Join(want[i], ","); same == (i == always+1) {
			t.Errorf("row %d: %v, with no death %v", i, got[i], want[i])
		}
	}
	if row := strings.Join(got[always+1], ","); !strings.Contains(row, ",failed,") || !strings.HasSuffix(row, ",,,,,,,,,") {
		t.Errorf("the run that failed: %s", row)
	}
	merged(t, dir, "npz")
	merged(t, dir, "parquet")
	merged(t, dir, "csv", "-courses")
}

// What time is left counts the steps that a run that broke off has still to take, or those that it never will.
func TestTimeLeftAfterARunBrokeOff(t *testing.T) {
	const length = 1000
	w := &workers{left: 3 * length, out: 1}
	w.heard(message{began: true, steps: 100}, length)
	w.steps.Add(400) // to step 500
	w.lost(message{steps: 500}, true, length)
	w.heard(message{began: true, steps: 300}, length) // from where it was last told of
	if got := w.left - w.steps.Load(); got != 2*length+700 {
		t.Errorf("%d steps are left", got)
	}
	w.steps.Add(300) // to step 600
	w.lost(message{steps: 600}, false, length)
	if got := w.left - w.steps.Load(); got != 2*length || w.out != -1 {
		t.Errorf("%d steps are left after it has failed", got)
	}
}

// rows are those of a table, its head first.
func rows(t *testing.T, table []byte) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}
