package digits

// MNIST's digits fill a box of so many pixels, in the middle of the image.
const box = 20

// A drawing that is smaller grows as if it had this side: its lines grow with it, and thinning takes no
// more than four pixels off. What is smaller than dot is no digit.
const small, dot = 14, 8

// Fit is a drawing as MNIST's images were made of scans: scaled, with its shape kept, until the longer side
// of its ink is that of the box, pixels averaged over what they cover, and then moved by whole pixels until
// its centre of mass is in the middle. One that is MNIST's already stays as it is. All is in whole numbers.
func Fit(drawing *Image) (*Image, error) {
	ink := drawing.above(0)
	top, left, rows, columns := ink.extent()
	switch n := ink.ink(); {
	case n == 0:
		return nil, ErrBlank
	case n > mostInk:
		return nil, ErrFull
	case max(rows, columns) < dot:
		return nil, ErrDot
	}
	side := max(rows, columns, small)
	scaled := drawing.scaled(2*top+rows, 2*left+columns, side)
	if scaled.above(0).ink() == 0 {
		return nil, ErrBlank // it was that faint
	}
	return scaled.centred(), nil
}

// extent is where the inked pixels are.
func (b *bitmap) extent() (top, left, rows, columns int) {
	top, left = Side, Side
	bottom, right := 0, 0
	for _, p := range b.pixels() {
		top, left = min(top, p.row), min(left, p.column)
		bottom, right = max(bottom, p.row+1), max(right, p.column+1)
	}
	return top, left, bottom - top, right - left
}

// scaled is the image with a side made as long as the box, about a point, in halves of a pixel from the
// upper left corner, which comes to the middle.
func (img *Image) scaled(row, column, side int) *Image {
	var out Image
	down, along := shares(row, side), shares(column, side)
	for r := range Side {
		for c := range Side {
			sum := 0
			for _, v := range down[r] {
				for _, h := range along[c] {
					sum += v.weight * h.weight * img.at(v.pixel, h.pixel)
				}
			}
			all := width(side) * width(side)
			out[r*Side+c] = byte((2*sum + all) / (2 * all))
		}
	}
	return &out
}

// at is the ink of a pixel; none beyond the border.
func (img *Image) at(row, column int) int {
	if row < 0 || row >= Side || column < 0 || column >= Side {
		return 0
	}
	return int(img[row*Side+column])
}

// A share is how much of a pixel is covered, in parts of 2 box.
type share struct{ pixel, weight int }

// width is what a pixel of the scaled image covers, in those parts: at least a whole pixel, so that what
// grows has no steps.
func width(side int) int { return 2 * max(side, box) }

// shares is what each pixel of a scaled row covers of the pixels, which are 2 box parts long, if the
// middle comes from so many halves of a pixel.
func shares(middle, side int) (all [Side][]share) {
	const part = 2 * box
	for i := range all {
		from := middle*box + (2*i+1-Side)*side - width(side)/2
		to := from + width(side)
		for p := floor(from, part); p*part < to; p++ {
			all[i] = append(all[i], share{p, min(to, (p+1)*part) - max(from, p*part)})
		}
	}
	return all
}

// floor is a/b, rounded down.
func floor(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// centred is the image moved by whole pixels, so that its centre of mass is in the middle, as far as no
// ink is lost.
func (img *Image) centred() *Image {
	mass, rows, columns := 0, 0, 0 // and twice where it is
	for i, v := range img {
		mass += int(v)
		rows += int(v) * (2*(i/Side) + 1)
		columns += int(v) * (2*(i%Side) + 1)
	}
	top, left, high, wide := img.above(0).extent()
	by := func(sum, from, size int) int {
		return max(-from, min(floor(Side*mass-sum+mass, 2*mass), Side-from-size))
	}
	down, along := by(rows, top, high), by(columns, left, wide)
	var out Image
	for r := range Side {
		for c := range Side {
			out[r*Side+c] = byte(img.at(r-down, c-along))
		}
	}
	return &out
}
