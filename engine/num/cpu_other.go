//go:build goexperiment.simd && !amd64

package num

// vector: arm64 always has the instructions, and a browser would not have started the
// program without them.
const vector = true

// Clean does nothing here: vector registers have no upper parts.
func Clean() {}
