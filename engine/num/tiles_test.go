package num

import (
	"math"
	"slices"
	"testing"
)

// listed are lists of the indices below bound whose bit is set; each list begins further on.
func listed(lists, bound int, bits uint64) Lists {
	l := NewLists(lists, bound)
	for j := range lists {
		for i := range bound {
			if bits>>((i+5*j)%64)&1 != 0 {
				l.Append(j, i)
			}
		}
	}
	return l
}

// tiledFrom lays numbers given sample after sample out in tiles, and in panels.
func tiledFrom(x []float32, rows, samples int) ([]float32, Panels) {
	tiled, panels := make([]float32, rows*samples), NewPanels(rows, samples)
	for s := range samples {
		for r := range rows {
			tiled[(s/Tile*rows+r)*Tile+s%Tile] = x[s*rows+r]
		}
	}
	panels.Transpose(tiled)
	return tiled, panels
}

func FuzzTiles(f *testing.F) {
	f.Add([]byte{0, 0, 128, 63, 1, 2, 3, 4}, uint8(3), uint8(4), uint64(5))
	f.Add([]byte("tiled kernels and their scalar twins give the same bits, also for odd numbers"), uint8(20), uint8(19), uint64(1<<20-1))
	f.Add([]byte{0, 0, 192, 127, 0, 0, 128, 127, 9, 9, 9, 9}, uint8(7), uint8(31), uint64(math.MaxUint64))
	f.Fuzz(tileTwins)
}

func tileTwins(t *testing.T, data []byte, many, height uint8, bits uint64) {
	const units = 3
	tiles, rows := 1+int(many)%22, 1+int(height)%45
	n, list := tiles*Tile, listed(units, tiles, bits)
	which := []int32{0, 1, 2}
	if bits&3 == 3 {
		which = []int32{0, 2}
	}
	list.Only(which)
	// The input again and again, so that all matrices have something in them.
	size := rows*n + units*(n+rows)
	all := floatsFrom(slices.Repeat(data, 1+4*size/max(1, len(data))), size)
	x, panels := tiledFrom(all[:rows*n], rows, n)
	weights := Rows{Data: all[rows*n:][:units*rows], Stride: rows, Len: rows}
	activity := Rows{Data: all[rows*n+units*rows:], Stride: n, Len: n}
	room := func(length int) (got, want Rows) {
		return Rows{make([]float32, units*length), length, length}, Rows{make([]float32, units*length), length, length}
	}

	got, want := room(n)
	on, twin := NewLists(units, tiles), NewLists(units, tiles)
	on.Only(which)
	twin.Only(which)
	Activate(got, weights, x, &list, &on)
	activateScalar(want, weights, x, &list, &twin)
	same(t, "Activate", got.Data, want.Data)
	for j := range units {
		if !slices.Equal(on.Of(j), twin.Of(j)) {
			t.Fatalf("Activate: unit %d is active in %v, its twin in %v", j, on.Of(j), twin.Of(j))
		}
	}

	Back(got, activity, weights, x, &list)
	backScalar(want, activity, weights, x, &list)
	same(t, "Back", got.Data, want.Data)

	got, want = room(rows)
	Add(got, activity, &panels, &list)
	addScalar(want, activity, &panels, &list)
	same(t, "Add", got.Data, want.Data)

	by := NewLists(tiles, units)
	list.Transpose(&by)
	y, z := make([]float32, rows*n), make([]float32, rows*n)
	Gather(y, weights, activity, &by)
	gatherScalar(z, weights, activity, &by)
	same(t, "Gather", y, z)

	s, u := make([]float32, units), make([]float32, units)
	part := Rows{Data: activity.Data, Stride: n, Len: min(rows, n)}
	others := Rows{Data: weights.Data, Stride: rows, Len: min(rows, n)}
	Shift(s, part, others, x[:part.Len], &list)
	shiftScalar(u, part, others, x[:part.Len], list.which)
	same(t, "Shift", s, u)
}

