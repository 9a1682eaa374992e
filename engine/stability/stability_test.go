package stability_test

import (
	"testing"

	"driftlab/engine"
	"driftlab/engine/simtest"
	"driftlab/engine/stability"
)

var exhibit = engine.Exhibit{
	Name: "stability", Title: "Stability", Brief: "A network that protects its parameters keeps its dynamics, one that protects its outputs lets them drift.",
	Group: engine.Continual, Assets: stability.Assets, Trial: "toy", State: 1, New: func() engine.Sim { return stability.New() },
}

func TestExhibit(t *testing.T) { simtest.Run(t, exhibit) }

func FuzzCheck(f *testing.F) {
	simtest.FuzzFrame(f, exhibit, func() simtest.Frame { return new(stability.Frame) })
}
