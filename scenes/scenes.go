// Package scenes is the list of the exhibits as people see them. Each has a folder, which
// wires its frames to marks and knows no other: a plot.Layout of its panels, what render has
// to show in them (Curves, Matrix, Facets), what a click asks for, and a test that hands a few
// frames to scenetest.Run.
package scenes

import (
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/scenes/hebbian"
	"driftlab/scenes/minima"
	"driftlab/scenes/rules"
	"driftlab/scenes/stability"
	"driftlab/scenes/sticky"
	"driftlab/scenes/sweep"
	"driftlab/scenes/track"
	"driftlab/scenes/valley"
)

// A Scene shows one exhibit. It is driven by one goroutine.
type Scene interface {
	// Receive takes the newest frame, an exhibit's Frame as msgp. The scene keeps no part of it.
	Receive(body []byte) error
	// Update is one tick: it moves what moves by itself, follows the pointer over a picture of
	// the canvas's size, and may have something to ask of the engine.
	Update(c *render.Canvas, p render.Pointer) (wire.Command, bool)
	// Stale reports whether the picture has changed since it was last drawn.
	Stale() bool
	// Draw draws the whole picture.
	Draw(c *render.Canvas)
	// Height is the height that the picture would like at a width, both in canvas units.
	Height(width float32) float32
}

// scenes are the exhibits' scenes, one line each.
var scenes = map[string]func() Scene{
	"track":     func() Scene { return track.New() },
	"valley":    func() Scene { return valley.New() },
	"hebbian":   func() Scene { return hebbian.New() },
	"rules":     func() Scene { return rules.New() },
	"sweep":     func() Scene { return sweep.New() },
	"stability": func() Scene { return stability.New() },
	"minima":    func() Scene { return minima.New() },
	"sticky":    func() Scene { return sticky.New() },
}

// New makes the scene of an exhibit, or nil if there is none of that name.
func New(exhibit string) Scene {
	if scene := scenes[exhibit]; scene != nil {
		return scene()
	}
	return nil
}
