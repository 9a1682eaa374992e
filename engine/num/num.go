// Package num holds the kernels of the hot loops, in float32 where nothing else is said.
//
// Every kernel has a scalar twin, fooScalar beside fooVector, and gives the same bits with
// it, on every machine: products and sums are rounded one by one, never fused, and their
// order is fixed. Sums over units, samples and weights run in ascending order, each in a
// lane of its own (Activate, Back, Add, Gather). Sums along a slice put number i into lane
// i%4, and then add the lanes (0+2) + (1+3) (Residual, Softmax, and Shift, which then adds
// what was left beyond the last whole vector).
//
// Vectors have 128 bits and use what wasm, amd64 and arm64 have in common. Shape errors
// panic.
//
// For reports and worlds, which are in float64, there are the elementary functions that the
// library does not compute to the same bits on every machine: Exp, Log, Log10, Sincos; and for
// matrices Dot, Axpy and Sweep, for slices of any length and with two lanes.
package num

// Lanes is how many numbers a vector holds. Where a kernel does not say otherwise, lengths
// are multiples of it.
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
