package num

import (
	"math"
	"slices"
	"testing"
)

// listed are the tiles, of n, whose bit is set.
func listed(n int, bits uint64) []int32 {
	var list []int32
	for t := range n {
		if bits>>t&1 != 0 {
			list = append(list, int32(t))
		}
	}
	return list
}

func FuzzTiles(f *testing.F) {
	f.Add([]byte{0, 0, 128, 63, 1, 2, 3, 4}, uint8(3), uint8(4), uint64(5))
	f.Add([]byte("tiled kernels and their scalar twins give the same bits, also for odd numbers"), uint8(20), uint8(19), uint64(1<<20-1))
	f.Fuzz(func(t *testing.T, data []byte, many, height uint8, bits uint64) {
		tiles, rows := 1+int(many)%22, 1+int(height)%45
		n, list := tiles*Tile, listed(1+int(many)%22, bits)
		// The input again and again, so that the whole matrix has something in it.
		x := floatsFrom(slices.Concat(slices.Repeat(data, 1+4*(rows+2)*n/max(1, len(data)))), (rows+2)*n)
		v, w, x := x[:n], x[n:2*n], x[2*n:]

		got, want := make([]float32, n), make([]float32, n)
		on, twin := make([]int32, tiles), make([]int32, tiles)
		weights := x[len(x)-rows:]
		k, l := Activate(got, weights, x, list, on), activateScalar(want, weights, x, list, twin)
		same(t, "Activate", got, want)
		if k != l || !slices.Equal(on[:k], twin[:k]) {
			t.Fatalf("Activate: active in %v, its twin in %v", on[:k], twin[:l])
		}

		Back(got, v, weights, x, list)
		backScalar(want, v, weights, x, list)
		same(t, "Back", got, want)

		width := max(2, (rows+Lanes-1)/Lanes) * Lanes
		wide := slices.Concat(slices.Repeat(x, 1+width/rows))
		got, want = make([]float32, width), make([]float32, width)
		Add(got, w, wide, list)
		addScalar(want, w, wide, list)
		same(t, "Add", got, want)

		s, z := Shift(v[:rows], w[:rows], weights), shiftScalar(v[:rows], w[:rows], weights)
		same(t, "Shift", []float32{s}, []float32{z})

		// As many outputs as rows; each tile in turn takes the part of a unit.
		got, want = make([]float32, rows*Tile), make([]float32, rows*Tile)
		Gather(got, x, rows, v, Tile, list)
		gatherScalar(want, x, rows, v, Tile, list)
		same(t, "Gather", got, want)
	})
}

func TestTilesByHand(t *testing.T) {
	// Three rows of two tiles: samples 0 to 15; the same sample after sample.
	const rows, n, width = 3, 2 * Tile, 2 * Lanes
	tiled, samples := make([]float32, rows*n), make([]float32, n*width)
	at := func(r, s int) float32 { return float32(r*100+s) - 107 }
	for r := range rows {
		for s := range n {
			tiled[(s/Tile*rows+r)*Tile+s%Tile], samples[s*width+r] = at(r, s), at(r, s)
		}
	}
	h, on, all := make([]float32, n), make([]int32, 2), []int32{0, 1}
	if many := Activate(h, []float32{0, 0, 1}, tiled, all, on); many != 2 || h[0] != 93 || h[n-1] != 108 {
		t.Errorf("activity %v in %d tiles", h, many)
	}
	// (s - 7)/2 is positive from sample 8 on.
	if many := Activate(h, []float32{0, 0.5, 0}, tiled, all, on); many != 1 || on[0] != 1 || h[Tile-1] != 0 || h[n-1] != 4 {
		t.Errorf("activity %v in %v", h, on[:many])
	}
	// A tile that is not listed is left alone.
	if many := Activate(h, []float32{0, 0, 1}, tiled, all[:1], on); many != 1 || h[0] != 93 || h[n-1] != 4 {
		t.Errorf("activity %v in %v", h, on[:many])
	}
	sum := make([]float32, width)
	Add(sum, h, samples, []int32{1})
	for r := range rows {
		var want float32
		for s := Tile; s < n; s++ {
			want += h[s] * at(r, s)
		}
		if math.Abs(float64(sum[r]-want)) > 1e-4*math.Abs(float64(want)) {
			t.Errorf("row %d: sum %v, want %v", r, sum[r], want)
		}
	}
	if s := Shift([]float32{1, 2, 3, 4, 5}, []float32{2, 0, 3, 4, 5.5}, []float32{1, 10, 7, 7, 4}); s != 23 {
		t.Errorf("shift %v, want 23", s)
	}
}
