package hebbian

import (
	"fmt"

	"driftlab/engine/hebbian"
	"driftlab/render"
	"driftlab/render/plot"
)

// likes draws how alike what the cells do is at any two places.
type likes struct {
	cells    render.Matrix
	titles   [2]string
	subtitle string
	said     [2]float32
}

// receiveLikes takes the likeness then and now, on one scale.
func (s *Scene) receiveLikes(f *hebbian.Frame) {
	for i, cells := range [...][]byte{f.LikeThen, f.LikeNow} {
		k := &s.likes[i]
		k.cells.Cells, k.cells.Rows, k.cells.Cols = cells, f.Places, f.Places
		says := [2]float32{f.MostLike, float32(f.Then)}
		if i == 1 {
			says[1] = f.Alike
		}
		if k.titles[0] != "" && (k.said == says || says[1] != says[1] && k.said[0] == says[0]) {
			continue
		}
		k.said = says
		k.cells.Key = render.Key{Lo: "0", Hi: fmt.Sprintf("%.2g", f.MostLike)}
		if i == 0 {
			step := plot.Short(float64(f.Then))
			k.titles = [...]string{"Likeness of places, step " + step, "Likeness, " + step}
			continue
		}
		k.titles = [...]string{"Likeness of places now", "Likeness now"}
		k.subtitle = correlates("%.3f", f.Alike)
	}
}

func (k *likes) draw(c *render.Canvas, b plot.Box) {
	box := k.cells.Square(c.Panel(b, k.subtitle, k.titles[0], k.titles[1]))
	if !box.Empty() {
		k.cells.Draw(c, box)
	}
}
