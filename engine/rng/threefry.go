// Package rng gives streams of random numbers that can be entered anywhere.
//
// The generator is Threefry4x32 with 13 rounds (Salmon, Moraes, Dror, Shaw, "Parallel
// random numbers: as easy as 1, 2, 3", SC 2011): a block of four words is a function of
// a key and a counter. The key is (seed, stream), the counter (index, step), so that any
// step of any run can be computed again by itself, on any machine, to the same bits.
package rng

import "math/bits"

// rounds is the fewest for which the authors publish known answers; 12 already pass
// all of their statistical tests.
const rounds = 13

// parity is the constant that completes the extended key (Skein's, cut to 32 bits).
const parity = 0x1BD11BDA

// rotations of the even and the odd pair, by round modulo 8.
var rotations = [8][2]int{{10, 26}, {11, 21}, {13, 27}, {23, 5}, {6, 20}, {17, 11}, {25, 10}, {18, 20}}

// threefry4x32 is the block function with n rounds.
func threefry4x32(n int, x, key [4]uint32) [4]uint32 {
	ks := [5]uint32{key[0], key[1], key[2], key[3], parity ^ key[0] ^ key[1] ^ key[2] ^ key[3]}
	for i := range x {
		x[i] += ks[i]
	}
	for r := range n {
		rot := rotations[r%8]
		// The odd rounds pair the words the other way.
		a, b := 1, 3
		if r%2 == 1 {
			a, b = 3, 1
		}
		x[0] += x[a]
		x[a] = bits.RotateLeft32(x[a], rot[0]) ^ x[0]
		x[2] += x[b]
		x[b] = bits.RotateLeft32(x[b], rot[1]) ^ x[2]
		if r%4 == 3 {
			inject := r/4 + 1
			for i := range x {
				x[i] += ks[(inject+i)%5]
			}
			x[3] += uint32(inject)
		}
	}
	return x
}
