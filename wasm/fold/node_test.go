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
	before, after := folded(t, "sums")
	// A vector's store is not among these: Go has its address in a variable here.
	// The rules of Go's compiler leave these out: F32 and F64, loaded and stored, and V128. (Spilled
	// ones have an offset all the same.) Once it takes them in, all this can go.
	for _, op := range []opcode{0x2a, 0x2b, 0x38, 0x39, opV128Load} {
		if after[op] <= before[op] {
			t.Errorf("nothing was folded into instruction %#x, which has an offset %d times, before %d: if Go folds by itself, remove wasm/fold", int(op), after[op], before[op])
		}
	}
}

// A program whose goroutines are put aside in the middle of loops, and panic there, goes on where it should; and
// most of its jumps no longer go by a table.
func TestStraightProgramDoesTheSame(t *testing.T) {
	folded(t, "deep")
	before, after := folded(t, "jumps")
	if after[opTable]*2 > before[opTable] {
		t.Errorf("%d jumps went by a table, and %d still do: if Go has them go straight, remove straighten", before[opTable], after[opTable])
	}
}

// folded runs a program before and after it is folded, and returns its tallies.
func folded(t *testing.T, program string) (before, after map[opcode]int) {
	t.Helper()
	name := filepath.Join(t.TempDir(), program+".wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", name, "./testdata/"+program)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=simd")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	before, want := tally(t, name), underNode(t, name)
	if err := File(name); err != nil {
		t.Fatal(err)
	}
	after, got := tally(t, name), underNode(t, name)
	if got != want {
		t.Errorf("printed\n%s\nand folded\n%s", want, got)
	}
	return before, after
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

// tally counts the loads and stores of a program that have an offset, and, as opTable, the jumps that go by a
// table.
func tally(t *testing.T, name string) map[opcode]int {
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
					var last instr
					r.instructions(func(in instr, _ []byte) {
						if (in.op.loads() || in.op.stores()) && in.value > 0 {
							counts[in.op]++
						}
						if last.op == opLocalSet && last.value == 0 && in.op == opBr {
							counts[opTable]++
						}
						last = in
					})
				})
			}
		})
	}
	return counts
}
