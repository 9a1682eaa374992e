package wire

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/tinylib/msgp/msgp"
)

// Doubles is a []float64 that msgp writes as one little-endian bin.
type Doubles []float64

// Msgsize is an upper bound of the encoded size, for msgp.
func (d Doubles) Msgsize() int { return msgp.BytesPrefixSize + 8*len(d) }

// MarshalMsg appends the encoded numbers to b.
func (d Doubles) MarshalMsg(b []byte) ([]byte, error) {
	b = appendBinHeader(msgp.Require(b, d.Msgsize()), 8*len(d))
	for _, v := range d {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b, nil
}

// UnmarshalMsg reads numbers from b into d, reusing d's memory, and returns the rest.
func (d *Doubles) UnmarshalMsg(b []byte) ([]byte, error) {
	raw, rest, err := msgp.ReadBytesZC(b)
	if err != nil {
		return b, err
	}
	if len(raw)%8 != 0 {
		return b, fmt.Errorf("wire: %d bytes are no whole number of float64s", len(raw))
	}
	*d = (*d)[:0]
	for ; len(raw) > 0; raw = raw[8:] {
		*d = append(*d, math.Float64frombits(binary.LittleEndian.Uint64(raw)))
	}
	return rest, nil
}
