// Package wire holds what travels between the engine, the view and the shell:
// commands, status, and the number type of the frames.
package wire

import (
	"fmt"
	"math"
	"slices"

	"github.com/tinylib/msgp/msgp"
)

// Floats is a []float32 that msgp writes as one little-endian bin, in microseconds
// where the element-by-element form takes milliseconds.
type Floats []float32

// Msgsize is an upper bound of the encoded size, for msgp.
func (f Floats) Msgsize() int { return msgp.BytesPrefixSize + 4*len(f) }

// MarshalMsg appends the encoded floats to b.
func (f Floats) MarshalMsg(b []byte) ([]byte, error) {
	return AppendFloats(appendBinHeader(msgp.Require(b, f.Msgsize()), 4*len(f)), f), nil
}

// AppendFloats appends the little-endian bytes of x to b.
func AppendFloats(b []byte, x []float32) []byte {
	at, n := len(b), 4*len(x)
	b = slices.Grow(b, n)[:at+n]
	out := b[at:]
	for i, v := range x {
		u := math.Float32bits(v)
		o := out[4*i : 4*i+4 : 4*i+4]
		o[0], o[1], o[2], o[3] = byte(u), byte(u>>8), byte(u>>16), byte(u>>24)
	}
	return b
}

func appendBinHeader(b []byte, n int) []byte {
	switch {
	case n < 1<<8:
		return append(b, 0xc4, byte(n))
	case n < 1<<16:
		return append(b, 0xc5, byte(n>>8), byte(n))
	default:
		return append(b, 0xc6, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
}

// UnmarshalMsg reads floats from b into f, reusing f's memory, and returns the rest.
func (f *Floats) UnmarshalMsg(b []byte) ([]byte, error) {
	raw, rest, err := msgp.ReadBytesZC(b)
	if err != nil {
		return b, err
	}
	return rest, f.fill(raw)
}

func (f *Floats) fill(raw []byte) error {
	if len(raw)%4 != 0 {
		return fmt.Errorf("wire: %d bytes are no whole number of floats", len(raw))
	}
	n := len(raw) / 4
	if cap(*f) < n {
		*f = make(Floats, n)
	}
	*f = (*f)[:n]
	for i := range *f {
		r := raw[4*i : 4*i+4 : 4*i+4]
		(*f)[i] = math.Float32frombits(uint32(r[0]) | uint32(r[1])<<8 | uint32(r[2])<<16 | uint32(r[3])<<24)
	}
	return nil
}
