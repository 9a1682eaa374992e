package fold

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A reader reads a program. After the first error, which it keeps, it is at the end and
// reads zeros.
type reader struct {
	b       []byte
	at, end int
	err     error
}

// more reports whether there is anything left to read.
func (r *reader) more() bool { return r.err == nil && r.at < r.end }

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("wasm/fold: byte %d: %s", r.at, fmt.Sprintf(format, args...))
	}
	r.at = r.end
}

// part reads a size and has read read as many bytes.
func (r *reader) part(read func()) {
	size, outer := int64(r.u32()), r.end
	if size > int64(r.end-r.at) {
		r.fail("%d bytes should follow, but the program or a part of it ends too early", size)
		return
	}
	r.end = r.at + int(size)
	read()
	if r.at != r.end {
		r.fail("a part of the program is longer than what it holds")
	}
	if r.end = outer; r.err != nil {
		r.at = r.end
	}
}

func (r *reader) skip(n int) {
	if n > r.end-r.at {
		r.fail("the program or a part of it ends too early")
		return
	}
	r.at += n
}

func (r *reader) byte() byte {
	r.skip(1)
	if r.err != nil {
		return 0
	}
	return r.b[r.at-1]
}

// u32 reads an unsigned number of at most 32 bits.
func (r *reader) u32() uint32 {
	const most = 5 // bytes
	x, n := binary.Uvarint(r.b[r.at:min(r.at+most, r.end)])
	if n <= 0 || x > math.MaxUint32 {
		r.fail("no number of 32 bits")
		return 0
	}
	r.at += n
	return uint32(x)
}

// signed reads a signed number of at most so many bits.
func (r *reader) signed(bits int) int64 {
	var x int64
	for shift := 0; shift < bits; {
		b := r.byte()
		x |= int64(b&0x7f) << shift
		shift += 7
		if b < 0x80 {
			if unused := 64 - min(shift, 64); b&0x40 != 0 {
				return x << unused >> unused
			}
			return x
		}
	}
	r.fail("no number of %d bits", bits)
	return 0
}
