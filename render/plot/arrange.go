package plot

// The room between panels.
const (
	Gap       = 20 // on a screen, and around them
	ColumnGap = 18 // in a column

	margin  = 16 // around a column
	slimGap = 8  // around the few of a small frame
)

// broad is the least width at which panels stand side by side on one screen.
const broad = 680

// A Form is the way a picture's panels are laid out.
type Form int

// The forms.
const (
	Slim  Form = iota // a small frame: the most telling panels only
	Stack             // a column
	Wide              // everything on one screen
)

// formOf chooses the form for a canvas.
func formOf(w, h float32) Form {
	switch {
	case w >= broad && h >= 500:
		return Wide
	case w < broad && h > 1.15*w:
		return Stack
	}
	return Slim
}

// A Layout says where the panels of a picture go.
type Layout struct {
	Panels []Panel
	Wide   []Cut
	Stack  []Cut // where there are none, the panels stretch to fill the column
	Slim   []Cut
	Least  float32 // the height that a screen of all panels would like at least
}

// A Panel is one of a layout's, which lists them from top to bottom of a column.
type Panel struct {
	Height float32 // with its title, as it would like to be in a column
	Square bool    // as tall as it is wide, and Height more
	Rank   int     // a column too short for all leaves out the highest ranks
}

// tall is the panel's height in a column of that width.
func (p *Panel) tall(w float32) float32 {
	if p.Square {
		return w + p.Height
	}
	return p.Height
}

// Arrange gives each panel its box on a page of that size, an empty one to those that are
// left out. No box overlaps another.
func Arrange(l *Layout, w, h float32) (Form, []Box) {
	form, boxes := formOf(w, h), make([]Box, len(l.Panels))
	page := Box{W: w, H: h}
	switch {
	case form == Wide:
		share(boxes, page.Inset(Gap), l.Wide)
	case form == Stack && l.Stack != nil:
		share(boxes, page.Inset(margin), l.Stack)
	case form == Stack:
		l.column(boxes, page.Inset(margin))
	default:
		share(boxes, page.Inset(slimGap), l.Slim)
	}
	return form, boxes
}

// Height is the height that a column of all panels takes, or a page's share of the width.
func (l *Layout) Height(width float32) float32 {
	if width >= broad {
		return max(width*0.64, l.Least)
	}
	height := float32(2*margin - ColumnGap)
	for i := range l.Panels {
		height += ColumnGap + l.Panels[i].tall(width-2*margin)
	}
	return height
}

// column puts the panels one below the other, those of the lower ranks where not all fit,
// and stretches them to fill the page.
func (l *Layout) column(boxes []Box, page Box) {
	ranks, height := l.fitting(page)
	k := page.H / max(height, 1)
	for i := range l.Panels {
		if p := &l.Panels[i]; p.Rank < ranks {
			boxes[i] = page.CutTop(p.tall(page.W) * k)
			page.CutTop(ColumnGap * k)
		}
	}
}

// fitting is how many of the first ranks fit into a column, or almost, and the height they
// take.
func (l *Layout) fitting(page Box) (ranks int, height float32) {
	height = -ColumnGap
	for ranks < len(l.Panels) {
		for i := range l.Panels {
			if l.Panels[i].Rank != ranks {
				continue
			}
			more := ColumnGap + l.Panels[i].tall(page.W)
			if height+more > page.H*1.04 {
				return ranks, height
			}
			height += more
		}
		ranks++
	}
	return ranks, height
}

// A Page is a layout at a size, arranged anew only when either has changed. The zero value
// is empty.
type Page struct {
	Form  Form
	Boxes []Box // one for each panel
	of    *Layout
	w, h  float32
}

// Fit arranges a layout on a page of that size.
func (p *Page) Fit(l *Layout, w, h float32) {
	if p.of != l || p.w != w || p.h != h {
		p.of, p.w, p.h = l, w, h
		p.Form, p.Boxes = Arrange(l, w, h)
	}
}
