//go:build !js

package engine

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"testing"
)

// Two things would give other bits on some machines. One is a product and a sum fused into
// one instruction, rounded once: arm64 has it, wasm and most amd64 builds have not, and Go
// uses it unless the product is converted, as in float64(a*b) + c. The other is the
// library's elementary functions, which are assembly here and Go there. So the machine code
// of the engine, as made for arm64, holds neither.
var (
	fused      = regexp.MustCompile(`\(([^)]*\.go:\d+)\)\s+(FN?M(?:ADD|SUB)[SD]|VFML[AS])\s`)
	calledMath = regexp.MustCompile(`\(([^)]*\.go:\d+)\)\s+CALL\s+math\.(\w+)`)
)

// exact are functions of package math that have only one right answer.
var exact = []string{"frexp", "ldexp"}

func TestNothingIsFusedAndNoLibraryRounds(t *testing.T) {
	for _, experiment := range []string{"simd", ""} {
		code := machineCode(t, experiment)
		for _, m := range fused.FindAllSubmatch(code, -1) {
			t.Errorf("%s: a fused %s; convert the product", m[1], m[2])
		}
		for _, m := range calledMath.FindAllSubmatch(code, -1) {
			if !slices.Contains(exact, string(m[2])) {
				t.Errorf("%s: math.%s differs between machines; package num has what is the same", m[1], m[2])
			}
		}
		if !calledMath.Match(code) {
			t.Error("the listing has no call of math.frexp: it can't be read any more")
		}
	}
}

// The patterns find what they are for.
func TestPatternsOfSameness(t *testing.T) {
	const listing = "\t0x0010 00016 (/src/a.go:38)\tFMSUBD\tF1, F2, F3, F4\n" +
		"\t0x0014 00020 (/src/b.go:7)\tFNMADDS\tF1, F2, F3, F4\n" +
		"\t0x0018 00024 (/src/c.go:9)\tFMULD\tF1, F2, F3\n" +
		"\t0x001c 00028 (/src/d.go:2)\tCALL\tmath.archExp(SB)\n"
	if got := fused.FindAllString(listing, -1); len(got) != 2 {
		t.Errorf("fused: %q", got)
	}
	if got := calledMath.FindStringSubmatch(listing); len(got) != 3 || got[2] != "archExp" {
		t.Errorf("called: %q", got)
	}
}

// machineCode lists the engine's packages as compiled for arm64.
func machineCode(t *testing.T, experiment string) []byte {
	t.Helper()
	cmd := exec.Command("go", "build", "-gcflags=-S", "./...")
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0", "GOEXPERIMENT="+experiment)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return out
}
