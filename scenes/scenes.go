// Package scenes draws the exhibits: each scene wires one exhibit's frames to marks.
package scenes

import (
	"driftlab/engine/wire"
	"driftlab/render"
)

// A Scene shows one exhibit. It is driven by one goroutine.
type Scene interface {
	// Receive takes the newest frame, an exhibit's Frame as msgp. The scene keeps no part of it.
	Receive(body []byte) error
	// Update is one tick: it moves what moves by itself, follows the pointer, and may have
	// something to ask of the engine.
	Update(p render.Pointer) (wire.Command, bool)
	// Stale reports whether the picture has changed since it was last drawn.
	Stale() bool
	// Draw draws the whole picture.
	Draw(c *render.Canvas)
	// Height is the height that the picture would like at a width, both in canvas units.
	Height(width float32) float32
}

// New makes the scene of an exhibit, or nil if there is none of that name.
func New(exhibit string) Scene {
	switch exhibit {
	case "track":
		return newTrack()
	case "valley":
		return newValley()
	}
	return nil
}

// gap is the room between panels and around them; margin is the room around them in a
// column.
const (
	gap    = 20
	margin = 16
)

// broad is the least width at which panels stand side by side on one screen.
const broad = 680

// A form is the way a picture's panels are laid out.
type form int

const (
	slim  form = iota // a small frame: the most telling panels only
	stack             // a column
	wide              // everything on one screen
)

// formOf chooses the form for a canvas.
func formOf(c *render.Canvas) form {
	switch {
	case c.W >= broad && c.H >= 500:
		return wide
	case c.W < broad && c.H > 1.15*c.W:
		return stack
	}
	return slim
}

// turn is the command that sets one dial.
func turn(dial, value string) wire.Command {
	return wire.Command{Kind: "set", Values: map[string]string{dial: value}}
}
