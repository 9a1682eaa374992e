package paper

import (
	"image"
	"image/color"
	"testing"

	"driftlab/render"
)

// white is a sheet of one colour.
func white(n int) *Sheet {
	s := Device{}.New(n, n)
	for i := range s.Pixels.Pix {
		s.Pixels.Pix[i] = 255
	}
	return s
}

func corner(x, y float32) render.Vertex {
	return render.Vertex{DstX: x, DstY: y, SrcX: 2, SrcY: 2, ColorR: 0.25, ColorA: 0.5}
}

// Triangles that share edges cover each pixel once, whichever way round they go.
func TestEdgesBelongToOneTriangle(t *testing.T) {
	v := []render.Vertex{corner(2, 2), corner(10, 2), corner(10, 10), corner(2, 10), corner(6.5, 5.5)}
	for _, indices := range [][]uint32{
		{0, 1, 2, 0, 2, 3},
		{0, 2, 1, 0, 3, 2},
		{0, 1, 4, 1, 2, 4, 2, 3, 4, 3, 0, 4},
	} {
		s := Device{}.New(12, 12)
		s.Triangles(v, indices, white(4), false)
		for y := range 12 {
			for x := range 12 {
				want := color.RGBA{}
				if x >= 2 && x < 10 && y >= 2 && y < 10 {
					want = color.RGBA{R: 64, A: 128}
				}
				if got := s.Pixels.RGBAAt(x, y); got != want {
					t.Fatalf("%v: (%d, %d) is %v, want %v", indices, x, y, got, want)
				}
			}
		}
	}
}

func TestPartsClip(t *testing.T) {
	s := Device{}.New(8, 8)
	part := s.Part(image.Rect(2, 2, 4, 20))
	part.Place(white(3), image.Rect(0, 0, 8, 8), false)
	if w, h := part.Size(); w != 2 || h != 6 {
		t.Errorf("the part is %d x %d", w, h)
	}
	for x := range 8 {
		if got, want := s.Pixels.RGBAAt(x, 5).A == 255, x == 2 || x == 3; got != want {
			t.Errorf("column %d is drawn: %v", x, got)
		}
	}
	if n := testing.AllocsPerRun(10, func() { s.Part(image.Rect(2, 2, 4, 20)) }); n != 0 {
		t.Errorf("asking for the same part allocates %v times", n)
	}
	if s.Calls != 1 {
		t.Errorf("%d calls on the whole", s.Calls)
	}
}

func TestSmoothIsBetweenTexels(t *testing.T) {
	src := Device{}.New(2, 1)
	src.Write([]byte{0, 0, 0, 255, 200, 100, 50, 255})
	if got := (source{src, true}).texel(1, 0.5); got != (colour{100, 50, 25, 255}) {
		t.Errorf("between the texels: %v", got)
	}
	if got := (source{src, true}).texel(0, 0.5); got[3] != 127.5 {
		t.Errorf("at the edge: %v", got)
	}
	if got := (source{src, false}).texel(1.2, 0.5); got[0] != 200 {
		t.Errorf("in a texel: %v", got)
	}
}

func TestBlankDrawsNothing(t *testing.T) {
	s := Device{Blank: true}.New(4, 4)
	s.Place(white(2), image.Rect(0, 0, 4, 4), true)
	s.Triangles([]render.Vertex{corner(0, 0), corner(4, 0), corner(0, 4)}, []uint32{0, 1, 2}, white(4), false)
	if s.Calls != 2 || s.Pixels.RGBAAt(1, 1).A != 0 {
		t.Errorf("%d calls, %v", s.Calls, s.Pixels.RGBAAt(1, 1))
	}
}
