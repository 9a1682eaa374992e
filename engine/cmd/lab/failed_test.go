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
		"run 3 stopped (the ground gave way): it is tried once more\n", "run 3 stopped (the ground gave way): that was the second time, and it counts as failed\n",
		"run 7 stopped (the ground gave way): it is tried once more\n", "8 of 8 runs done",
	} {
		if strings.Count(said.String(), want) != 1 {
			t.Errorf("%q is not said once in %q", want, &said)
		}
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

// rows are those of a table, its head first.
func rows(t *testing.T, table []byte) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}
