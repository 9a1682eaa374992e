// Package num holds the float32 kernels of the hot loops.
//
// Every kernel sums in a fixed order of four lanes, so that its scalar form and its
// vector form give the same bits on every machine. Lengths are multiples of Lanes;
// callers pad with zeros. Shape errors panic.
package num

// Lanes is how many numbers a vector holds; every length is a multiple of it.
const Lanes = 4

// Pad rounds a length up to a multiple of Lanes.
func Pad(n int) int { return (n + Lanes - 1) &^ (Lanes - 1) }

// check panics unless n is a whole number of vectors that fits every length.
func check(n int, lengths ...int) {
	for _, l := range lengths {
		if n > l {
			panic("num: slices of different lengths")
		}
	}
	if n%Lanes != 0 {
		panic("num: length is not a multiple of Lanes")
	}
}

// Vector reports whether the vector kernels are in use. If not, the scalar ones give the
// same bits, several times slower.
func Vector() bool { return vector }
