package track_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/track"
)

func FuzzCheck(f *testing.F) {
	exhibit, _ := engine.Lookup("track")
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(track.Frame) })
}
