//go:build js && wasm

package main

import "driftlab/render"

// A hand gathers pointer events, in device pixels, from one tick to the next.
type hand struct {
	x, y          float32
	fromX, fromY  float32 // where it was pressed
	seenX, seenY  float32 // where the last tick saw it
	inside, down  bool
	dragged       bool
	click, change bool
}

// slip is how far a hand may move between press and release of a click, in CSS pixels.
const slip = 6

// event takes a pointer event: "move", "down", "up", or "leave". A finger is over the
// picture only while it touches it.
func (h *hand) event(kind string, x, y float32, finger bool) {
	h.change = true
	if kind == "leave" {
		h.inside, h.down = false, false
		return
	}
	h.x, h.y, h.inside = x, y, true
	switch kind {
	case "down":
		h.down, h.dragged = true, false
		h.fromX, h.fromY, h.seenX, h.seenY = x, y, x, y
	case "up":
		h.click = h.click || h.down && !h.dragged
		h.down = false
	}
}

// pointer is what the hand has done since the last tick, in canvas units.
func (b *bridge) pointer(unit float32) render.Pointer {
	h := &b.hand
	p := render.Pointer{X: h.x / unit, Y: h.y / unit, Inside: h.inside, Down: h.down, Touched: h.change}
	if dx, dy := h.x-h.fromX, h.y-h.fromY; h.down && dx*dx+dy*dy > slip*slip*b.look.scale*b.look.scale {
		h.dragged = true
	}
	if h.down && h.dragged {
		p.DX, p.DY = (h.x-h.seenX)/unit, (h.y-h.seenY)/unit
		h.seenX, h.seenY = h.x, h.y
	}
	p.Clicked = h.click
	h.click, h.change = false, false
	return p
}
