// Package digits is MNIST's handwritten digits, as images and as pen strokes: thinned to lines one pixel wide, and
// followed from pixel to pixel as a pen may have drawn them (after de Jong, "Incremental sequence
// learning", arXiv:1611.03068, whose pipeline this is as described, not as coded).
//
// The data are MNIST, by Yann LeCun and Corinna Cortes, under CC BY-SA 3.0
// (creativecommons.org/licenses/by-sa/3.0); so are the strokes and images made of them.
package digits

//go:generate go run driftlab/engine/cmd/pack -o ../../../assets/data

// Side is the width and the height of an image, pixels.
const Side = 28

// Asset is the name of the file of packed strokes among the data.
const Asset = "strokes.bin"

// An Image is the ink of each pixel, row after row: 0 none, 255 most.
type Image [Side * Side]byte

// A Row is one movement of the pen: DX pixels to the right and DY down.
type Row struct {
	DX, DY int8
	EOS    bool // a stroke ends here
	EOD    bool // the digit ends here
}

// A Set is digits as strokes. The rows of a digit are
//
//	(x, y, 0, 0)      where the pen comes down
//	(dx, dy, 0, 0)    to a neighbouring pixel, or after a row (0, 0, 1, 0) to any other
//	(0, 0, 1, 1)      the last
type Set struct {
	Labels []byte // 0 to 9
	rows   []Row  // of all digits, one after the other
	ends   []int32
	of     [10][]int32 // the digits of each label, in ascending order
}

// Len is the number of digits.
func (s *Set) Len() int { return len(s.Labels) }

// Of is the digits of a label, in ascending order.
func (s *Set) Of(label int) []int32 { return s.of[label] }

// Rows is the rows of digit i.
func (s *Set) Rows(i int) []Row {
	from := int32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.rows[from:s.ends[i]:s.ends[i]]
}

// Add adds a digit.
func (s *Set) Add(label byte, rows []Row) {
	s.of[label] = append(s.of[label], int32(len(s.Labels)))
	s.Labels = append(s.Labels, label)
	s.rows = append(s.rows, rows...)
	s.ends = append(s.ends, int32(len(s.rows)))
}

// Data are the digits to learn from and those to be tested with.
type Data struct{ Train, Test Set }
