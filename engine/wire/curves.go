package wire

import (
	"math"
	"slices"
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

// A Chart is lines on one scale. An exhibit declares its charts once, without the lines' values.
type Chart struct {
	Title string  `json:"title"`
	Short string  `json:"-"`    // the title where there is little room
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

// Charted are charts with their lines' values, of a head.
func Charted(charts []Chart, h *Head) []Chart {
	out, at := make([]Chart, len(charts)), 0
	for i, c := range charts {
		out[i] = c
		out[i].Lines = slices.Clone(c.Lines)
		for k := range out[i].Lines {
			out[i].Lines[k].Y = Gappy(h.Curves[at])
			at++
		}
	}
	return out
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
