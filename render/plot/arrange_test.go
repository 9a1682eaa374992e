package plot

import (
	"slices"
	"testing"
)

// house is a layout with a bit of everything: a head, a foot of curves, a square, and the
// rest shared by two.
var house = Layout{
	Panels: []Panel{{Height: 100, Rank: 2}, {Height: 40, Square: true}, {Height: 200, Rank: 3}, {Height: 150, Rank: 1}, {Height: 150, Rank: 4}},
	Least:  600,
	Wide: []Cut{
		{Side: Top, Share: 0.15, Least: 70, Most: 170, Plus: 20, Gap: Gap, Panels: []int{0}},
		{Side: Bottom, Share: 0.3, Gap: Gap, Panels: []int{3, 4}, Between: Gap},
		{Side: Right, Share: 0.6, Aspect: 1, Frame: -40, Gap: Gap, Panels: []int{1}},
		{Panels: []int{2}},
	},
	Slim: []Cut{
		{Side: Top, Need: Point{Y: 150}, Share: 0.2, Most: 60, Gap: 8, Panels: []int{0}},
		{Need: Point{X: 600}, Cuts: []Cut{
			{Side: Left, Share: 0.5, Gap: 8, Panels: []int{1}},
			{Panels: []int{2, 3, 4}, Down: true, Between: 8, Each: 100},
		}},
		{Side: Left, Share: 0.62, Aspect: 1, Leave: 120, Gap: 8, Panels: []int{1}},
		{Panels: []int{3}},
	},
}

// sizes visits pages of many sizes and shapes.
func sizes(visit func(w, h float32)) {
	for w := float32(40); w < 4000; w *= 1.13 {
		for h := float32(30); h < 3000; h *= 1.17 {
			visit(w, h)
		}
	}
}

func TestPanelsKeepApartAndInside(t *testing.T) {
	sizes(func(w, h float32) {
		_, boxes := Arrange(&house, w, h)
		page := Box{W: w, H: h}
		for i, b := range boxes {
			if b.Empty() {
				continue
			}
			const slack = 0.01
			if b.X < page.X-slack || b.Y < page.Y-slack || b.Right() > page.Right()+slack || b.Bottom() > page.Bottom()+slack {
				t.Fatalf("%v x %v: panel %d spills: %v", w, h, i, b)
			}
			for j, o := range boxes[:i] {
				if !o.Empty() && b.X < o.Right()-slack && o.X < b.Right()-slack && b.Y < o.Bottom()-slack && o.Y < b.Bottom()-slack {
					t.Fatalf("%v x %v: panels %d and %d overlap: %v, %v", w, h, j, i, o, b)
				}
			}
		}
	})
}

func TestScreenHasEveryPanel(t *testing.T) {
	sizes(func(w, h float32) {
		if w < broad || h < house.Least {
			return
		}
		form, boxes := Arrange(&house, w, h)
		for i, b := range boxes {
			if form != Wide || b.W < 100 || b.H < 70 {
				t.Fatalf("%v x %v: form %v, panel %d is %v", w, h, form, i, b)
			}
		}
	})
}

// A column has the panels of the lowest ranks, in order, and no panel much smaller than it
// would like to be.
func TestColumnLeavesOutTheHighestRanks(t *testing.T) {
	sizes(func(w, h float32) {
		form, boxes := Arrange(&house, w, h)
		if form != Stack {
			return
		}
		shown, lowestOut := -1, len(boxes)
		bottom := float32(0)
		for i, b := range boxes {
			p := &house.Panels[i]
			if b.Empty() {
				lowestOut = min(lowestOut, p.Rank)
				continue
			}
			shown = max(shown, p.Rank)
			if b.Y < bottom || b.H < p.tall(b.W)/1.041 {
				t.Fatalf("%v x %v: panel %d is %v, the one above ends at %v", w, h, i, b, bottom)
			}
			bottom = b.Bottom()
		}
		if shown >= lowestOut {
			t.Fatalf("%v x %v: rank %d is there, %d is not", w, h, shown, lowestOut)
		}
	})
}

// At the height it asks for, a column shows every panel as tall as it would like to be.
func TestHeightHoldsAllPanels(t *testing.T) {
	for w := float32(240); w < broad; w += 37 {
		form, boxes := Arrange(&house, w, house.Height(w))
		for i, b := range boxes {
			if want := house.Panels[i].tall(w - 2*margin); form != Stack || Abs(b.H-want) > 0.01 {
				t.Errorf("width %v: form %v, panel %d is %v high, want %v", w, form, i, b.H, want)
			}
		}
	}
	if h := house.Height(700); h != 600 {
		t.Errorf("a narrow screen would like to be %v high", h)
	}
	if h := house.Height(2000); h != 1280 {
		t.Errorf("a broad screen would like to be %v high", h)
	}
}

// shown are the panels with a box.
func shown(w, h float32, l *Layout) (panels []int) {
	_, boxes := Arrange(l, w, h)
	for i, b := range boxes {
		if !b.Empty() {
			panels = append(panels, i)
		}
	}
	return panels
}

func TestSmallFramesShowTheMostTelling(t *testing.T) {
	for _, c := range []struct {
		w, h float32
		want []int
	}{
		{720, 400, []int{0, 1, 2, 3, 4}},
		{720, 290, []int{0, 1, 2, 3}},
		{720, 130, []int{1, 2}},
		{500, 300, []int{0, 1, 3}},
		{300, 300, []int{0, 1}}, // a curve would be too narrow
		{500, 120, []int{1, 3}},
	} {
		if got := shown(c.w, c.h, &house); !slices.Equal(got, c.want) {
			t.Errorf("%v x %v shows %v, want %v", c.w, c.h, got, c.want)
		}
	}
}

func TestCutLengths(t *testing.T) {
	for _, c := range []struct {
		cut  Cut
		want float32 // of 500, 300 across
	}{
		{Cut{Share: 0.5}, 250},
		{Cut{Share: 0.5, Plus: 26}, 276},
		{Cut{Share: 0.1, Least: 70, Plus: 5}, 75},
		{Cut{Share: 0.9, Most: 260}, 260},
		{Cut{Share: 0.5, Spare: 100}, 400},
		{Cut{Share: 0.5, Spare: 400}, 250},
		{Cut{Share: 0.9, Aspect: 1, Frame: -20}, 280},
		{Cut{Share: 0.5, Leave: 200}, 250},
		{Cut{Share: 0.5, Leave: 300}, 500},
	} {
		if got := c.cut.length(500, 300); got != c.want {
			t.Errorf("%+v is %v long, want %v", c.cut, got, c.want)
		}
	}
}

func TestPageIsArrangedOnce(t *testing.T) {
	var p Page
	p.Fit(&house, 900, 700)
	first := &p.Boxes[0]
	if n := testing.AllocsPerRun(10, func() { p.Fit(&house, 900, 700) }); n != 0 || &p.Boxes[0] != first {
		t.Errorf("a page of the same size is arranged anew: %v allocations", n)
	}
	p.Fit(&house, 300, 900)
	if p.Form != Stack {
		t.Errorf("form %v after another size", p.Form)
	}
	other := house
	if p.Fit(&other, 300, 900); &p.Boxes[0] == first {
		t.Error("another layout keeps the boxes")
	}
}
