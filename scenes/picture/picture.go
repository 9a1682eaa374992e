// Package picture is what the scenes of all exhibits have in common.
package picture

import (
	"fmt"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
)

// A Frame is an exhibit's.
type Frame interface {
	UnmarshalMsg(b []byte) ([]byte, error)
	Check() error
}

// Panels are a picture's parts on a page. Scenes embed them.
type Panels struct {
	Ready   bool // there is a frame to draw
	Changed bool // since the picture was last drawn
	Mouse   render.Pointer
	Page    plot.Page
	Notice  render.Notice
}

// Decode takes an exhibit's newest frame. After an error there is nothing to draw.
func (p *Panels) Decode(exhibit string, f Frame, body []byte) error {
	_, err := f.UnmarshalMsg(body)
	if err != nil {
		err = fmt.Errorf("%s frame: %w", exhibit, err)
	} else {
		err = f.Check()
	}
	p.Ready = err == nil
	p.Changed = p.Changed || p.Ready
	return err
}

// Point begins a tick with where the pointer is, and reports whether there is a picture.
func (p *Panels) Point(mouse render.Pointer) bool {
	p.Changed = p.Changed || mouse.Touched
	p.Mouse = mouse
	return p.Ready
}

// Stale reports whether the picture has changed since it was last drawn.
func (p *Panels) Stale() bool { return p.Changed }

// Draw lays the panels out and draws each that has got a box.
func (p *Panels) Draw(c *render.Canvas, fit func(c *render.Canvas), draw func(c *render.Canvas, panel int, b plot.Box)) {
	p.Changed = false
	if !p.Ready {
		return
	}
	fit(c)
	for i, b := range p.Page.Boxes {
		if !b.Empty() {
			draw(c, i, b)
		}
	}
}

// Set is the command that sets one dial.
func Set(dial, value string) wire.Command {
	return wire.Command{Kind: "set", Values: map[string]string{dial: value}}
}
