package num

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"
)

// The fuzzers run natively only; this throws dice in their stead wherever tests run, so in
// a browser's program too.
func TestTwinsOfRandomNumbers(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		data := make([]byte, 4*dice.IntN(500))
		for at := 0; at < len(data); at += 4 {
			bits := dice.Uint32() // any float at all
			if round%3 > 0 {
				bits = math.Float32bits(float32(dice.NormFloat64()))
			}
			binary.LittleEndian.PutUint32(data[at:], bits)
		}
		kernelTwins(t, data, uint8(dice.Uint32()))
		doubleTwins(t, data, uint8(dice.Uint32()))
		rowTwins(t, data, dice.Float32(), dice.Float32())
		tileTwins(t, data, uint8(dice.Uint32()), uint8(dice.Uint32()), dice.Uint64())
		recurTwins(t, data, uint8(dice.Uint32()), uint8(dice.Uint32()))
		attractTwins(t, data, uint8(dice.Uint32()))
		sparseTwins(t, data, uint8(dice.Uint32()), uint8(dice.Uint32()))
	}
}
