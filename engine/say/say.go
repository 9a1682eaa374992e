// Package say words numbers for sentences.
package say

import (
	"math"
	"strconv"
	"strings"
)

// Percent is a share as people read it: "110 %", "24 %", "5.2 %", "0.31 %", "below 0.01 %".
// Two figures are kept, and whole percents from 10 on.
func Percent(share float64) string {
	p := 100 * share
	switch size := math.Abs(p); {
	case math.IsNaN(p):
		return "no number"
	case math.IsInf(p, 0) || size >= 1e6:
		return "over 1,000,000 %"
	case p == 0:
		return "0 %"
	case size < 0.01:
		return "below 0.01 %"
	case size >= 9.95:
		return Grouped(int64(math.Round(p))) + " %"
	case size >= 0.995:
		return strconv.FormatFloat(p, 'f', 1, 64) + " %"
	default:
		return strconv.FormatFloat(p, 'f', 2, 64) + " %"
	}
}

// Grouped is a whole number with its thousands set apart: "40,280".
func Grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	first := 0
	if n < 0 {
		first = 1
	}
	for i := len(s) - 3; i > first; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count is a number of things: "2,000 walkers", "1 walker".
func Count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return Grouped(int64(n)) + " " + thing
}

// Percents is a range of shares: "4.1 to 6.0 %", "5.2 %" where both read the same, and from 0 where
// the lower is too small to read.
func Percents(lo, hi float64) string {
	a, b := Percent(lo), Percent(hi)
	if a == b {
		return a
	}
	if strings.HasPrefix(a, "below ") {
		a = "0"
	}
	return strings.TrimSuffix(a, " %") + " to " + b
}
