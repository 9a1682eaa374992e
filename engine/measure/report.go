package measure

import "math"

// A Column is one measure of a run: the CSV's header, the tables of the docs, captions and axes
// are made from it.
type Column struct {
	Name  string // in the CSV: "active_units"
	Label string // on axes: "active units"
	Unit  string // of its values, or what they are a share of; may be empty
	Help  string // what it is, exactly

	Seldom  bool // it is empty in tables where it is NaN: it was not taken there
	Letters bool // its values are written as letters: 0 as A
}

// A Report is a run in numbers: what is measured, the row of the present step, and a bounded
// history of rows.
type Report struct {
	Columns []Column
	Row     []float64 // the newest, one value for each column; empty before the first
	History

	// Of are the reports of networks side by side, which make up this one: its first column tells them
	// apart, they have the others.
	Of []*Report
	// Lead is what the first column has in a row of one of them; nil is its place in Of.
	Lead func(of int, row []float64) int
}

// Newest are the newest rows: one, or one for each network.
func (r *Report) Newest() (rows [][]float64) {
	if len(r.Of) == 0 {
		return [][]float64{r.Row}
	}
	for i, of := range r.Of {
		rows = append(rows, r.numbered(i, of.Row))
	}
	return rows
}

// Past are the rows of the history, those of networks side by side step after step.
func (r *Report) Past() (rows [][]float64) {
	if len(r.Of) == 0 {
		for at := 0; at < len(r.Rows); at += r.Width {
			rows = append(rows, r.Rows[at:at+r.Width])
		}
		return rows
	}
	at := make([]int, len(r.Of))
	for step, next := -1.0, 0.0; ; step = next {
		next = math.Inf(1)
		for i, of := range r.Of {
			for ; at[i] < len(of.Rows) && of.Rows[at[i]] <= step; at[i] += of.Width {
				rows = append(rows, r.numbered(i, of.Rows[at[i]:at[i]+of.Width]))
			}
			if at[i] < len(of.Rows) {
				next = min(next, of.Rows[at[i]])
			}
		}
		if math.IsInf(next, 1) {
			return rows
		}
	}
}

// numbered is a network's row with its number before it.
func (r *Report) numbered(i int, row []float64) []float64 {
	if r.Lead != nil {
		i = r.Lead(i, row)
	}
	return append([]float64{float64(i)}, row...)
}

// NewReport makes an empty report of these columns, the first of which is the step. The history
// thins out for a logarithmic step axis, or for a linear one.
func NewReport(log bool, columns ...Column) *Report {
	r := &Report{Columns: columns, History: History{Width: len(columns), Linear: !log}}
	r.Rows = make([]float64, 0, len(columns)*MaxRows)
	r.Reset()
	return r
}

// Reset empties the report.
func (r *Report) Reset() {
	r.Row = r.Row[:0]
	r.History.Reset()
}

// Keep adds the newest row to the history.
func (r *Report) Keep() { r.Add(r.Row) }

// Amend sets a column of the newest row, and of its copy at the end of the history.
func (r *Report) Amend(column int, v float64) {
	r.Row[column] = v
	r.Rows[len(r.Rows)-r.Width+column] = v
}

// Last is the newest row of the history.
func (r *Report) Last() []float64 { return r.Rows[len(r.Rows)-r.Width:] }

// Names are the columns' names, the CSV's header.
func (r *Report) Names() []string {
	names := make([]string, len(r.Columns))
	for i, c := range r.Columns {
		names[i] = c.Name
	}
	return names
}
