package fold

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program that grows its stack, panics and recovers, and collects its garbage does the same without names.
func TestLeanProgramDoesTheSame(t *testing.T) {
	name := filepath.Join(t.TempDir(), "deep.wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", name, "./testdata/deep")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	program, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := underNode(t, name)
	lean, err := Lean(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"main.aNameThatNobodyElseHas", "deep.go"} {
		if !bytes.Contains(program, []byte(word)) || bytes.Contains(lean, []byte(word)) {
			t.Errorf("%q was not in the program, or still is", word)
		}
	}
	if err := os.WriteFile(name, lean, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := underNode(t, name); got != want || !strings.Contains(got, "recovered: too deep") {
		t.Errorf("printed\n%s\nand without names\n%s", want, got)
	}
	again, err := Lean(lean)
	if err != nil || !bytes.Equal(again, lean) {
		t.Errorf("what is lean changes once more (%v)", err)
	}
}

func TestLeanRefuses(t *testing.T) {
	for name, b := range map[string][]byte{"no program": []byte("wasm"), "no tables": program(0, 0x41, 0, 0x1a)} {
		if _, err := Lean(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzLean(f *testing.F) {
	f.Add(program(0, 0x41, 0, 0x1a))
	segment := append([]byte{1, 0, 0x41, 0, 0x0b}, appendSized(nil, append(bytes.Clone(header), make([]byte, 200)...))...)
	f.Add(appendSized(append(bytes.Clone(magic), dataSection), segment))
	f.Fuzz(func(t *testing.T, b []byte) {
		if out, err := Lean(b); err == nil && len(out) != len(b) {
			t.Error("another length")
		}
	})
}
