package sticky

import (
	"fmt"

	"driftlab/engine/measure"
	"driftlab/engine/nn/mlp"
	"driftlab/engine/param"
	"driftlab/engine/run"
	"driftlab/engine/say"
	"driftlab/engine/wire"
)

// A Sim is the exhibit: methods side by side, or a grid of whole runs, as the dial grid says. It implements
// engine.Sim, and gives its work away to helpers.
type Sim struct {
	experiment
	dials  *param.Set
	params Params
	data   *material
	report *measure.Report
	number int64 // of the restart
}

// An experiment is what a Sim does. See engine.Sim for what its methods are.
type experiment interface {
	run.Jobs
	Within(steps int64)
	Step() run.Outcome
	Steps() int64
	Story() (start, seconds float64)
	Measure()
	Report() *measure.Report
	Says() run.Words
	Facts() []say.Fact
	Curves() *wire.Curves
	AppendFrame(b []byte, playing bool) ([]byte, error)
	AppendParameters(b []byte) []byte
	AppendState(b []byte) ([]byte, error)
	RestoreState(b []byte) error
}

// New is a Sim with the default dials; Restart builds what they say.
func New() *Sim {
	s := &Sim{params: Defaults()}
	s.dials = s.params.Dials()
	s.report = measure.NewReport(false, Columns...)
	s.experiment = &sides{p: &s.params, report: s.report}
	return s
}

// Dials are the live dials.
func (s *Sim) Dials() *param.Set { return s.dials }

// Restart makes everything anew from the dials.
func (s *Sim) Restart(assets run.Assets) error {
	p := &s.params
	if err := p.searchable(); err != nil {
		return err
	}
	if err := p.affordable(); err != nil {
		return err
	}
	if s.data == nil || s.data.of != (source{p.asset(), p.Train, p.Test}) {
		data, err := open(assets, p)
		if err != nil {
			return err
		}
		s.data = data
	}
	s.number++
	s.report.Of, s.report.Lead = nil, nil
	s.report.Reset()
	begun := base{p: p, data: s.data, report: s.report, number: s.number}
	if p.Grid == Grids[NoGrid] {
		s.experiment = newSides(begun)
	} else {
		s.experiment = newGrid(begun)
	}
	// What comes of whole runs follows from the dials: they are not turned on the way.
	for _, name := range turned {
		s.dials.Lookup(name).Fresh = p.Grid != Grids[NoGrid]
	}
	return nil
}

// Lasts reports whether what is done is worth keeping beyond a visit: whole runs.
func (s *Sim) Lasts() bool { return s.params.Grid != Grids[NoGrid] }

// mostMemory is what networks side by side may need, bytes: a browser gives a program twice that.
const mostMemory = 2 << 30

// affordable says why so many networks of that size are too many.
func (p *Params) affordable() error {
	if p.Grid != Grids[NoGrid] {
		return nil // one at a time
	}
	side := 14
	if p.Images == all {
		side = 28
	}
	// A network is here, with its trainer, and where each of some rounds has ended: weights and two moments, and
	// with ewc two more.
	const copies = 7
	net := mlp.Net{D: side * side, H: p.Units, O: classes}
	bytes := 0
	for _, which := range p.chosen() {
		numbers := 3
		if Methods[which].EWC {
			numbers = 5
		}
		bytes += 4 * copies * numbers * net.Size() * p.Seeds
	}
	if bytes > mostMemory {
		return fmt.Errorf("%d seeds of these methods with %d units would need %.1f GB: take fewer side by side, and the other seeds after them", p.Seeds, p.Units, float64(bytes)/1e9)
	}
	return nil
}

// A base is what all experiments have.
type base struct {
	p      *Params
	data   *material
	report *measure.Report
	number int64 // of the restart
	pic    picture
}
