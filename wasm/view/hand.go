//go:build js && wasm

package main

import "driftlab/render"

// A hand gathers pointer events, in device pixels, from one tick to the next. A finger's tap
// is down, up and gone between two ticks, and the scene is to see all of it: so events wait
// in line, and letting go and leaving have a tick of their own.
type hand struct {
	line         []gesture
	x, y         float32
	fromX, fromY float32 // where it was pressed
	seenX, seenY float32 // how far its dragging has been told
	inside, down bool
	dragged      bool
	finger       bool
}

// A gesture is a pointer event: "move", "down", "up", or "leave". A finger is over the
// picture only while it touches it.
type gesture struct {
	kind   string
	x, y   float32
	finger bool
}

func (g gesture) ends() bool { return g.kind == "up" || g.kind == "leave" }

// slip is how far a hand may move between press and release of a click, in CSS pixels.
const slip = 6

// event puts a pointer event in line.
func (h *hand) event(g gesture) { h.line = append(h.line, g) }

// pointer is what the hand does in this tick, in canvas units.
func (b *bridge) pointer(unit float32) render.Pointer {
	h := &b.hand
	p := render.Pointer{Touched: len(h.line) > 0}
	n := 0
	for n < len(h.line) && (n == 0 || !h.line[n-1].ends() && !h.line[n].ends()) {
		p.Clicked = h.take(h.line[n], slip*b.look.scale)
		n++
	}
	h.line = h.line[:copy(h.line, h.line[n:])]
	p.X, p.Y, p.Inside, p.Down, p.Finger = h.x/unit, h.y/unit, h.inside, h.down, h.finger
	if h.down && h.dragged {
		p.DX, p.DY = (h.x-h.seenX)/unit, (h.y-h.seenY)/unit
		h.seenX, h.seenY = h.x, h.y
	}
	return p
}

// take follows one event, and reports whether it ends a click: a press that moved less
// than slip.
func (h *hand) take(g gesture, slip float32) bool {
	h.finger = g.finger
	if g.kind == "leave" {
		h.inside, h.down = false, false
		return false
	}
	h.x, h.y, h.inside = g.x, g.y, true
	if g.kind == "down" {
		h.down, h.dragged = true, false
		h.fromX, h.fromY, h.seenX, h.seenY = g.x, g.y, g.x, g.y
	}
	dx, dy := g.x-h.fromX, g.y-h.fromY
	h.dragged = h.dragged || h.down && dx*dx+dy*dy > slip*slip
	if g.kind != "up" {
		return false
	}
	click := h.down && !h.dragged
	h.down = false
	return click
}
