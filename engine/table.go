package engine

import (
	"math"
	"strconv"
	"strings"

	"driftlab/engine/measure"
	"driftlab/engine/wire"
)

// AppendFacts appends facts as lines before a CSV table, "# seed: 7" and so on: those who
// read it with comment="#" find the columns first.
func AppendFacts(b []byte, facts []wire.Fact) []byte {
	for _, f := range facts {
		b = append(b, "# "+f.Name+": "+strings.Join(strings.Fields(f.Text), " ")+"\n"...)
	}
	return b
}

// AppendHeader appends the first line of a CSV table: the columns' names.
func AppendHeader(b []byte, columns []string) []byte {
	return append(append(b, strings.Join(columns, ",")...), '\n')
}

// AppendLine appends a row as a line of a CSV table: whole numbers without an exponent,
// others with the fewest digits that read back to the same value, and NaN as NaN, but as nothing
// where the column has seldom a value.
func AppendLine(b []byte, columns []measure.Column, row []float64) []byte {
	for i, v := range row {
		if i > 0 {
			b = append(b, ',')
		}
		if columns[i].Seldom && math.IsNaN(v) {
			continue
		}
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			b = strconv.AppendInt(b, int64(v), 10)
		} else {
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		}
	}
	return append(b, '\n')
}

// csv is the history as a table, up to the present step, after what there is to say of it.
func (s *Session) csv(facts []wire.Fact) string {
	report := Measured(s.sim)
	b := AppendHeader(AppendFacts(nil, facts), report.Names())
	for rows := report.Rows; len(rows) > 0; rows = rows[report.Width:] {
		b = AppendLine(b, report.Columns, rows[:report.Width])
	}
	if report.Last()[0] != float64(s.sim.Steps()) {
		b = AppendLine(b, report.Columns, report.Row)
	}
	return string(b)
}
