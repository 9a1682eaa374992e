package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"driftlab/engine"
)

// The same sources give the same program: in another folder, in a repository or none, and
// whatever flags the machine's owner has set.
func TestProgramsFollowFromTheSources(t *testing.T) {
	var first []byte
	for _, c := range []struct {
		folder, flags string
		repository    bool
	}{
		{"plain", "-buildvcs=false", false},
		{"some/deeper/folder", "-buildvcs=true", true},
		{"tagged", "-tags=odd -ldflags=-buildid=odd", true},
	} {
		dir := filepath.Join(t.TempDir(), c.folder)
		lay(t, dir, c.repository)
		t.Setenv("GOFLAGS", c.flags)
		t.Setenv("GOWASM", "satconv")
		cmd := compile(filepath.Join(dir, "out.wasm"), ".", "nojsonv2")
		cmd.Dir = dir
		if err := cmd.Run(); err != nil {
			t.Fatalf("%s: %v", c.folder, err)
		}
		program, err := os.ReadFile(filepath.Join(dir, "out.wasm"))
		if err != nil || len(program) == 0 {
			t.Fatalf("%s: %d bytes, %v", c.folder, len(program), err)
		}
		if first == nil {
			first = program
		}
		if !bytes.Equal(program, first) {
			t.Errorf("in %s with %q it is another program", c.folder, c.flags)
		}
	}
}

// lay writes a small module, with a history if it is to be a repository.
func lay(t *testing.T, dir string, repository bool) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"go.mod":  "module small\n\ngo 1.27\n",
		"main.go": "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(1.5) }\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !repository {
		return
	}
	for _, args := range [][]string{
		{"init", "-q"},
		{"add", "."},
		{"-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", dir},
	} {
		git := exec.Command("git", args...)
		git.Dir = dir
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
}

// Every exhibit beyond the second may add its share, and no more.
func TestBudgets(t *testing.T) {
	n := len(engine.Exhibits)
	of := budget{base: 1000, each: 10}
	if err := within("it", 1000+10*(n-2), of); err != nil {
		t.Error(err)
	}
	if within("it", 1001+10*(n-2), of) == nil {
		t.Error("one byte too many is let through")
	}
	if of.bytes(9) != 1070 || of.bytes(1) != 1000 {
		t.Errorf("nine exhibits may take %d, one %d", of.bytes(9), of.bytes(1))
	}
}
