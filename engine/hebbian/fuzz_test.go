package hebbian_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/hebbian"
	"driftlab/engine/simtest"
)

func FuzzCheck(f *testing.F) {
	exhibit, _ := engine.Lookup("hebbian")
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(hebbian.Frame) })
}
