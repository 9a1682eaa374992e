package plot

import "testing"

func TestCutsShareTheBox(t *testing.T) {
	b := Box{10, 20, 100, 50}
	top, foot := b.CutTop(10), b.CutBottom(5)
	left, right := b.CutLeft(30), b.CutRight(200) // more than there is
	want := []Box{{10, 20, 100, 10}, {10, 65, 100, 5}, {10, 30, 30, 35}, {40, 30, 70, 35}}
	for i, got := range []Box{top, foot, left, right} {
		if got != want[i] {
			t.Errorf("cut %d is %v, want %v", i, got, want[i])
		}
	}
	if !b.Empty() {
		t.Errorf("%v is left of a box that has been cut away", b)
	}
}

func TestCellsStayInsideAndApart(t *testing.T) {
	b := Box{5, 5, 300, 200}
	for n := 1; n <= 9; n++ {
		columns := b.Columns(n, 10, 1.2)
		for i := range n {
			c := b.Cell(i, n, columns, 10)
			if c.X < b.X || c.Y < b.Y || c.Right() > b.Right()+0.01 || c.Bottom() > b.Bottom()+0.01 {
				t.Errorf("cell %d of %d spills: %v", i, n, c)
			}
			if i > 0 && b.Cell(i-1, n, columns, 10).Contains(c.X, c.Y) {
				t.Errorf("cells %d and %d of %d overlap", i-1, i, n)
			}
		}
	}
}

func TestColumnsFollowTheShape(t *testing.T) {
	if n := (Box{W: 400, H: 100}).Columns(4, 0, 1); n != 4 {
		t.Errorf("a flat box takes %d columns of 4 squares, want 4", n)
	}
	if n := (Box{W: 100, H: 400}).Columns(4, 0, 1); n != 1 {
		t.Errorf("a tall box takes %d columns of 4 squares, want 1", n)
	}
}
