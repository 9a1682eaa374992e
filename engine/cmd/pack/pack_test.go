//go:build !js

package main

import (
	"os"
	"path/filepath"
	"testing"

	"driftlab/engine/task/digits"
)

// The strokes of MNIST's digits are as long as their source says.
func TestMNIST(t *testing.T) {
	dir := t.TempDir()
	if err := pack(dir); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(dir, digits.Asset))
	if err != nil {
		t.Fatal(err)
	}
	d, err := digits.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if d.Train.Len() != most || d.Test.Len() != most || d.Train.Labels[0] != 5 || d.Test.Labels[0] != 7 {
		t.Errorf("%d and %d digits, the first %d and %d", d.Train.Len(), d.Test.Len(), d.Train.Labels[0], d.Test.Labels[0])
	}
	all, least, longest := 0, 1000, 0
	for i := range d.Test.Len() {
		n := len(d.Test.Rows(i))
		all, least, longest = all+n, min(least, n), max(longest, n)
	}
	mean := float64(all) / most
	t.Logf("%.1f rows, %d to %d; %d bytes", mean, least, longest, len(file))
	if mean < 38 || mean > 42 || least != 13 || longest < 100 || longest > 120 {
		t.Errorf("%.1f rows, %d to %d", mean, least, longest)
	}
}
