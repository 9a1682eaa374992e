package digits

import "errors"

// What can be wrong with an image, for whoever drew it.
var (
	ErrBlank = errors.New("there is no ink: draw a digit")
	ErrDot   = errors.New("that is no more than a dot: draw a digit, about as large as the canvas")
	ErrFull  = errors.New("there is more ink than the lines of a digit have: clear the canvas and draw one digit")
)

// The most pixels of an image that may be inked: of MNIST's digits the fullest have 248.
const mostInk = Side * Side / 2

// The smallest parts, in pixels, that are taken for specks once a digit is thin.
const specks = 2

// Trace is the strokes of an image. Where a tour may go on in several ways, the seed decides.
func Trace(img *Image, seed uint32) ([]Row, error) {
	b := binarise(img)
	switch ink := b.ink(); {
	case ink == 0:
		return nil, ErrBlank
	case ink > mostInk:
		return nil, ErrFull
	}
	b.thin()
	b.components(8, specks)
	all := b.pixels()
	if len(all) == 0 {
		return nil, ErrDot
	}
	return rows(tour(all, b.start(all), seed)), nil
}

// rows are the movements along a tour.
func rows(way []pixel) []Row {
	last := way[0]
	out := []Row{{DX: int8(last.column), DY: int8(last.row)}}
	for _, p := range way[1:] {
		if r, c := apart(p, last); max(r, c) > 1 {
			out = append(out, Row{EOS: true})
		}
		out = append(out, Row{DX: int8(p.column - last.column), DY: int8(p.row - last.row)})
		last = p
	}
	return append(out, Row{EOS: true, EOD: true})
}
