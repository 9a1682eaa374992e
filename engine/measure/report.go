package measure

// A Column is one measure of a run: the CSV's header, the tables of the docs, captions and axes
// are made from it.
type Column struct {
	Name  string // in the CSV: "active_units"
	Label string // on axes: "active units"
	Unit  string // of its values, or what they are a share of; may be empty
	Help  string // what it is, exactly

	Seldom bool // it is empty in tables where it is NaN: it was not taken there
}

// A Report is a run in numbers: what is measured, the row of the present step, and a bounded
// history of rows.
type Report struct {
	Columns []Column
	Row     []float64 // the newest, one value for each column; empty before the first
	History
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
