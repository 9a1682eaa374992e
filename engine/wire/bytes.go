package wire

import "github.com/tinylib/msgp/msgp"

// Bytes are a []byte that no file can make larger than itself.
type Bytes []byte

// Msgsize is an upper bound of the encoded size, for msgp.
func (d Bytes) Msgsize() int { return msgp.BytesPrefixSize + len(d) }

// MarshalMsg appends the encoded bytes to b.
func (d Bytes) MarshalMsg(b []byte) ([]byte, error) {
	return msgp.AppendBytes(msgp.Require(b, d.Msgsize()), d), nil
}

// UnmarshalMsg reads bytes from b into d, reusing d's memory, and returns the rest.
func (d *Bytes) UnmarshalMsg(b []byte) ([]byte, error) {
	raw, rest, err := msgp.ReadBytesZC(b)
	if err != nil {
		return b, err
	}
	*d = append((*d)[:0], raw...)
	return rest, nil
}
