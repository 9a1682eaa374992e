// Command node runs a Go program for js/wasm under node, folded as the programs of the page
// are. It is what the tests for js/wasm are run by: go test -exec.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"driftlab/wasm/fold"
)

func main() {
	code, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "node:", err)
	}
	os.Exit(code)
}

// run folds the program that args begin with, in place, and returns what it exits with.
func run(args []string) (int, error) {
	if len(args) == 0 {
		return 2, fmt.Errorf("no program to run")
	}
	if err := fold.File(args[0]); err != nil {
		return 1, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return 1, err
	}
	host := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	cmd := exec.Command(host, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); cmd.ProcessState == nil {
		return 1, err // it did not start
	}
	return cmd.ProcessState.ExitCode(), nil
}
