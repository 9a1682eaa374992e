package measure

import "math"

// MaxRows bounds a History.
const MaxRows = 1024

// MostSteps is more than any run takes; up to there every step is a whole number in a row.
const MostSteps = 1e15

// History keeps rows of measures at steps that thin out geometrically, for a logarithmic
// axis: the next row is due when the step has grown by a factor of 1+Spread, and by at
// least one. When the rows are full, every other one goes and the spread doubles.
type History struct {
	Width  int       // columns of a row; the first is the step
	Rows   []float64 // row after row
	Spread float64
	Linear bool    // the spread is in steps, for a linear axis
	Coarse float64 // a history whose rows are dear has them so many times farther apart; 0 is as 1
	Next   float64 // the step from which on the next row is due

	// Stays, if it is set, says of a row's step that the row is never thinned out. It must say so of
	// far fewer than MaxRows.
	Stays func(step float64) bool
}

// finest is the spread of a history that was never thinned.
func (h *History) finest() float64 {
	spread := 0.01
	if h.Linear {
		spread = 1
	}
	return spread * max(h.Coarse, 1)
}

// Len is the number of rows.
func (h *History) Len() int { return len(h.Rows) / h.Width }

// Due reports whether a row should be added at this step.
func (h *History) Due(step int64) bool { return float64(step) >= h.Next }

// Add appends a row; row[0] is the step.
func (h *History) Add(row []float64) {
	if len(row) != h.Width {
		panic("measure: row has another width than its history")
	}
	for h.Len() >= MaxRows {
		h.thin()
	}
	h.Rows = append(h.Rows, row...)
	h.Next = h.after(row[0])
}

// after is the step when a row is due after one at step.
func (h *History) after(step float64) float64 {
	if h.Linear {
		return step + h.Spread
	}
	return step + max(1, step*h.Spread)
}

// thin keeps the rows that the doubled spread would have made, the first, and those that stay.
func (h *History) thin() {
	h.Spread *= 2
	keep := h.Rows[:h.Width]
	next := h.after(keep[0])
	for at := h.Width; at < len(h.Rows); at += h.Width {
		row := h.Rows[at : at+h.Width]
		due := row[0] >= next
		if due {
			next = h.after(row[0])
		}
		if due || h.Stays != nil && h.Stays(row[0]) {
			keep = append(keep, row...)
		}
	}
	h.Rows = keep
}

// Step is the first step at which a row is due.
func (h *History) Step() int64 { return int64(math.Ceil(h.Next)) }

// Schedule is a history of the steps alone: the same are due in it.
func (h *History) Schedule() History {
	s := *h
	s.Width, s.Rows = 1, make([]float64, 0, MaxRows)
	for at := 0; at < len(h.Rows); at += h.Width {
		s.Rows = append(s.Rows, h.Rows[at])
	}
	return s
}

// Column appends column c of all rows to dst.
func (h *History) Column(dst []float32, c int) []float32 {
	for at := c; at < len(h.Rows); at += h.Width {
		dst = append(dst, float32(h.Rows[at]))
	}
	return dst
}

// Reset empties the history.
func (h *History) Reset() {
	*h = History{Width: h.Width, Rows: h.Rows[:0], Spread: h.finest(), Linear: h.Linear, Coarse: h.Coarse, Stays: h.Stays}
}

// Restore takes over the rows and the schedule of another history. It reports false, and
// changes nothing, unless they are ones that a history could have had by that step.
func (h *History) Restore(rows []float64, spread, next float64, step int64) bool {
	if len(rows)%h.Width != 0 || len(rows) == 0 || len(rows) > h.Width*MaxRows {
		return false
	}
	last := -1.0
	for at := 0; at < len(rows); at += h.Width {
		if !(rows[at] > last) || rows[at] > float64(step) {
			return false
		}
		last = rows[at]
	}
	// A spread has doubled a number of times.
	if _, doubled := math.Frexp(spread / h.finest()); spread != math.Ldexp(h.finest(), doubled-1) || spread < h.finest() {
		return false
	}
	if !(next > last) || math.IsInf(next, 0) {
		return false
	}
	h.Rows = append(h.Rows[:0], rows...)
	h.Spread, h.Next = spread, next
	return true
}
