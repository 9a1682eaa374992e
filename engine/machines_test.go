//go:build !js

package engine

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The engine is the same source on every machine, with SIMD and without, but for the packages
// of the kernels. So what the kernels' tests and the golden tables, which run everywhere, say of
// the bits holds for all that follows from them, and the Makefile tests that once.
func TestOnlyKernelsDifferBetweenMachines(t *testing.T) {
	kernels := []string{module + "engine/num", module + "engine/rng"}
	here := sources(t, "GOEXPERIMENT=simd", "GOARCH=amd64", "GOOS=linux")
	for _, machine := range [][]string{
		{"GOEXPERIMENT=", "GOARCH=amd64", "GOOS=linux"},
		{"GOEXPERIMENT=simd", "GOARCH=arm64", "GOOS=linux"},
		{"GOEXPERIMENT=simd", "GOARCH=wasm", "GOOS=js"},
		{"GOEXPERIMENT=", "GOARCH=wasm", "GOOS=js"},
	} {
		there := sources(t, machine...)
		for path, files := range here {
			if there[path] != files && !slices.Contains(kernels, path) {
				t.Errorf("%s is made of other files with %v: %s, not %s", path, machine, there[path], files)
			}
		}
		if there[kernels[0]] == here[kernels[0]] {
			t.Errorf("%s is the same with %v: the lists can't be told apart any more", kernels[0], machine)
		}
	}
}

// sources lists the files that the engine's packages are made of on some machine, without
// those of the command line, which knows of systems.
func sources(t *testing.T, machine ...string) map[string]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}} {{.GoFiles}}", "./...")
	cmd.Env = append(os.Environ(), machine...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, list, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.HasPrefix(path, module+"engine/cmd/") {
			files[path] = list
		}
	}
	return files
}
