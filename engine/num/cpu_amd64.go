//go:build goexperiment.simd

package num

import "simd/archsimd"

// vector says that the CPU has the instructions of the vector kernels: on amd64 Go encodes
// even 128-bit vectors as AVX, and spreading a number into all lanes as AVX2.
var vector = archsimd.X86.AVX2()

// Ready is Vector, and makes the vector registers ready for a kernel. When Go interrupts a loop on
// a CPU with AVX-512 it restores those registers whole, and until their upper parts are cleared
// every instruction that Go's compiler writes without AVX, spills among them, waits for
// them: kernels took fifty times as long.
func Ready() bool {
	if vector {
		archsimd.ClearAVXUpperBits()
	}
	return vector
}
