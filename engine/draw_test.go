package engine

import (
	"bytes"
	"errors"
	"testing"

	"driftlab/engine/wire"
)

// An easel is an experiment with a canvas, which a drawing whose first pixel is inked does not suit.
type easel struct {
	Sim
	ink []byte
}

func (e *easel) Draw(ink []byte) error {
	if len(ink) > 0 && ink[0] > 0 {
		return errors.New("not there")
	}
	e.ink = ink
	return nil
}

func (e *easel) Drawn() (bool, string) {
	if len(e.ink) == 0 {
		return false, "Draw."
	}
	return true, "Seen."
}

// A drawing comes to the experiment whole, or not at all and in words; either way the run is the one that a
// command line makes.
func TestDraw(t *testing.T) {
	e, _ := Lookup("valley")
	sim := &easel{Sim: e.New()}
	p, err := sim.Dials().Preset("paper")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Start(e, p, sim, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.Do(wire.Command{Kind: "step", N: 3})
	before := s.About()
	good := bytes.Repeat([]byte{0, 9}, CanvasSide*CanvasSide/2)
	for _, c := range []struct {
		ink         []byte
		text, wrong string
		drawn       bool
	}{
		{good, "Seen.", "", true},
		{bytes.Repeat([]byte{9}, CanvasSide*CanvasSide), "", "not there", true},
		{[]byte{1}, "", "draw: a drawing is 28 × 28 bytes, not 1", true},
		{make([]byte, 1000), "", "draw: a drawing is 28 × 28 bytes, not 1,000", true},
		{nil, "Draw.", "", false},
	} {
		r := s.Do(wire.Command{Kind: "draw", Ink: c.ink})
		if r.Text != c.text || r.Error != c.wrong {
			t.Errorf("%d bytes: %q, %q; want %q, %q", len(c.ink), r.Text, r.Error, c.text, c.wrong)
		}
		if st := s.Status().Canvas; st == nil || st.Drawn != c.drawn || c.drawn != bytes.Equal(sim.ink, good) {
			t.Errorf("%d bytes: status %v, drawn %d bytes", len(c.ink), st, len(sim.ink))
		}
		if after := s.About(); after.Command != before.Command || after.Hash != before.Hash || before.Command == "" {
			t.Errorf("%d bytes: the run is %q, was %q", len(c.ink), after.Command, before.Command)
		}
	}
	none := opened("scene=valley")
	if r := none.Do(wire.Command{Kind: "draw", Ink: good}); r.Error != "draw: there is nothing to draw for on the valley" || none.Status().Canvas != nil {
		t.Errorf("without a canvas: %+v", r)
	}
}
