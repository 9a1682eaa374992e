package num

// The kernels of the training step go through all units of a layer at once. They leave
// alone what is not listed, and units whose lists are left out, and check shapes once, at the door.

// Activate computes the units' activity h in the listed tiles of x, which has w.Len rows:
//
//	for j, s { h[j][s] = relu(sum_r w[j][r]*x(r, s)) }
//
// and lists in on the tiles in which a unit is active. A NaN is active: a diverged unit is
// not a silent one.
func Activate(h, w Rows, x []float32, tiles, on *Lists) {
	checkRows(tiles, h, w)
	checkTiles(tiles, len(x), w.Len)
	if len(on.many) != len(tiles.many) || on.bound != tiles.bound {
		panic("num: lists of different sizes")
	}
	activate(h, w, x, tiles, on)
}

// Back carries a gradient back to the units, in the listed tiles of g, which has w.Len rows:
//
//	for j, s { dh[j][s] = h[j][s] > 0 ? sum_o w[j][o]*g(o, s) : 0 }
func Back(dh, h, w Rows, g []float32, tiles *Lists) {
	checkRows(tiles, dh, w)
	checkRows(tiles, h, w)
	checkTiles(tiles, len(g), w.Len)
	back(dh, h, w, g, tiles)
}

// Add adds up what the samples of the listed tiles have in x:
//
//	for j, r { sum[j][r] = sum_s v[j][s]*x(r, s) }
func Add(sum, v Rows, x *Panels, tiles *Lists) {
	checkRows(tiles, v, sum)
	checkTiles(tiles, x.Samples, 1)
	if sum.Len != x.Len {
		panic("num: rows and panels of different lengths")
	}
	add(sum, v, x, tiles)
}

// Gather adds up what the units listed for each tile say, into a tiled y of w.Len rows:
//
//	for t, o, k < Tile { y(o, t*Tile+k) = sum_j w[j][o]*h[j][t*Tile+k] }
func Gather(y []float32, w, h Rows, units *Lists) {
	if len(y) != len(units.many)*w.Len*Tile || len(units.many)*Tile > h.Len {
		panic("num: tiles of different sizes")
	}
	inside(units.bound-1, w)
	inside(units.bound-1, h)
	gather(y, w, h, units)
}

// Shift is the most that the weighted sum of numbers no larger than reach can change when the
// weights of a unit that tiles has a list of change from w to v:
//
//	for j { most[j] = sum_r |v[j][r]-w[j][r]|*reach[r] }
//
// but for rounding.
func Shift(most []float32, v, w Rows, reach []float32, tiles *Lists) {
	if w.Len != v.Len || len(reach) != v.Len {
		panic("num: rows of different lengths")
	}
	inside(len(most)-1, v)
	inside(len(most)-1, w)
	if len(most) != len(tiles.many) {
		panic("num: lists of different sizes")
	}
	shift(most, v, w, reach, tiles.which)
}

// checkTiles panics unless all tiles that can be listed, of so many rows, fit into length.
func checkTiles(tiles *Lists, length, rows int) {
	if tiles.bound*rows*Tile > length {
		panic("num: tile beyond the end")
	}
}

// checkRows panics unless there are rows for all units, those of h long enough for all tiles.
func checkRows(tiles *Lists, h, w Rows) {
	inside(len(tiles.many)-1, h)
	inside(len(tiles.many)-1, w)
	checkTiles(tiles, h.Len, 1)
}

// inside panics unless row j, and so those before it, is within its data.
func inside(j int, r Rows) {
	if j >= 0 && j*r.Stride+r.Len > len(r.Data) {
		panic("num: row beyond the end")
	}
}

// Of is unit j's row.
func (r Rows) Of(j int) []float32 { return r.Data[j*r.Stride:][:r.Len:r.Len] }
