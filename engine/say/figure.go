package say

import (
	"strconv"
	"strings"
)

// Figure is a number with so many digits behind its point: "0.54", "−1.80". What is rounded to 0 has no sign.
func Figure(v float64, digits int) string {
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if size, below := strings.CutPrefix(s, "-"); below {
		if strings.Trim(size, "0.") == "" {
			return size
		}
		return "−" + size
	}
	return s
}

// Signed is a whole number that is more or less than something: "+3", "−2", "0".
func Signed(v float64) string {
	s := Figure(v, 0)
	if v > 0 && s != "0" {
		return "+" + s
	}
	return s
}
