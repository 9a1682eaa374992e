// Package scenetest tests what all scenes have in common, as testing/fstest does file systems.
package scenetest

import (
	"bytes"
	"testing"

	"driftlab/render"
	"driftlab/render/paper"
	"driftlab/scenes"
)

// Run tests the scene of an exhibit with frames that it may be sent. Its pictures of them
// are compared with those in testdata, which have the frames' names; -update writes them.
func Run(t *testing.T, exhibit string, frames map[string][]byte) {
	if scenes.New(exhibit) == nil {
		t.Fatal("there is no scene named", exhibit)
	}
	for name, frame := range frames {
		t.Run(name, func(t *testing.T) {
			t.Run("picture", func(t *testing.T) { samePicture(t, exhibit, name, frame) })
			t.Run("sizes", func(t *testing.T) { sizes(t, exhibit, frame) })
			t.Run("again", func(t *testing.T) { again(t, exhibit, frame) })
			t.Run("allocations", func(t *testing.T) { allocations(t, exhibit, frame) })
		})
	}
	t.Run("spoilt", func(t *testing.T) {
		if err := scenes.New(exhibit).Receive([]byte("no frame")); err == nil {
			t.Error("it takes what is no frame")
		}
	})
}

// grid is how many clicks are tried across a picture, and down.
const grid = 12

// sizes draws pictures of many sizes and clicks all over them: nothing but the size may
// decide what is hit.
func sizes(t *testing.T, exhibit string, frame []byte) {
	d := paper.Device{Blank: true}
	s := openOn(t, exhibit, frame, d)
	for w := 40; w < 2200; w += w / 3 {
		for h := 30; h < 2000; h += h / 2 {
			before := s.Clicks(w, h, grid)
			s.draw(d.New(w, h))
			if s.scene.Stale() {
				t.Fatalf("%d x %d: stale when just drawn", w, h)
			}
			s.draw(d.New(700, 600)) // a picture is saved at a size of its own
			if after := s.Clicks(w, h, grid); !equal(before, after) {
				t.Fatalf("%d x %d: clicks ask for %v, and once drawn for %v", w, h, before, after)
			}
		}
		if high := s.scene.Height(float32(w)); !(high > 50) {
			t.Errorf("%d wide it would like to be %v high", w, high)
		}
	}
}

// again compares pictures of a scene that has been drawn at other sizes with those of a new
// one, and what clicks on them ask for.
func again(t *testing.T, exhibit string, frame []byte) {
	d := paper.Device{}
	old := openOn(t, exhibit, frame, d)
	for _, size := range [...][2]int{{400, 300}, {300, 500}, {720, 520}, {400, 300}} {
		w, h := size[0], size[1]
		fresh := openOn(t, exhibit, frame, d)
		want, got := d.New(w, h), d.New(w, h)
		fresh.Update(w, h, render.Pointer{})
		fresh.draw(want)
		old.Update(w, h, render.Pointer{})
		old.draw(got)
		if !bytes.Equal(want.Pixels.Pix, got.Pixels.Pix) {
			t.Errorf("%v: pictures of other sizes have left something behind", size)
		}
		if a, b := fresh.Clicks(w, h, grid), old.Clicks(w, h, grid); !equal(a, b) {
			t.Errorf("%v: clicks ask for %v, after pictures of other sizes for %v", size, a, b)
		}
	}
}

// allocations moves the scene on and draws it: once the first pictures are drawn, that
// allocates nothing.
func allocations(t *testing.T, exhibit string, frame []byte) {
	d := paper.Device{Blank: true}
	for _, size := range [...][2]int{{1000, 700}, {640, 360}, {390, 1700}} {
		s := openOn(t, exhibit, frame, d)
		sheet := d.New(size[0], size[1])
		turn := func() {
			p := render.Pointer{Seconds: 0.05, Inside: true, X: float32(size[0]) / 3, Y: float32(size[1]) / 2, Touched: true}
			s.Update(size[0], size[1], p)
			s.draw(sheet)
		}
		for range 300 { // a walk comes round
			turn()
		}
		if n := testing.AllocsPerRun(100, turn); n != 0 {
			t.Errorf("%v: a tick and its picture allocate %v times", size, n)
		}
		if sheet.Calls == 0 {
			t.Errorf("%v: nothing is drawn", size)
		}
	}
}
