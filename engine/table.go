package engine

import (
	"math"
	"slices"
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

// AppendHeader appends the first line of a CSV table: the names of the report's columns, and one more where
// there is one.
func AppendHeader(b []byte, r *measure.Report, more string) []byte {
	return append(append(b, strings.Join(r.Names(), ",")+more...), '\n')
}

// AppendNewest appends the newest rows of a report as lines of a CSV table, and what is to be in one more
// column.
func AppendNewest(b []byte, r *measure.Report, more string) []byte {
	return appendLines(b, r, r.Newest(), more)
}

// appendLines appends rows: whole numbers without an exponent, others with the fewest digits that
// read back to the same value, and NaN as NaN, but as nothing where the column has seldom a value.
func appendLines(b []byte, r *measure.Report, rows [][]float64, more string) []byte {
	for _, row := range rows {
		for i, v := range row {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendValue(b, &r.Columns[i], v)
		}
		b = append(append(b, more...), '\n')
	}
	return b
}

func appendValue(b []byte, c *measure.Column, v float64) []byte {
	switch {
	case c.Letters:
		return append(b, 'A'+byte(v))
	case c.Seldom && math.IsNaN(v):
		return b
	case v == math.Trunc(v) && math.Abs(v) < 1<<53:
		return strconv.AppendInt(b, int64(v), 10)
	default:
		return strconv.AppendFloat(b, v, 'g', -1, 64)
	}
}

// csv is the history as a table, up to the present step, after what there is to say of it.
func (s *Session) csv(facts []wire.Fact) string {
	report := Measured(s.sim)
	b := AppendHeader(AppendFacts(nil, facts), report, "")
	past, newest := report.Past(), report.Newest()
	b = appendLines(b, report, past, "")
	step := slices.IndexFunc(report.Columns, func(c measure.Column) bool { return c.Name == "step" })
	if past[len(past)-1][step] != newest[len(newest)-1][step] {
		b = appendLines(b, report, newest, "")
	}
	return string(b)
}

// measures are the newest of a report by their names, after the network's letter where there are
// several: "b-loss".
func measures(r *measure.Report) map[string]float64 {
	all := map[string]float64{}
	add := func(prefix string, columns []measure.Column, row []float64) {
		for i, v := range row {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				all[prefix+columns[i].Name] = v
			}
		}
	}
	for i, of := range r.Of {
		add(string(rune('a'+i))+"-", of.Columns, of.Row)
	}
	add("", r.Columns, r.Row)
	return all
}
