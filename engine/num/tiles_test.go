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
		tiles, rows := 1+int(many)%22, 1+int(height)%25
		n, list := tiles*Tile, listed(1+int(many)%22, bits)
		// The input again and again, so that the whole matrix has something in it.
		x := floatsFrom(slices.Concat(slices.Repeat(data, 1+4*(rows+2)*n/max(1, len(data)))), (rows+2)*n)
		v, w, x := x[:n], x[n:2*n], x[2*n:]

		got, want := make([]float32, n), make([]float32, n)
		on, twin := make([]int32, tiles), make([]int32, tiles)
		k, l := Activate(got, x[:min(rows, n)], x, 0, on), activateScalar(want, x[:min(rows, n)], x, 0, twin)
		same(t, "Activate on one row", got, want)
		if k != l || !slices.Equal(on[:k], twin[:k]) {
			t.Fatalf("Activate: active in %v, its twin in %v", on[:k], twin[:l])
		}
		weights := x[len(x)-rows:]
		k, l = Activate(got, weights, x, n, on), activateScalar(want, weights, x, n, twin)
		same(t, "Activate", got, want)
		if k != l || !slices.Equal(on[:k], twin[:k]) {
			t.Fatalf("Activate: active in %v, its twin in %v", on[:k], twin[:l])
		}

		Back(got, v, weights, x, list)
		backScalar(want, v, weights, x, list)
		same(t, "Back", got, want)

		got, want = make([]float32, rows), make([]float32, rows)
		Dots(got, w, x, list)
		dotsScalar(want, w, x, list)
		same(t, "Dots", got, want)

		// As many outputs as rows; each tile in turn takes the part of a unit.
		got, want = make([]float32, rows*Tile), make([]float32, rows*Tile)
		Gather(got, x, rows, v, Tile, list)
		gatherScalar(want, x, rows, v, Tile, list)
		same(t, "Gather", got, want)
	})
}

func TestTilesByHand(t *testing.T) {
	// Three rows of two tiles: samples 0 to 15.
	const rows, n = 3, 2 * Tile
	wide, tiled := make([]float32, rows*n), make([]float32, rows*n)
	for r := range rows {
		for s := range n {
			v := float32(r*100+s) - 107
			wide[r*n+s], tiled[(s/Tile*rows+r)*Tile+s%Tile] = v, v
		}
	}
	h, on := make([]float32, n), make([]int32, 2)
	if many := Activate(h, []float32{0, 0, 1}, wide, n, on); many != 2 || h[0] != 93 || h[n-1] != 108 {
		t.Errorf("activity %v in %d tiles", h, many)
	}
	// (s - 7)/2 is positive from sample 8 on.
	if many := Activate(h, []float32{0, 0.5, 0}, wide, n, on); many != 1 || on[0] != 1 || h[Tile-1] != 0 || h[n-1] != 4 {
		t.Errorf("activity %v in %v, want tile 1", h, on[:many])
	}
	out := make([]float32, rows)
	Dots(out, h, tiled, []int32{1})
	for r, got := range out {
		var want float32
		for s := Tile; s < n; s++ {
			want += h[s] * wide[r*n+s]
		}
		if math.Abs(float64(got-want)) > 1e-4*math.Abs(float64(want)) {
			t.Errorf("row %d: product %v, want %v", r, got, want)
		}
	}
}
