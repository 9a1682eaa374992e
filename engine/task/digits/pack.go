package digits

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
)

// A packed file is
//
//	magic        12 bytes
//	for each of the two sets
//	    n        uint32, little-endian, as all numbers are
//	    n digits: label, column and row of the first pixel, and then for each movement one byte:
//	             0 to 7 to a neighbour, clockwise from the one above; jump, and two bytes more
//	             with dx and dy; done
//	sum          FNV-1a of all before, 64 bits
const magic = "strokes-1\n\r\n"

const (
	jump = 8 + iota
	done
)

// Pack is the data as a file.
func (d *Data) Pack() []byte {
	b := []byte(magic)
	for _, s := range []*Set{&d.Train, &d.Test} {
		b = binary.LittleEndian.AppendUint32(b, uint32(s.Len()))
		for i, label := range s.Labels {
			b = appendDigit(append(b, label), s.Rows(i))
		}
	}
	return binary.LittleEndian.AppendUint64(b, sum(b))
}

func sum(b []byte) uint64 {
	h := fnv.New64a()
	_, _ = h.Write(b) // never fails
	return h.Sum64()
}

func appendDigit(b []byte, rows []Row) []byte {
	b = append(b, byte(rows[0].DX), byte(rows[0].DY))
	lifted := false
	for _, r := range rows[1:] {
		switch {
		case r.EOD:
			b = append(b, done)
		case r.EOS:
			lifted = true
		case lifted:
			b = append(b, jump, byte(r.DX), byte(r.DY))
			lifted = false
		default:
			b = append(b, direction(r))
		}
	}
	return b
}

// direction is the number of the neighbour that a movement leads to.
func direction(r Row) byte {
	for k, d := range around {
		if int(r.DY) == d[0] && int(r.DX) == d[1] {
			return byte(k)
		}
	}
	panic("digits: a movement to no neighbour")
}

// What is wrong with a packed file.
var (
	errWrong = errors.New("the file of digits is no such file, or of another version")
	errCut   = errors.New("the file of digits is cut off or damaged")
)

// Read is the data of a packed file.
func Read(b []byte) (*Data, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errWrong
	}
	body := len(b) - 8
	if body < len(magic) || binary.LittleEndian.Uint64(b[body:]) != sum(b[:body]) {
		return nil, errCut
	}
	r := reader{b: b[len(magic):body]}
	d := &Data{}
	for _, s := range []*Set{&d.Train, &d.Test} {
		for n := r.number(); n > 0 && r.err == nil; n-- {
			r.digit(s)
		}
	}
	if r.err == nil && len(r.b) > 0 {
		r.fail("has %d bytes too many", len(r.b))
	}
	return d, r.err
}

// A reader reads the sets of a packed file whose sum is right. The first error stays.
type reader struct {
	b    []byte
	rows []Row
	err  error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("the file of digits "+format, args...)
	}
}

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.fail("ends too early")
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

func (r *reader) number() (n uint32) {
	for shift := 0; shift < 32; shift += 8 {
		n |= uint32(r.byte()) << shift
	}
	return n
}

// digit adds the next digit to a set.
func (r *reader) digit(s *Set) {
	label := r.byte()
	if label > 9 {
		r.fail("has a digit %d", label)
	}
	at := Row{DX: int8(r.byte()), DY: int8(r.byte())}
	r.rows = append(r.rows[:0], at)
	for r.err == nil {
		if uint8(at.DX) >= Side || uint8(at.DY) >= Side {
			r.fail("has a stroke that leaves the image")
			return
		}
		code := r.byte()
		if code == done {
			s.Add(label, append(r.rows, Row{EOS: true, EOD: true}))
			return
		}
		step := r.step(code)
		at.DX, at.DY = at.DX+step.DX, at.DY+step.DY
	}
}

// step adds a movement.
func (r *reader) step(code byte) (step Row) {
	switch {
	case code < jump:
		d := around[code]
		step = Row{DX: int8(d[1]), DY: int8(d[0])}
	case code == jump:
		r.rows = append(r.rows, Row{EOS: true})
		step = Row{DX: int8(r.byte()), DY: int8(r.byte())}
	default:
		r.fail("has a movement %d", code)
	}
	r.rows = append(r.rows, step)
	return step
}
