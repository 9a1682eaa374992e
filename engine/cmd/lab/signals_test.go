//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asLab makes this test's program the command itself.
const asLab = "DRIFTLAB_TEST_AS_LAB"

// labInShell is how a shell starts the command; DRIFTLAB_TEST_UNDER names what runs this
// test's program where the machine cannot by itself, such as qemu-aarch64.
const labInShell = `$DRIFTLAB_TEST_UNDER "$0"`

func TestMain(m *testing.M) {
	if os.Getenv(asLab) != "" {
		os.Exit(obey(os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// A started is the command as a process, its table in a file.
type started struct {
	cmd         *exec.Cmd
	table, save string
	errs        bytes.Buffer
}

// start runs the command, under a shell that sets it up, until its table has rows.
func start(t *testing.T, shell string) *started {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	s := &started{table: filepath.Join(dir, "table.csv"), save: filepath.Join(dir, "run.driftlab")}
	s.cmd = exec.Command("sh", "-c", shell, program, "run", "valley", "-steps", "1e12", "-every", "100", "-o", s.table, "-save", s.save)
	s.cmd.Env = append(os.Environ(), asLab+"=1")
	s.cmd.Stderr = &s.errs
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.cmd.Process.Kill() })
	for end := time.Now().Add(time.Minute); s.rows() < 3; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("no rows after a minute; stderr %q", s.errs.String())
		}
	}
	return s
}

func (s *started) rows() int {
	text, _ := os.ReadFile(s.table)
	return bytes.Count(text, []byte("\n"))
}

// A cluster ends runs by many signals; none of them loses a run.
func TestSignalsKeepTheRun(t *testing.T) {
	for _, sig := range stops {
		t.Run(fmt.Sprint(sig), func(t *testing.T) {
			t.Parallel()
			s := start(t, "exec "+labInShell+` "$@"`)
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := s.cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 130 {
				t.Fatalf("%v; stderr %q", err, s.errs.String())
			}
			s.whole(t)
		})
	}
}

// whole checks that table and saved run end at the step that was told.
func (s *started) whole(t *testing.T) {
	t.Helper()
	var at, of int
	if _, err := fmt.Sscanf(s.errs.String(), "stopped at step %d of %d\n", &at, &of); err != nil {
		t.Fatalf("stderr %q", s.errs.String())
	}
	text, _ := os.ReadFile(s.table)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	if last := lines[len(lines)-1]; !strings.HasPrefix(last, fmt.Sprintf("%d,", at)) {
		t.Errorf("stopped at step %d, the table ends %q", at, last)
	}
	_, out, errs := lab(t, "run", "-from", s.save, "-steps", "0")
	if rows := strings.Split(strings.TrimSpace(out), "\n"); len(rows) != 2 || rows[1] != lines[len(lines)-1] {
		t.Errorf("the saved run is %q (%s), the table ends %q", out, errs, lines[len(lines)-1])
	}
	if left, _ := os.ReadDir(filepath.Dir(s.save)); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

// What a run was started to ignore it ignores: nohup is for runs that outlive a terminal.
func TestNohup(t *testing.T) {
	t.Parallel()
	s := start(t, `trap "" HUP; exec `+labInShell+` "$@"`)
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	for before := s.rows(); s.rows() < before+3; time.Sleep(5 * time.Millisecond) {
		if s.cmd.Process.Signal(syscall.Signal(0)) != nil {
			t.Fatalf("ended by the hang-up; stderr %q", s.errs.String())
		}
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	_ = s.cmd.Wait()
	s.whole(t)
}

// A table's reader that goes away, such as head, does not take the run along.
func TestReaderGone(t *testing.T) {
	t.Parallel()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	save := filepath.Join(t.TempDir(), "run.driftlab")
	cmd := exec.Command("sh", "-c", labInShell+` run valley -steps 1e12 -every 100 -save "$1" | head -3`, program, save)
	cmd.Env = append(os.Environ(), asLab+"=1")
	if out, err := cmd.Output(); err != nil || bytes.Count(out, []byte("\n")) != 3 {
		t.Fatalf("%v: %q", err, out)
	}
	if code, out, errs := lab(t, "run", "-from", save, "-steps", "0"); code != 0 {
		t.Errorf("exit %d, %q, %s", code, out, errs)
	}
}
