package rules

import (
	"fmt"

	"driftlab/engine/track"
	"driftlab/engine/wire"
)

//go:generate go tool msgp -tests=false -io=false -o frame_gen.go
//msgp:limit arrays:65536 maps:64
//msgp:tuple Frame Net

// A Frame is all the view needs to draw one picture.
type Frame struct {
	wire.Head `msg:"head"`
	Task      string `msg:"task"`
	Bins      int    `msg:"bins"` // B, of every rate map
	Nets      []Net  `msg:"nets"`
	Places    string `msg:"places"`
	Stay      int    `msg:"stay"` // steps
}

// A Net is one network of a picture.
type Net struct {
	Does   string     `msg:"does"`   // its rule, learning rate and noise
	Units  int        `msg:"units"`  // H
	Active int        `msg:"active"` // units that are active for some sample
	Maps   track.Maps `msg:"maps"`   // now, in the order of their own peaks
	Wrong  string     `msg:"wrong"`  // what is to be said over the maps; empty while all is well

	Begins wire.Floats `msg:"begins"` // the steps at which phase 2 and phase 3 began, as far as they have

	// Of two places by turns, the mean correlations of the maps with those at the beginning of a stay after each of
	// track.Looks equal parts of it; empty otherwise.
	Here wire.Floats `msg:"here"` // in the place that is visited
	Away wire.Floats `msg:"away"` // in the one that was left
}

// Check reports a frame whose matrices have other sizes than it states.
func (f *Frame) Check() error {
	ok := f.Bins > 0 && len(f.Nets) >= 2 && len(f.Nets) <= Most
	for i := range f.Nets {
		n := &f.Nets[i]
		ok = ok && len(n.Here) == len(n.Away) && (len(n.Here) == 0 || len(n.Here) == track.Looks)
		ok = ok && n.Units > 0 && n.Active >= 0 && n.Active <= n.Units && len(n.Maps.Rows) <= n.Units && len(n.Maps.Cells) == len(n.Maps.Rows)*f.Bins
	}
	if !ok {
		return fmt.Errorf("rules frame of step %d does not fit its own sizes", f.Step)
	}
	return f.Head.Check(Charts)
}

// AppendFrame appends the newest picture.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	f := &s.frame
	f.Run, f.Step, f.Playing, f.Trouble = s.runs, s.steps, playing, ""
	if s.broken() {
		f.Trouble, _ = s.trouble()
	}
	p := s.nets[0].Params()
	f.Task, f.Bins, f.Places, f.Stay = p.Task, s.nets[0].Bins(), p.Places, p.Stay
	s.draw(&f.Head)
	for len(f.Nets) < len(s.nets) {
		f.Nets = append(f.Nets, Net{})
	}
	f.Nets = f.Nets[:len(s.nets)]
	for i, net := range s.nets {
		n, p := &f.Nets[i], net.Params()
		if s.does[i] != p.Learner {
			s.does[i], n.Does = p.Learner, p.Learner.String()
		}
		n.Units, n.Active = p.Units, net.ActiveUnits()
		n.Maps = net.Maps(n.Maps.Cells[:0])
		n.Wrong, _ = net.Trouble()
		n.Begins = net.Begins(n.Begins[:0])
		if n.Here, n.Away = n.Here[:0], n.Away[:0]; f.Places == track.Turns {
			n.Here, n.Away = net.Travel(n.Here, n.Away)
		}
	}
	return f.MarshalMsg(b)
}
