//go:build js && wasm

package main

import (
	"time"

	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/render/screen"
	"driftlab/scenes"

	"github.com/hajimehoshi/ebiten/v2"
)

// A game shows one scene at a time. How often it gets a turn, turns.js decides. Its methods
// and the bridge's callbacks run on the one thread of the page and none of them blocks, so
// they share it without locks.
type game struct {
	bridge  *bridge
	canvas  render.Canvas
	scene   scenes.Scene
	exhibit string

	step   int64 // that the scene shows
	w, h   int   // of the frame, device pixels
	dirty  bool  // something other than the scene changed: size, look
	fresh  bool  // a frame has come that is not yet on the screen
	drawn  bool  // the first frame has been on the screen
	height float32
	ticked time.Time
}

func newGame(b *bridge) *game {
	return &game{bridge: b, canvas: render.Canvas{Device: screen.Device{}}, dirty: true, ticked: time.Now()}
}

// Layout takes the frame's size, one logical pixel for each device pixel.
func (g *game) Layout(w, h int) (int, int) {
	if w != g.w || h != g.h {
		g.w, g.h, g.dirty = w, h, true
	}
	return w, h
}

// Update is one tick: the newest frame, the pointer, and what they ask for.
func (g *game) Update() error {
	now := time.Now()
	g.receive()
	p := g.bridge.pointer(g.unit())
	// A page that slept does not make up for it.
	p.Seconds = float32(min(now.Sub(g.ticked).Seconds(), 0.25))
	g.ticked = now
	p.Still = !g.bridge.look.motion
	if g.bridge.turned {
		g.bridge.turned, g.dirty = false, true
	}
	if g.scene != nil {
		g.canvas.Resize(g.w, g.h, g.unit(), g.bridge.theme())
		if cmd, ok := g.scene.Update(&g.canvas, p); ok {
			g.bridge.send(cmd)
		}
	}
	g.wish()
	return nil
}

// receive hands the newest frame to its exhibit's scene.
func (g *game) receive() {
	exhibit, body, ok := g.bridge.frame()
	if !ok {
		return
	}
	g.step = g.bridge.step
	// What a scene keeps is of one run, whose restarts it tells apart.
	if g.scene == nil || exhibit != g.exhibit || g.bridge.another {
		g.bridge.another = false
		g.scene, g.exhibit = scenes.New(exhibit), exhibit
	}
	if g.scene == nil {
		g.bridge.fail("the picture has no exhibit named " + exhibit)
		return
	}
	if err := g.scene.Receive(body); err != nil {
		g.bridge.fail(err.Error())
	}
	g.fresh = true
}

// css is the frame's size in CSS pixels.
func (g *game) css() (w, h float32) {
	return float32(g.w) / g.bridge.look.scale, float32(g.h) / g.bridge.look.scale
}

// unit is the number of device pixels in a canvas unit.
func (g *game) unit() float32 {
	w, h := g.css()
	return g.bridge.look.scale * g.bridge.theme().ZoomFor(w, h)
}

// wish tells the page the height that the scene would like, when it has changed.
func (g *game) wish() {
	if g.scene == nil || g.w == 0 {
		return
	}
	w, _ := g.css()
	zoom := g.bridge.theme().Zoom
	if h := g.scene.Height(w/zoom) * zoom; h != g.height {
		g.height = h
		g.bridge.post("height", fields{"css": h})
	}
}

// Draw draws the scene when it has changed.
func (g *game) Draw(screen *ebiten.Image) {
	g.export()
	if !g.dirty && (g.scene == nil || !g.scene.Stale()) {
		return
	}
	g.paint(screen, g.unit(), g.bridge.theme())
	g.dirty = false
	if g.canvas.Hand {
		ebiten.SetCursorShape(ebiten.CursorShapePointer)
	} else {
		ebiten.SetCursorShape(ebiten.CursorShapeDefault)
	}
	if g.fresh {
		g.fresh = false
		g.bridge.drawn = true
		if !g.drawn {
			g.drawn = true
			g.bridge.post("drawn", nil)
		}
	}
}

func (g *game) paint(dst *ebiten.Image, unit float32, theme *plot.Theme) {
	g.canvas.Begin(screen.Of(dst), unit, theme)
	if g.scene != nil {
		g.scene.Draw(&g.canvas)
	}
	g.canvas.End()
}

// theme is the colours the page asks for.
func (b *bridge) theme() *plot.Theme { return plot.Themed(b.look.theme) }
