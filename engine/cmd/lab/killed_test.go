//go:build linux

package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is the command as a process, under a shell.
func process(t *testing.T, shell string, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", append([]string{"-c", shell + "exec " + labInShell + ` "$@"`, program}, args...)...)
	cmd.Env = append(os.Environ(), asLab+"=1")
	errs := &bytes.Buffer{}
	cmd.Stderr = errs
	return cmd, errs
}

// A shard that is killed again and again, in the middle of runs and of writes, loses nothing that is done, and comes to the
// bytes of one that was never stopped.
func TestKilledShard(t *testing.T) {
	const sweep = "sweep -preset trial -runs 24 -steps 100000 -procs 2 -keep 0.005 -o"
	whole, dir := t.TempDir(), t.TempDir()
	if code, _, errs := lab(t, append(strings.Fields(sweep), whole)...); code != 0 {
		t.Fatal(errs)
	}
	file := filepath.Join(dir, share{0, 1}.file())
	done, parts := 0, 0
	for range 8 {
		cmd, errs := process(t, "", append(strings.Fields(sweep), dir)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(60+rand.IntN(250)) * time.Millisecond)
		_ = cmd.Process.Signal(syscall.SIGKILL)
		_ = cmd.Wait()
		b, err := os.ReadFile(file)
		if err != nil {
			continue // it was killed before its first write
		}
		_, sim, err := openSweep(file, b)
		if err != nil {
			t.Fatalf("%v; stderr %q", err, errs)
		}
		now, _ := sim.Done()
		if now < done {
			t.Errorf("%d runs were done, and then %d", done, now)
		}
		if done = now; now == 24 {
			break
		}
		if sim.Part(sim.Todo()[0]) != nil {
			parts++
		}
	}
	if code, _, errs := lab(t, append(strings.Fields(sweep), dir)...); code != 0 {
		t.Fatal(errs)
	}
	if parts == 0 {
		t.Error("no run under way was kept")
	}
	if !bytes.Equal(merged(t, dir, "csv", "-courses"), merged(t, whole, "csv", "-courses")) || !bytes.Equal(merged(t, dir, "csv"), merged(t, whole, "csv")) {
		t.Error("a shard that was killed comes to something else")
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// A shard that is told to stop keeps how far its runs are.
func TestStoppedShard(t *testing.T) {
	dir := t.TempDir()
	args := append(strings.Fields("sweep -preset trial -runs 2 -steps 1e7 -sed=false -procs 2 -o"), dir)
	cmd, errs := process(t, "", args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, share{0, 1}.file())
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(file); err == nil {
			break
		}
	}
	time.Sleep(100 * time.Millisecond)
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 || errs.String() != "shard 0 of 1: 0 of 2 runs done, in "+file+"\n" {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
	b, _ := os.ReadFile(file)
	_, sim, err := openSweep(file, b)
	if err != nil {
		t.Fatal(err)
	}
	for run := range 2 {
		if j, err := sim.Job(run, sim.Part(run)); err != nil || j.Steps() == 0 {
			t.Errorf("run %d: %v", run, err)
		}
	}
}

// A disk that is full ends a shard with a sentence; what was there stays.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	cmd, errs := process(t, "ulimit -f 8; ", append(strings.Fields("sweep -preset trial -runs 200 -o"), dir)...)
	_ = cmd.Run()
	file := filepath.Join(dir, share{0, 1}.file())
	if code := cmd.ProcessState.ExitCode(); code != 1 || !strings.HasPrefix(errs.String(), "lab: what was done could not all be written to "+file+": ") {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
	b, _ := os.ReadFile(file)
	if _, _, err := openSweep(file, b); err != nil {
		t.Error(err)
	}
}

// Where nothing can be written that is known before anything is computed.
func TestReadOnlyFolder(t *testing.T) {
	for _, dir := range []string{"/proc", "/proc/new", "/dev/null"} {
		code, _, errs := lab(t, "sweep", "-preset", "paper", "-o", dir)
		if code != 1 || !strings.Contains(errs, dir) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: exit %d, stderr %q", dir, code, errs)
		}
	}
	dir := swept(t, 1, 0)
	if code, _, errs := lab(t, "merge", dir, "-o", "/proc/all.csv"); code != 1 || !strings.HasPrefix(errs, "lab: /proc/all.csv could not be written: ") {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
}
