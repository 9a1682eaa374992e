//go:build goexperiment.simd

package num

import "simd/archsimd"

// vector says that the CPU has the instructions of the vector kernels: on amd64 Go encodes
// even 128-bit vectors as AVX, and spreading a number into all lanes as AVX2.
var vector = archsimd.X86.AVX2()
