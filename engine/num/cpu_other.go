//go:build goexperiment.simd && !amd64

package num

// vector: arm64 always has the instructions, and a browser would not have started the
// program without them.
const vector = true

// Ready is Vector.
func Ready() bool { return vector }
