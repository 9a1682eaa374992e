package plot

import (
	"cmp"
	"slices"
)

// A Label is a name beside a line: where its centre would like to be, and comes to be.
type Label struct {
	Want, Y float32
	Of      int // the line it names
}

// Spread sets Y so that labels of the given height lie within [lo, hi] while there is
// room, none over another, in the order of Want (which it sorts them by).
func Spread(labels []Label, height, lo, hi float32) {
	slices.SortStableFunc(labels, func(a, b Label) int { return cmp.Compare(a.Want, b.Want) })
	floor := lo + height/2
	for i := range labels {
		labels[i].Y = max(labels[i].Want, floor)
		floor = labels[i].Y + height
	}
	ceiling := hi - height/2
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i].Y = min(labels[i].Y, ceiling)
		ceiling = labels[i].Y - height
	}
}
