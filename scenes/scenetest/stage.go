package scenetest

import (
	"reflect"
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

// Tap is what a finger's tap at a place of a picture asks for, once the finger has gone.
func (s *Stage) Tap(w, h int, x, y float32) (wire.Command, bool) {
	p := render.Pointer{X: x, Y: y, Inside: true, Down: true, Finger: true, Touched: true}
	s.Update(w, h, p)
	p.Down, p.Clicked = false, true
	cmd, ok := s.Update(w, h, p)
	p.Clicked, p.Inside = false, false
	s.Update(w, h, p)
	return cmd, ok
}

// Marks are places of a picture, n in a row and as many rows, where a click asks for something.
func (s *Stage) Marks(w, h, n int) (at []plot.Point) {
	for i := range n * n {
		q := plot.Point{X: float32(w) * (float32(i%n) + 0.5) / float32(n), Y: float32(h) * (float32(i/n) + 0.5) / float32(n)}
		if _, ok := s.Update(w, h, render.Pointer{X: q.X, Y: q.Y, Inside: true, Clicked: true, Touched: true}); ok {
			at = append(at, q)
		}
	}
	return at
}

// Taps tests that the first tap on what a click opens opens nothing, that a second one does, the same, and that a tap
// elsewhere takes the first one back.
func Taps(t *testing.T, exhibit string, frame []byte, w, h int) {
	t.Helper()
	s := Open(t, exhibit, frame)
	marks := s.Marks(w, h, 60)
	if len(marks) == 0 {
		t.Fatal("nothing can be opened")
	}
	for _, at := range marks {
		if cmd, ok := s.Tap(w, h, at.X, at.Y); ok {
			t.Fatalf("%v: a first tap asks for %+v", at, cmd)
		}
		first, ok := s.Tap(w, h, at.X+3, at.Y-3)
		again, still := s.Tap(w, h, at.X, at.Y)
		if !ok || !still || first.Kind != "beside" || !reflect.DeepEqual(first, again) {
			t.Fatalf("%v: a second tap asks for %+v, a third for %+v", at, first, again)
		}
		s.Tap(w, h, 1, 1)
		if cmd, ok := s.Tap(w, h, at.X, at.Y); ok {
			t.Fatalf("%v: after a tap elsewhere one asks for %+v", at, cmd)
		}
		s.Tap(w, h, 1, 1)
	}
}

// draw draws the scene.
func (s *Stage) draw(sheet *paper.Sheet) {
	s.canvas.Begin(sheet, 1, plot.Themed(""))
	s.scene.Draw(&s.canvas)
	s.canvas.End()
}
