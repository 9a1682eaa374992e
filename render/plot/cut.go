package plot

// A Side is where a Cut takes its piece from.
type Side int

// The sides.
const (
	Rest Side = iota // all that is left
	Top
	Bottom
	Left
	Right
)

// A Cut takes a piece off one side of what is left of a box, and shares it out among
// panels, or among further cuts. Its zero value takes all.
type Cut struct {
	Side Side
	Need Point   // the cut is left out where less than this is left, across or down
	Gap  float32 // left free beyond the piece

	// The piece's length is a share of what is left, and something more.
	Share, Plus float32
	Least, Most float32 // of the share; Most is 0 for no limit
	Spare       float32 // not 0: leave only so much where that is less
	Aspect      float32 // not 0: at most so many times the piece's other side,
	Frame       float32 // and so much more
	Leave       float32 // where less is left for the others, the piece takes all

	Panels  []int   // their indices, in equal parts from left to right
	Down    bool    // from top to bottom
	Between float32 // the parts
	Each    float32 // not 0: the last parts are left out where all would be smaller

	Cuts []Cut // instead of Panels
}

// share deals a page out by cuts, one after the other, until nothing is left.
func share(boxes []Box, page Box, cuts []Cut) {
	for i := 0; i < len(cuts) && !page.Empty(); i++ {
		if c := &cuts[i]; page.W >= c.Need.X && page.H >= c.Need.Y {
			c.deal(boxes, c.take(&page))
		}
	}
}

// take cuts the piece off.
func (c *Cut) take(page *Box) (piece Box) {
	switch c.Side {
	case Top:
		piece = page.CutTop(c.length(page.H, page.W))
		page.CutTop(c.Gap)
	case Bottom:
		piece = page.CutBottom(c.length(page.H, page.W))
		page.CutBottom(c.Gap)
	case Left:
		piece = page.CutLeft(c.length(page.W, page.H))
		page.CutLeft(c.Gap)
	case Right:
		piece = page.CutRight(c.length(page.W, page.H))
		page.CutRight(c.Gap)
	default:
		piece, *page = *page, Box{}
	}
	return piece
}

// length is the piece's, of what is left along it and across.
func (c *Cut) length(left, across float32) float32 {
	v := max(left*c.Share, c.Least)
	if c.Most > 0 {
		v = min(v, c.Most)
	}
	if c.Spare > 0 {
		v = max(v, left-c.Spare)
	}
	v += c.Plus
	if c.Aspect > 0 {
		v = min(v, across*c.Aspect+c.Frame)
	}
	if left-v < c.Leave {
		v = left
	}
	return v
}

// deal shares the piece out.
func (c *Cut) deal(boxes []Box, piece Box) {
	if c.Cuts != nil {
		share(boxes, piece, c.Cuts)
		return
	}
	n := len(c.Panels)
	if c.Each > 0 {
		room := piece.W
		if c.Down {
			room = piece.H
		}
		n = min(max(int(room/c.Each), 1), n)
	}
	for i, panel := range c.Panels[:n] {
		if c.Down {
			boxes[panel] = piece.Row(i, n, c.Between)
		} else {
			boxes[panel] = piece.Column(i, n, c.Between)
		}
	}
}
