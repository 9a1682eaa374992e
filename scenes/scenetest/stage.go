package scenetest

import (
	"testing"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/render/plot"
	"driftlab/scenes"
)

// A Stage is a scene and what it is drawn on.
type Stage struct {
	scene  scenes.Scene
	canvas render.Canvas
}

// Open makes a scene that has got a frame.
func Open(t *testing.T, exhibit string, frame []byte) *Stage {
	t.Helper()
	return openOn(t, exhibit, frame, paper.Device{Blank: true})
}

func openOn(t *testing.T, exhibit string, frame []byte, d paper.Device) *Stage {
	t.Helper()
	s := &Stage{scene: scenes.New(exhibit), canvas: render.Canvas{Device: d}}
	if err := s.scene.Receive(frame); err != nil {
		t.Fatal(err)
	}
	return s
}

// Update is a tick over a picture of that size.
func (s *Stage) Update(w, h int, p render.Pointer) (wire.Command, bool) {
	s.canvas.Resize(w, h, 1, plot.Themed(""))
	return s.scene.Update(&s.canvas, p)
}

// Clicks is what clicks all over a picture ask for, n of them in a row.
func (s *Stage) Clicks(w, h, n int) (asked []wire.Command) {
	for i := range n * n {
		p := render.Pointer{Inside: true, Clicked: true, Touched: true}
		p.X, p.Y = float32(w)*(float32(i%n)+0.5)/float32(n), float32(h)*(float32(i/n)+0.5)/float32(n)
		if cmd, ok := s.Update(w, h, p); ok {
			asked = append(asked, cmd)
		}
	}
	return asked
}

// draw draws the scene.
func (s *Stage) draw(sheet *paper.Sheet) {
	s.canvas.Begin(sheet, 1, plot.Themed(""))
	s.scene.Draw(&s.canvas)
	s.canvas.End()
}
