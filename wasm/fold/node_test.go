package fold

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What folds in theory has to run, and do the same.
func TestFoldedProgramDoesTheSame(t *testing.T) {
	name := filepath.Join(t.TempDir(), "sums.wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", name, "./testdata/sums")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	before, want := offsets(t, name), underNode(t, name)
	if err := File(name); err != nil {
		t.Fatal(err)
	}
	after, got := offsets(t, name), underNode(t, name)
	if got != want {
		t.Errorf("printed\n%s\nand folded\n%s", want, got)
	}
	// A vector's store is not among these: Go has its address in a variable here.
	// The rules of Go's compiler leave these out: F32 and F64, loaded and stored, and V128. (Spilled
	// ones have an offset all the same.) Once it takes them in, all this can go.
	for _, op := range []opcode{0x2a, 0x2b, 0x38, 0x39, opV128Load} {
		if after[op] <= before[op] {
			t.Errorf("nothing was folded into instruction %#x, which has an offset %d times, before %d: if Go folds by itself, remove wasm/fold", int(op), after[op], before[op])
		}
	}
}

func underNode(t *testing.T, name string) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	host := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	var complaints bytes.Buffer
	cmd := exec.Command("node", host, name)
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &complaints)
	}
	return string(out)
}

// offsets counts the loads and stores of a program that have an offset.
func offsets(t *testing.T, name string) map[opcode]int {
	t.Helper()
	program, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[opcode]int{}
	r := &reader{b: program, at: len(magic), end: len(program)}
	for r.more() {
		if r.byte() != codeSection {
			r.part(func() { r.at = r.end })
			continue
		}
		r.part(func() {
			for range r.u32() {
				r.part(func() {
					r.locals()
					r.instructions(func(in instr, _ []byte) {
						if (in.op.loads() || in.op.stores()) && in.value > 0 {
							counts[in.op]++
						}
					})
				})
			}
		})
	}
	return counts
}
