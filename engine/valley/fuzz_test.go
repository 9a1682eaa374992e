package valley_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/valley"
)

func FuzzCheck(f *testing.F) {
	exhibit, _ := engine.Lookup("valley")
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(valley.Frame) })
}
