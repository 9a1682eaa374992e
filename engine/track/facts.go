package track

import (
	"fmt"
	"math"

	"driftlab/engine/measure"
	"driftlab/engine/say"
)

// Facts are the error, the units that still do something, and how far the maps are from
// those at the start.
func (s *Sim) Facts() []say.Fact {
	row := s.Report().Row
	units := func(n float64) string {
		return fmt.Sprintf("%s of %s", say.Grouped(int64(math.Round(n))), say.Grouped(int64(s.p.Units)))
	}
	facts := []say.Fact{
		{Name: "error", Value: say.Percent(s.pass.MSE/s.data.batch.Variance) + " of the variance"},
		{Name: "active units", Value: units(measure.ActiveUnits(s.pass.Active(), s.data.batch.T) * float64(s.p.Units))},
	}
	if s.p.placed() {
		facts = append(facts, say.Fact{Name: "units with a place field", Value: units(row[colPlaceUnits])})
	}
	if c := row[colCorrStart]; !math.IsNaN(c) {
		facts = append(facts, say.Fact{Name: "correlation of the maps with those at the start", Value: say.Figure(c, 2)})
	}
	return append(facts, s.stands().Facts("the error over the variance", "units and samples", "unit")...)
}
