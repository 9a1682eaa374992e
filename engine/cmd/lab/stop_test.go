package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A stopper is a table's destination that interrupts the run at its third row.
type stopper struct {
	bytes.Buffer
	stop context.CancelFunc
	rows int
}

func (s *stopper) Write(b []byte) (int, error) {
	if s.rows++; s.rows == 3 {
		s.stop()
	}
	return s.Buffer.Write(b)
}

func TestInterruptedRunKeepsItsRows(t *testing.T) {
	o, err := readOrder(false, strings.Fields("valley -steps 1e9 -every 10"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	out := &stopper{stop: stop}
	var errs bytes.Buffer
	if err := o.tabulate(ctx, out, &errs); !errors.Is(err, errStopped) {
		t.Fatal(err)
	}
	if rows := strings.Count(out.String(), "\n"); rows != 4 || errs.String() != "stopped at step 20 of 1000000000\n" {
		t.Errorf("%d lines, stderr %q", rows, errs.String())
	}
}

// A full disk must not look like success.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestUnwritableTable(t *testing.T) {
	var errs bytes.Buffer
	if code := obey(strings.Fields("run valley -steps 3"), full{}, &errs); code != 1 || errs.String() != "lab: no space left\n" {
		t.Errorf("exit %d, stderr %q", code, errs.String())
	}
}

// What was computed is kept, and the file that was there is lost only to a whole one.
func TestSaving(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "run")
	for _, bad := range []string{filepath.Join(dir, "no", "such"), dir} {
		var errs bytes.Buffer
		if code := obey([]string{"run", "valley", "-steps", "1e12", "-save", bad}, io.Discard, &errs); code != 1 {
			t.Errorf("%s: exit %d, stderr %q", bad, code, errs.String())
		}
	}
	if code := obey([]string{"run", "valley", "-steps", "7", "-save", file}, full{}, io.Discard); code != 1 {
		t.Errorf("a full disk: exit %d", code)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("a run whose table could not be written was not kept: %v", err)
	}
	if code, _, errs := lab(t, "run", "-from", file, "-steps", "3", "-save", file); code != 0 {
		t.Fatalf("exit %d, stderr %q", code, errs)
	}
	if after, err := os.ReadFile(file); err != nil || bytes.Equal(before, after) {
		t.Errorf("the run saved over itself has %d bytes, %v", len(after), err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
