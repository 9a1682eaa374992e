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
	here := sources(t, "GoFiles", "GOEXPERIMENT=simd", "GOARCH=amd64", "GOOS=linux")
	for _, machine := range [][]string{
		{"GOEXPERIMENT=", "GOARCH=amd64", "GOOS=linux"},
		{"GOEXPERIMENT=simd", "GOARCH=arm64", "GOOS=linux"},
		{"GOEXPERIMENT=simd", "GOARCH=wasm", "GOOS=js"},
		{"GOEXPERIMENT=", "GOARCH=wasm", "GOOS=js"},
	} {
		there := sources(t, "GoFiles", machine...)
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

// The tests of an exhibit are the same everywhere, too, but for the statistics in science_test.go and claims_test.go.
// This package's own and the command line's need other programs, which js does not run.
func TestOnlyStatisticsAreTakenOnce(t *testing.T) {
	here := sources(t, "TestGoFiles", "GOOS=linux", "GOARCH=amd64")
	there := sources(t, "TestGoFiles", "GOOS=js", "GOARCH=wasm")
	for path, files := range here {
		name := strings.TrimPrefix(path, module+"engine/")
		if slices.Contains(Names(), name) {
			files = strings.NewReplacer(" science_test.go", "", " claims_test.go", "").Replace(files)
		}
		if files != there[path] && path != module+"engine" {
			t.Errorf("%s is tested by %s, and in js by %s", path, files, there[path])
		}
	}
}

// sources lists the files of one kind (GoFiles, TestGoFiles) that the engine's packages have on
// some machine, without those of the command line, which knows of systems.
func sources(t *testing.T, kind string, machine ...string) map[string]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}} {{."+kind+"}}", "./...")
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
