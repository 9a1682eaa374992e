package digits

import (
	"errors"
	"slices"
	"testing"
)

// line inks the pixels from one to another, along a row or a column.
func (img *Image) line(row, column, rows, columns int) *Image {
	for r := row; r < row+rows; r++ {
		for c := column; c < column+columns; c++ {
			img[r*Side+c] = 255
		}
	}
	return img
}

var (
	up, down     = Row{DY: -1}, Row{DY: 1}
	left, right  = Row{DX: -1}, Row{DX: 1}
	lift, finish = Row{EOS: true}, Row{EOS: true, EOD: true}
)

func times(n int, r Row) []Row { return slices.Repeat([]Row{r}, n) }

func mirrored(rows []Row) []Row {
	out := slices.Clone(rows)
	for i := range out[1:] {
		out[1+i].DX = -out[1+i].DX
	}
	return out
}

// transposed is what the mirror image at the diagonal gives.
func transposed(rows []Row) []Row {
	out := slices.Clone(rows)
	for i, r := range rows {
		out[i].DX, out[i].DY = r.DY, r.DX
	}
	return out
}

// The figures were followed by hand.
func TestTraceByHand(t *testing.T) {
	ring := slices.Concat([]Row{{DX: 4, DY: 4}}, times(4, right), times(4, down), times(4, left), times(3, up), []Row{finish})
	// Down the stem, a side arm, over to the foot, and over to the other arm: to take the foot first
	// would cost more.
	cross := slices.Concat([]Row{{DX: 10, DY: 6}}, times(4, down), times(4, left),
		[]Row{lift, {DX: 4, DY: 1}}, times(3, down), []Row{lift, {DX: 1, DY: -4}}, times(3, right), []Row{finish})
	for name, c := range map[string]struct {
		img  *Image
		want [][]Row
	}{
		"bar": {new(Image).line(5, 3, 1, 5), [][]Row{slices.Concat([]Row{{DX: 3, DY: 5}}, times(4, right), []Row{finish})}},
		// The first half of a pass takes the lower row, the right column and the upper left corner;
		// the second the upper row and what is left of the ends.
		"thick bar": {new(Image).line(10, 5, 3, 7), [][]Row{slices.Concat([]Row{{DX: 6, DY: 11}}, times(3, right), []Row{finish})}},
		// Pixels on the border stay: of the block's, those of the upper row and the right column.
		"border": {new(Image).line(0, 26, 3, 2), [][]Row{{{DX: 27, DY: 2}, up, up, left, finish}}},
		"ring":   {new(Image).line(4, 4, 5, 1).line(4, 8, 5, 1).line(4, 4, 1, 5).line(8, 4, 1, 5), [][]Row{ring, transposed(ring)}},
		"cross":  {new(Image).line(6, 10, 9, 1).line(10, 6, 1, 9), [][]Row{cross, mirrored(cross)}},
		"two strokes": {new(Image).line(5, 5, 1, 5).line(15, 5, 1, 5), [][]Row{slices.Concat([]Row{{DX: 5, DY: 5}}, times(4, right),
			[]Row{lift, {DY: 10}}, times(4, left), []Row{finish})}},
		"specks": {new(Image).line(5, 3, 1, 5).line(20, 20, 2, 1), [][]Row{slices.Concat([]Row{{DX: 3, DY: 5}}, times(4, right), []Row{finish})}},
	} {
		seen := make([]bool, len(c.want))
		for seed := range uint32(20) {
			got, err := Trace(c.img, seed)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			i := slices.IndexFunc(c.want, func(w []Row) bool { return slices.Equal(w, got) })
			if i < 0 {
				t.Fatalf("%s, seed %d: %v", name, seed, got)
			}
			seen[i] = true
		}
		if slices.Contains(seen, false) {
			t.Errorf("%s: of the ways %d, chance took %v in 20 tries", name, len(c.want), seen)
		}
	}
}

// The threshold rises as long as a digit stays in one piece and keeps half of its pixels.
func TestBinarise(t *testing.T) {
	bridge := new(Image).line(5, 5, 1, 8)
	bridge[5*Side+8] = 60 // holds the halves together up to 50
	bridge[6*Side+6] = 20
	b := binarise(bridge)
	if b.ink() != 8 || !b.at(5, 8) || b.at(6, 6) {
		t.Errorf("%d pixels, the bridge is %v and the smudge %v", b.ink(), b.at(5, 8), b.at(6, 6))
	}
	faint := new(Image).line(5, 5, 1, 9)
	for c := 5; c < 10; c++ {
		faint[5*Side+c] = 110
	}
	if b := binarise(faint); b.ink() != 9 {
		t.Errorf("%d of 9 pixels are left, of which 4 alone would be too few", b.ink())
	}
}

func TestTraceRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		img  *Image
		want error
	}{
		"nothing":    {new(Image), ErrBlank},
		"a dot":      {new(Image).line(5, 5, 1, 1), ErrDot},
		"all of it":  {new(Image).line(0, 0, Side, Side), ErrFull},
		"a fat spot": {new(Image).line(5, 5, 4, 4), ErrDot},
	} {
		if rows, err := Trace(c.img, 1); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", name, rows, err)
		}
	}
}