func TestTilesByHand(t *testing.T) {
	// Three rows of two tiles: samples 0 to 15.
	const rows, n = 3, 2 * Tile
	at := func(r, s int) float32 { return float32(r*100+s) - 107 }
	var x []float32
	for s := range n {
		for r := range rows {
			x = append(x, at(r, s))
		}
	}
	tiled, panels := tiledFrom(x, rows, n)
	// The second unit's (s - 7)/2 is positive from sample 8 on.
	w := Rows{Data: []float32{0, 0, 1, 0, 0.5, 0}, Stride: rows, Len: rows}
	h := Rows{Data: make([]float32, 2*n), Stride: n, Len: n}
	all, on := listed(2, 2, math.MaxUint64), NewLists(2, 2)
	Activate(h, w, tiled, &all, &on)
	if a := h.Of(0); len(on.Of(0)) != 2 || a[0] != 93 || a[n-1] != 108 {
		t.Errorf("activity %v in %v", a, on.Of(0))
	}
	if a := h.Of(1); !slices.Equal(on.Of(1), []int32{1}) || a[Tile-1] != 0 || a[n-1] != 4 {
		t.Errorf("activity %v in %v", a, on.Of(1))
	}
	// A tile that is not listed is left alone.
	first := listed(2, 2, 1)
	Activate(h, Rows{Data: make([]float32, 2*rows), Stride: rows, Len: rows}, tiled, &first, &on)
	if a := h.Of(0); len(on.Of(0)) != 0 || a[0] != 0 || a[n-1] != 108 {
		t.Errorf("activity %v in %v", a, on.Of(0))
	}

	sum := Rows{Data: make([]float32, 2*rows), Stride: rows, Len: rows}
	second := NewLists(2, 2)
	second.Append(0, 1)
	Add(sum, h, &panels, &second)
	for r := range rows {
		var want float32
		for s := Tile; s < n; s++ {
			want += h.Of(0)[s] * at(r, s)
		}
		if got := sum.Of(0)[r]; math.Abs(float64(got-want)) > 1e-4*math.Abs(float64(want)) {
			t.Errorf("row %d: sum %v, want %v", r, got, want)
		}
		if sum.Of(1)[r] != 0 {
			t.Errorf("row %d: the silent unit's sum is %v", r, sum.Of(1)[r])
		}
	}
	moved, one := make([]float32, 1), NewLists(1, 1)
	v := Rows{Data: []float32{1, 2, 3, 4, 5}, Stride: 5, Len: 5}
	if Shift(moved, v, Rows{Data: []float32{2, 0, 3, 4, 5.5}, Stride: 5, Len: 5}, []float32{1, 10, 7, 7, 4}, &one); moved[0] != 23 {
		t.Errorf("shift %v, want 23", moved[0])
	}
}

// A matrix in panels holds every number once, and zeros.
func TestPanels(t *testing.T) {
	for rows := 1; rows < 60; rows++ {
		x := make([]float32, rows*2*Tile)
		for i := range x {
			x[i] = float32(i + 1)
		}
		_, p := tiledFrom(x, rows, 2*Tile)
		var found []float32
		for _, v := range p.Data {
			if v != 0 {
				found = append(found, v)
			}
		}
		if slices.Sort(found); !slices.Equal(found, x) {
			t.Fatalf("%d rows: the panels hold %v", rows, found)
		}
	}
}

// Units whose lists are left out are neither computed nor written to.
func TestListsThatAreLeftOut(t *testing.T) {
	const rows, units = 4, 3
	x := make([]float32, rows*Tile)
	for i := range x {
		x[i] = float32(i + 1)
	}
	w := Rows{Data: []float32{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, Stride: rows, Len: rows}
	h := Rows{Data: make([]float32, units*Tile), Stride: Tile, Len: Tile}
	tiles, on, by := listed(units, 1, math.MaxUint64), listed(units, 1, math.MaxUint64), NewLists(1, units)
	tiles.Only([]int32{0, 2})
	on.Only([]int32{0, 2})
	on.Clear(1)
	for i := range h.Of(1) {
		h.Of(1)[i] = -7
	}
	Activate(h, w, x, &tiles, &on)
	if on.Transpose(&by); !slices.Equal(by.Of(0), []int32{0, 2}) || len(on.Of(1)) != 0 {
		t.Errorf("active are %v", by.Of(0))
	}
	sum, panels, moved := Rows{Data: []float32{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, Stride: rows, Len: rows}, NewPanels(rows, Tile), []float32{9, 9, 9}
	panels.Transpose(x)
	Back(h, h, w, x, &tiles)
	Add(sum, h, &panels, &tiles)
	Shift(moved, w, w, []float32{1, 1, 1, 1}, &tiles)
	for i, v := range h.Of(1) {
		if v != -7 || h.Of(0)[i] != h.Of(2)[i] || !(h.Of(0)[i] > 0) {
			t.Errorf("sample %d: %v, %v, %v", i, h.Of(0)[i], v, h.Of(2)[i])
		}
	}
	if sum.Of(1)[0] != 9 || !(sum.Of(2)[0] > 9) || !slices.Equal(moved, []float32{0, 9, 0}) {
		t.Errorf("sums %v, shifts %v", sum.Data, moved)
	}
}
