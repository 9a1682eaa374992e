package digits

import (
	"encoding/binary"
	"fmt"
)

// The names of the files of packed images among the data: SmallAsset has a part of MNIST at half its size,
// AllAsset has all of it as it is.
const (
	SmallAsset = "images.bin"
	AllAsset   = "mnist.bin"
)

// Images are digits as grey images, all square and of one side.
type Images struct {
	Labels []byte // 0 to 9
	Ink    []byte // of each digit side x side, row after row: 0 none, 255 most
}

// Len is the number of digits.
func (s *Images) Len() int { return len(s.Labels) }

// Add adds a digit.
func (s *Images) Add(label byte, ink []byte) {
	s.Labels, s.Ink = append(s.Labels, label), append(s.Ink, ink...)
}

// A Gallery is images to learn from and to be tested with.
type Gallery struct {
	Side        int
	Train, Test Images
}

// Of is the ink of a digit of a set.
func (g *Gallery) Of(s *Images, i int) []byte {
	n := g.Side * g.Side
	return s.Ink[i*n : (i+1)*n : (i+1)*n]
}

// Halved is an image at half its size: a pixel is the mean of two by two, rounded.
func (img *Image) Halved() []byte {
	const side = Side / 2
	ink := make([]byte, side*side)
	for i := range ink {
		at := 2 * (i/side*Side + i%side)
		ink[i] = byte((int(img[at]) + int(img[at+1]) + int(img[at+Side]) + int(img[at+Side+1]) + 2) / 4)
	}
	return ink
}

// A file of images is
//
//	magic        12 bytes
//	side         1 byte
//	for each of the two sets
//	    n        uint32
//	    n labels
//	    n        uint32: of bytes of ink
//	    ink of all digits, one after the other: each byte that is not 0, or 0 and how many zeros there
//	             are, 1 to 255
//	sum          FNV-1a of all before, 64 bits
const imageMagic = "images-1\n\r\n\x00"

// Pack is the gallery as a file.
func (g *Gallery) Pack() []byte {
	b := append([]byte(imageMagic), byte(g.Side))
	for _, s := range []*Images{&g.Train, &g.Test} {
		b = binary.LittleEndian.AppendUint32(b, uint32(s.Len()))
		b = append(b, s.Labels...)
		ink := squeezed(s.Ink)
		b = binary.LittleEndian.AppendUint32(b, uint32(len(ink)))
		b = append(b, ink...)
	}
	return binary.LittleEndian.AppendUint64(b, sum(b))
}

// squeezed is ink with its zeros counted.
func squeezed(ink []byte) (b []byte) {
	for i := 0; i < len(ink); {
		if ink[i] != 0 {
			b = append(b, ink[i])
			i++
			continue
		}
		n := 0
		for i+n < len(ink) && n < 255 && ink[i+n] == 0 {
			n++
		}
		b = append(b, 0, byte(n))
		i += n
	}
	return b
}

// ReadImages is the gallery of a packed file: the first so many digits of either set, or all of them where
// there are fewer.
func ReadImages(b []byte, train, test int) (*Gallery, error) {
	if len(b) < len(imageMagic) || string(b[:len(imageMagic)]) != imageMagic {
		return nil, errWrong
	}
	body := len(b) - 8
	if body <= len(imageMagic) || binary.LittleEndian.Uint64(b[body:]) != sum(b[:body]) {
		return nil, errCut
	}
	g := &Gallery{Side: int(b[len(imageMagic)])}
	if g.Side < 1 || g.Side > Side {
		return nil, fmt.Errorf("the file of digits has images of %d by %d", g.Side, g.Side)
	}
	r := reader{b: b[len(imageMagic)+1 : body]}
	r.images(&g.Train, g.Side*g.Side, train)
	r.images(&g.Test, g.Side*g.Side, test)
	if len(r.b) > 0 {
		r.fail("has %d bytes too many", len(r.b))
	}
	return g, r.err
}

// next is the next so many bytes.
func (r *reader) next(n int) []byte {
	if n > len(r.b) {
		r.fail("ends too early")
		n = 0
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

// images fills in a set with the first digits of those that come next.
func (r *reader) images(s *Images, size, most int) {
	labels := r.next(int(r.number()))
	for _, l := range labels {
		if l > 9 {
			r.fail("has a digit %d", l)
		}
	}
	ink := r.next(int(r.number()))
	n := min(most, len(labels))
	s.Labels = append([]byte(nil), labels[:n]...)
	if r.err == nil {
		s.Ink = r.ink(ink, len(labels)*size, n*size)
	}
}

// ink is the first bytes of ink, of which there are so many in all.
func (r *reader) ink(b []byte, all, wanted int) []byte {
	ink := make([]byte, wanted)
	at := 0
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] != 0:
			if at < wanted {
				ink[at] = b[i]
			}
			at++
		case i+1 < len(b) && b[i+1] > 0:
			i++
			at += int(b[i])
		default:
			r.fail("counts no zeros")
			return nil
		}
	}
	if at != all {
		r.fail("has ink of %d pixels where there are %d", at, all)
	}
	return ink
}
