package paper

import (
	"image"
	"math"

	"driftlab/render"
)

// Triangles draws triangles as a graphics card does: a pixel belongs to a triangle if its
// centre lies within, and a centre on the edge between two triangles to one of them.
func (s *Sheet) Triangles(v []render.Vertex, indices []uint32, src render.Image, smooth bool) {
	s.whole.Calls++
	if s.blank {
		return
	}
	from := source{src.(*Sheet), smooth}
	for i := 0; i+2 < len(indices); i += 3 {
		s.triangle(&v[indices[i]], &v[indices[i+1]], &v[indices[i+2]], from)
	}
}

func (s *Sheet) triangle(a, b, c *render.Vertex, src source) {
	area := cross(a, b, float64(c.DstX), float64(c.DstY))
	if area == 0 || math.IsNaN(area) {
		return
	}
	if area < 0 {
		b, c, area = c, b, -area
	}
	r := bounds(a, b, c).Intersect(s.r)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			px, py := float64(x)+0.5, float64(y)+0.5
			p, q, o := cross(b, c, px, py), cross(c, a, px, py), cross(a, b, px, py)
			if in(p, b, c) && in(q, c, a) && in(o, a, b) {
				texel, by := shade([3]*render.Vertex{a, b, c}, [3]float64{p / area, q / area, o / area}, src)
				s.blend(image.Pt(x, y), texel, by)
			}
		}
	}
}

// shade is what a pixel shows, by the corners' shares of it.
func shade(corners [3]*render.Vertex, shares [3]float64, src source) (texel, by colour) {
	var u, v float64
	for i, k := range corners {
		f := shares[i]
		u += f * float64(k.SrcX)
		v += f * float64(k.SrcY)
		for ch, part := range [4]float32{k.ColorR, k.ColorG, k.ColorB, k.ColorA} {
			by[ch] += f * float64(part)
		}
	}
	return src.texel(u, v), by
}

// cross is twice the area of the triangle from an edge to (x, y).
func cross(a, b *render.Vertex, x, y float64) float64 {
	ax, ay := float64(a.DstX), float64(a.DstY)
	return (float64(b.DstX)-ax)*(y-ay) - (float64(b.DstY)-ay)*(x-ax)
}

// in reports whether a centre is on the inner side of an edge. On the edge it is if the
// triangle lies to the right of it or below.
func in(side float64, a, b *render.Vertex) bool {
	if side != 0 {
		return side > 0
	}
	return a.DstY > b.DstY || a.DstY == b.DstY && a.DstX < b.DstX
}

// bounds are the pixels that a triangle may touch.
func bounds(a, b, c *render.Vertex) image.Rectangle {
	const far = 1 << 20
	floor := func(v float32) int { return int(math.Floor(float64(min(max(v, -far), far)))) }
	return image.Rect(
		floor(min(a.DstX, b.DstX, c.DstX)), floor(min(a.DstY, b.DstY, c.DstY)),
		floor(max(a.DstX, b.DstX, c.DstX))+1, floor(max(a.DstY, b.DstY, c.DstY))+1,
	)
}
