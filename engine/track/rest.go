package track

import "math"

const (
	restMove  = 1e-4 // at rest the parameters have moved by less, relative to their size,
	doubled   = 2    // while the step count doubled
	restSteps = 100  // and for so many steps at least: slow is not at rest
)

// restingSince is the step of the first snapshot from which on the parameters have hardly
// moved; -1 unless there is no chance in a step and they have rested while the step count doubled.
func (r *record) restingSince() int64 {
	if r.p.method().Chance() || r.broken >= 0 {
		return -1
	}
	since := int64(-1)
	for i := len(r.snaps) - 1; i >= 0 && distance(r.snaps[i].theta, r.net.Theta) < restMove; i-- {
		if from := r.snaps[i].Step; doubled*from <= r.steps && r.steps-from >= restSteps {
			since = from
		}
	}
	return since
}

// distance is how far two vectors of parameters are apart, relative to the length of the
// second.
func distance(from, to []float32) float64 {
	var way, size float64
	for i, v := range to {
		d := float64(v) - float64(from[i])
		way += float64(d * d)
		size += float64(float64(v) * float64(v))
	}
	return math.Sqrt(way / size)
}

// halfway is the newest row of the history taken at half the present steps or earlier.
func (r *record) halfway() []float64 {
	rows, w := r.report.Rows, r.report.Width
	at := 0
	for at+w < len(rows) && doubled*rows[at+w+colStep] <= float64(r.steps) {
		at += w
	}
	return rows[at : at+w]
}

// halfwaySnapshot is the newest snapshot taken at half the present steps or earlier.
func (r *record) halfwaySnapshot() *snapshot {
	old := r.snaps[0]
	for _, snap := range r.snaps {
		if doubled*snap.Step <= r.steps {
			old = snap
		}
	}
	return old
}
