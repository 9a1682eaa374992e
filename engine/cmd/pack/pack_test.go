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

// The images are MNIST's: as many, in their order, black on the border for most, and about a fifth inked.
func TestImages(t *testing.T) {
	train, test, err := load()
	if err != nil {
		t.Fatal(err)
	}
	packed := map[string][]byte{digits.SmallAsset: small(train, test).Pack(), digits.AllAsset: all(train, test).Pack()}
	for _, c := range []struct {
		name              string
		side, train, test int
		lo, hi            float64 // the share of pixels with ink
	}{
		{digits.SmallAsset, 14, smallTrain, smallTest, 0.25, 0.32},
		{digits.AllAsset, 28, 60_000, 10_000, 0.18, 0.20},
	} {
		file := packed[c.name]
		g, err := digits.ReadImages(file, 1<<20, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		inked := 0
		for _, v := range g.Train.Ink {
			if v > 0 {
				inked++
			}
		}
		share := float64(inked) / float64(len(g.Train.Ink))
		t.Logf("%s: %d bytes, %.3f inked", c.name, len(file), share)
		if g.Side != c.side || g.Train.Len() != c.train || g.Test.Len() != c.test || g.Train.Labels[0] != 5 || g.Test.Labels[0] != 7 || share < c.lo || share > c.hi {
			t.Errorf("%s: %d and %d digits of %d by %d, %.3f inked", c.name, g.Train.Len(), g.Test.Len(), g.Side, g.Side, share)
		}
	}
}
