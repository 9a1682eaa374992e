// Package track draws the exhibit track: rate maps that form and drift.
package track

import (
	"strconv"

	"driftlab/engine/track"
	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
	"driftlab/scenes/picture"
)

// pace is how many samples are shown in a second, whatever the model's tempo.
const pace = 6

// A Scene shows the track, or the random task: what goes in and out, the rate maps,
// their drift, and the curves.
type Scene struct {
	picture.Panels
	f        track.Frame
	playhead plot.Playhead
	still    bool
	pick     int // the snapshot under the pointer, an index into CorrSteps; -1 for none

	corridor corridor
	strips   strips
	board    board
	matrix   matrix
	snaps    snaps
	corr     render.Snapshots
	curves   render.Curves
	spectrum spectrum
}

// New makes a scene without a frame.
func New() *Scene {
	return &Scene{
		pick:     -1,
		curves:   picture.Curves(track.Columns[0].Label, true, track.Charts, plot.Yellow, plot.Sky, plot.Orange, plot.Green, plot.Pink, plot.Yellow),
		corr:     render.Snapshots{Title: "Map correlation"},
		snaps:    snaps{facets: render.Facets{Invite: "order by this"}},
		spectrum: newSpectrum(),
	}
}

// Receive takes the newest frame.
func (s *Scene) Receive(body []byte) error {
	run := s.f.Run
	if err := s.Decode("track", &s.f, body); err != nil {
		return err
	}
	if run != s.f.Run || s.playhead.T != s.f.Samples {
		s.playhead = plot.Playhead{T: s.f.Samples}
	}
	s.matrix.receive(&s.f)
	s.snaps.receive(&s.f)
	s.corr.Set(s.f.Corr, s.f.CorrSteps, s.f.Order)
	s.spectrum.receive(&s.f)
	picture.Follow(&s.curves, &s.f.Head)
	s.spectrum.lines.Bands = s.curves.Bands
	s.curves.Plots[sparsityPanel-lossPanel].Unit = s.f.Fit
	s.curves.Plots[speedPanel-lossPanel].Unit = s.f.Per
	return nil
}

// Update moves the playhead on and follows the pointer.
func (s *Scene) Update(c *render.Canvas, p render.Pointer) (wire.Command, bool) {
	if !s.Point(p) {
		return wire.Command{}, false
	}
	s.advance(p)
	s.fit(c)
	if s.eigenvalues() {
		return wire.Command{}, false
	}
	s.pick = s.snaps.over(p, c.Below(s.Page.Boxes[snapsPanel]))
	if s.pick < 0 {
		s.pick = s.corr.Over(p, c.Below(s.Page.Boxes[corrPanel]))
	}
	if button, _ := s.freeze().Box(c, s.Page.Boxes[matrixPanel]); p.Clicked && p.Over(button) {
		return picture.Set("freeze", strconv.FormatBool(!s.f.Frozen)), true
	}
	if p.Clicked && s.pick >= 0 {
		return picture.Set("order", strconv.Itoa(s.pick)), true
	}
	return wire.Command{}, false
}

// advance moves the playhead on while the model plays: gliding, or from sample to sample for
// visitors who ask for less motion.
func (s *Scene) advance(p render.Pointer) {
	if s.still = p.Still; !s.f.Playing {
		return
	}
	rate := float64(pace)
	if s.still {
		rate = 1
	}
	was := s.playhead.Sample()
	s.playhead.Advance(float64(p.Seconds), rate)
	s.Changed = s.Changed || !s.still || s.playhead.Sample() != was
}

// now is the sample shown, the next one, and how far the playhead is on the way there.
func (s *Scene) now() (t, next int, share float32) {
	t = s.playhead.Sample()
	if s.still {
		return t, t, 0
	}
	next, share = s.playhead.Next()
	return t, next, share
}

// eigenvalues reports whether the spectrum is to be shown, and not the maps.
func (s *Scene) eigenvalues() bool { return s.f.Picture == "spectrum" }

// Draw draws the panels that fit.
func (s *Scene) Draw(c *render.Canvas) {
	if s.eigenvalues() {
		s.Panels.Draw(c, s.fit, s.spectral)
		return
	}
	s.Panels.Draw(c, s.fit, s.panel)
}
