package engine

import (
	"math"
	"strconv"
	"strings"
)

// AppendHeader appends the first line of a CSV table: the columns' names.
func AppendHeader(b []byte, columns []string) []byte {
	return append(append(b, strings.Join(columns, ",")...), '\n')
}

// AppendLine appends a row as a line of a CSV table: whole numbers without an exponent,
// others with the fewest digits that read back to the same value, and NaN as NaN.
func AppendLine(b []byte, row []float64) []byte {
	for i, v := range row {
		if i > 0 {
			b = append(b, ',')
		}
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			b = strconv.AppendInt(b, int64(v), 10)
		} else {
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		}
	}
	return append(b, '\n')
}
