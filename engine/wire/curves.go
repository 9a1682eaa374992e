package wire

import (
	"math"
	"strconv"
)

// Curves are a run's measures over its steps under the names and on the scales of its
// picture, for pages that can't draw that.
type Curves struct {
	Step   int64   `json:"step"`  // the present one
	Axis   string  `json:"axis"`  // what runs from left to right
	Log    bool    `json:"log"`   // the axis is logarithmic, from 1 on
	Steps  Gappy   `json:"steps"` // one value of each line for each of these
	Bands  []Band  `json:"bands"` // of all charts, in order; may be none
	Charts []Chart `json:"charts"`
}

// A Band is a part of the axis with a name, up to where the next begins.
type Band struct {
	From  int64  `json:"from"`
	Name  string `json:"name"`
	Phase int    `json:"phase"` // whose colour it has: 1, 2, 3; 0 for none
}

// A Chart is lines on one scale.
type Chart struct {
	Title string  `json:"title"`
	Unit  string  `json:"unit"` // or what else is said beside the title
	Lo    float64 `json:"lo"`   // the range up and down; of the lines if both are the same
	Hi    float64 `json:"hi"`
	Least float64 `json:"least"` // the narrowest range of the lines
	Lines []Line  `json:"lines"`
}

// A Line is one measure.
type Line struct {
	Name   string `json:"name"` // where a chart has several
	Dashed bool   `json:"dashed"`
	Y      Gappy  `json:"y"`
}

// Gappy are numbers, or null where there is none.
type Gappy []float32

// MarshalJSON writes null for what JSON has no number for.
func (g Gappy) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i, v := range g {
		if i > 0 {
			b = append(b, ',')
		}
		if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) {
			b = append(b, "null"...)
		} else {
			b = strconv.AppendFloat(b, f, 'g', -1, 32)
		}
	}
	return append(b, ']'), nil
}
