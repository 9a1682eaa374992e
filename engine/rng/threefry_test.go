package rng

import "testing"

// The known answers that the authors publish with Random123.
func TestKnownAnswers(t *testing.T) {
	const ones = 0xffffffff
	zero := [4]uint32{}
	full := [4]uint32{ones, ones, ones, ones}
	piCtr := [4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}
	piKey := [4]uint32{0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89}
	for _, c := range []struct {
		rounds    int
		ctr, key  [4]uint32
		want      [4]uint32
		wantKnown string
	}{
		{13, zero, zero, [4]uint32{0x531c7e4f, 0x39491ee5, 0x2c855a92, 0x3d6abf9a}, "zeros"},
		{13, full, full, [4]uint32{0xc4189358, 0x1c9cc83a, 0xd5881c67, 0x6a0a89e0}, "ones"},
		{13, piCtr, piKey, [4]uint32{0x4aa71d8f, 0x734738c2, 0x431fc6a8, 0xae6debf1}, "pi"},
		{20, zero, zero, [4]uint32{0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8}, "zeros"},
		{20, full, full, [4]uint32{0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732}, "ones"},
	} {
		if got := threefry4x32(c.rounds, c.ctr, c.key); got != c.want {
			t.Errorf("threefry4x32-%d of %s: got %08x, want %08x", c.rounds, c.wantKnown, got, c.want)
		}
	}
}
