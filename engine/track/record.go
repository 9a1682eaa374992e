package track

import (
	"slices"

	"driftlab/engine/measure"
	"driftlab/engine/num"
)

// A record is a lesson and what is known of its course: the reports, the rate maps of some
// steps, how they correlate, and the phases.
type record struct {
	lesson
	occupancy *measure.Occupancy
	smooth    *num.Smoother
	report    *measure.Report
	snaps     []*snapshot // at log-spaced steps; the first at step 0
	nextDue   int64       // the step of the next snapshot
	intervals measure.Intervals[*snapshot]
	corr      [][]float64 // row i: correlations of snapshot i with 0..i
	now       measure.Snapshot
	course    measure.Course
	phases    measure.PhaseFinder
	fitT      []float64 // steps and values of the fit, kept for their memory
	fitY      []float64
	verdict   measure.Verdict
	tau       float64 // see timescale
	fitted    bool    // tau is that of the present history
	spectra   spectra
	travel    travel
}

// begin begins the record of another lesson with its step 0.
func (r *record) begin(l lesson) {
	r.lesson = l
	r.occupancy = measure.NewOccupancy(inOrder(l.data.bin, l.data.order), l.data.bins)
	r.smooth = num.NewSmoother(l.data.bins/l.data.places(), l.data.sigma)
	r.report.Reset()
	r.snaps, r.corr, r.nextDue = nil, nil, 0
	r.intervals = measure.NewIntervals(leastInterval, mapCorrelation)
	r.now = measure.Snapshot{Step: -1}
	r.verdict, r.fitted = measure.Verdict{}, false
	r.spectra = spectra{}
	r.travel = newTravel(&r.lesson)
	r.take()
}

// due reports whether there is something to record at this step.
func (r *record) due() bool {
	return r.report.Due(r.steps) || r.steps == r.nextDue || r.intervals.Due(r.steps) || r.travel.due(r.steps)
}

// take adds a row to the history, a snapshot and a mark, as they are due.
func (r *record) take() {
	r.maps()
	if r.steps == r.nextDue {
		r.snapshot()
	}
	if r.intervals.Due(r.steps) {
		r.mark()
	}
	if r.travel.due(r.steps) {
		r.look()
	}
	if !r.report.Due(r.steps) {
		return
	}
	r.measure()
	r.set()
	r.report.Keep()
	r.decide()
	r.report.Amend(colPhase, float64(r.standing())) // the phase of a row is the one that it decides
}

// maps brings the rate maps up to the present parameters.
func (r *record) maps() {
	if r.forward(); r.now.Step != r.steps {
		r.now.Take(r.steps, r.pass.Active(), r.occupancy, r.smooth)
	}
}

// A snapshot is the maps at one step, and the parameters that they follow from.
type snapshot struct {
	measure.Snapshot
	theta []float32
}

// snapshot keeps the maps, and their correlation with all earlier ones.
func (r *record) snapshot() {
	snap := &snapshot{
		Snapshot: measure.Snapshot{Step: r.steps, SI: slices.Clone(r.now.SI), Maps: slices.Clone(r.now.Maps)},
		theta:    slices.Clone(r.net.Theta),
	}
	r.snaps = append(r.snaps, snap)
	row := make([]float64, len(r.snaps))
	for i, old := range r.snaps {
		row[i] = measure.MapCorrelation(&old.Snapshot, &snap.Snapshot)
	}
	r.corr = append(r.corr, row)
	r.nextDue = measure.NextSnapshot(r.steps)
}
