package main

import "slices"

// A line is what is printed for one case: of a timing, or of frames.
type line struct {
	Case  string `json:"case"`
	Where string `json:"where"` // "native" or "chromium"
	Path  string `json:"path"`  // "simd", "scalar" or "js"

	Unit string  `json:"unit,omitempty"`        // of what is called a step here
	PerS float64 `json:"steps_per_s,omitempty"` // by the median
	NS   float64 `json:"ns_per_step,omitempty"` // median
	Min  float64 `json:"min_ns,omitempty"`
	Max  float64 `json:"max_ns,omitempty"`

	Beside float64 `json:"beside_share,omitempty"` // of the time, that of the work beside the run; median

	*Frame
	Memory  []Memory `json:"memory,omitempty"`
	Crew    *Crew    `json:"crew,omitempty"`
	Unseen  *Crew    `json:"unseen,omitempty"` // without the picture
	Sweep   *Sweep   `json:"sweep,omitempty"`
	Machine string   `json:"machine,omitempty"`
}

// A Frame is what a picture costs: medians, ms.
type Frame struct {
	Frames   int     `json:"frames"`      // pictures seen
	Bytes    int     `json:"bytes"`       // of one
	Build    float64 `json:"build_ms"`    // in the engine
	Transfer float64 `json:"transfer_ms"` // until the view has it
	Decode   float64 `json:"decode_ms"`   // of such a picture, timed by itself
	Draw     float64 `json:"draw_ms"`     // the script's time in the view, the rest of it, on the processor
	Clock    float64 `json:"frame_ms"`    // all of the script's animation frame, by the clock
	Share    float64 `json:"build_share"` // of the worker's busy time that building takes
	// From a key that turns a dial to the status with its new value.
	React     float64 `json:"react_ms"`
	ReactMost float64 `json:"react_most_ms"`
}

func newLine(name string, p player, unit string, ns []float64) line {
	m := median(ns)
	return line{
		Case: name, Where: p.where, Path: p.path, Unit: unit,
		PerS: 1e9 / m, NS: m, Min: slices.Min(ns), Max: slices.Max(ns),
	}
}

// median is the middle of x, or the mean of the two in the middle.
func median(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	n := len(s)
	return (s[(n-1)/2] + s[n/2]) / 2
}
