package scenetest

import (
	"slices"
	"testing"

	"driftlab/render/plot"
)

// Layout tests that panels keep apart and within their page at all sizes, and that a screen
// and a column as high as the layout would like to be show all of them.
func Layout(t *testing.T, l *plot.Layout) {
	t.Helper()
	for w := float32(50); w < 3900; w *= 1.11 {
		for h := float32(40); h < 2600; h *= 1.13 {
			form, boxes := plot.Arrange(l, w, h)
			apart(t, plot.Box{W: w, H: h}, boxes)
			if form == plot.Wide && h >= l.Least && len(Shown(l, w, h)) < len(boxes) {
				t.Errorf("%v x %v: a screen shows %v only", w, h, Shown(l, w, h))
			}
		}
		if shown := Shown(l, w, l.Height(w)); w > 300 && len(shown) < len(l.Panels) {
			t.Errorf("%v wide and as high as it would like to be, it shows %v only", w, shown)
		}
	}
}

// apart checks that no box lies over another or beyond the page.
func apart(t *testing.T, page plot.Box, boxes []plot.Box) {
	t.Helper()
	const slack = 0.01
	for i, b := range boxes {
		if b.Empty() {
			continue
		}
		if b.X < -slack || b.Y < -slack || b.Right() > page.W+slack || b.Bottom() > page.H+slack {
			t.Errorf("%v x %v: panel %d spills: %v", page.W, page.H, i, b)
		}
		b = b.Inset(slack)
		if slices.ContainsFunc(boxes[:i], func(o plot.Box) bool {
			return b.X < o.Right() && o.X < b.Right() && b.Y < o.Bottom() && o.Y < b.Bottom()
		}) {
			t.Errorf("%v x %v: panel %d lies over another: %v", page.W, page.H, i, boxes)
		}
	}
}

// Shown are the indices of the panels that a page of that size has room for.
func Shown(l *plot.Layout, w, h float32) (panels []int) {
	_, boxes := plot.Arrange(l, w, h)
	for i, b := range boxes {
		if !b.Empty() {
			panels = append(panels, i)
		}
	}
	return panels
}
