package num

import (
	"math"
	"slices"
)

// A Sparse is the rows of a matrix of which only some entries are kept: those of row r are
// Index[Ends[r-1]:Ends[r]], the columns, in any order, and as many of Value. What adds entries are its methods.
type Sparse struct {
	Ends  []int32
	Index []int32
	Value []float32

	columns int // that Index is below
}

// Clear takes all rows away, and keeps the memory.
func (s *Sparse) Clear() {
	s.Ends, s.Index, s.Value, s.columns = s.Ends[:0], s.Index[:0], s.Value[:0], 0
}

// Append adds an entry to the row that End ends.
func (s *Sparse) Append(column int, value float32) {
	s.bound(column)
	s.Index, s.Value = append(s.Index, int32(column)), append(s.Value, value)
}

// bound sees to it that a column is one.
func (s *Sparse) bound(column int) {
	if column < 0 {
		panic("num: index beyond the bound")
	}
	s.columns = max(s.columns, column+1)
}

// AppendAt adds as many entries as there are columns. Where there is an order, a column is what stands there.
func (s *Sparse) AppendAt(columns []int32, values []float32, order []int32) {
	for _, c := range columns {
		if order != nil {
			c = order[c]
		}
		s.bound(int(c))
		s.Index = append(s.Index, c)
	}
	s.Value = append(s.Value, values[:len(columns)]...)
}

// AppendRow adds the entries of a row that are not 0, or no numbers, in their order.
func (s *Sparse) AppendRow(row []float32) {
	n := len(s.Index)
	s.Index, s.Value = slices.Grow(s.Index, len(row))[:n+len(row)], slices.Grow(s.Value, len(row))[:n+len(row)]
	index, value := s.Index, s.Value
	for c, v := range row { // without a branch, which nothing could foretell
		index[n], value[n] = int32(c), v
		bits := math.Float32bits(v) << 1
		n += int((bits | -bits) >> 31)
	}
	s.Index, s.Value = index[:n], value[:n]
	s.columns = max(s.columns, len(row))
}

// End ends a row.
func (s *Sparse) End() { s.Ends = append(s.Ends, int32(len(s.Index))) }

// Of is the range of row r's entries.
func (s *Sparse) Of(r int) (from, to int) {
	if r > 0 {
		from = int(s.Ends[r-1])
	}
	return from, int(s.Ends[r])
}

// Transpose makes dst the same matrix, of so many columns, with rows and columns changed. The entries of its
// rows are in the order of s's rows.
func (s *Sparse) Transpose(dst *Sparse, columns int) {
	n := len(s.Index)
	if cap(dst.Index) < n || cap(dst.Value) < n || cap(dst.Ends) < columns {
		*dst = Sparse{Ends: make([]int32, columns), Index: make([]int32, n, 2*n), Value: make([]float32, n, 2*n)}
	}
	dst.columns = len(s.Ends)
	dst.Ends, dst.Index, dst.Value = dst.Ends[:columns], dst.Index[:n], dst.Value[:n]
	clear(dst.Ends)
	for _, c := range s.Index {
		dst.Ends[c]++
	}
	at := int32(0)
	for c, many := range dst.Ends { // where each begins; it ends at its end
		dst.Ends[c] = at
		at += many
	}
	for r := range s.Ends {
		from, to := s.Of(r)
		for k := from; k < to; k++ {
			at := &dst.Ends[s.Index[k]]
			dst.Index[*at], dst.Value[*at] = int32(r), s.Value[k]
			*at++
		}
	}
}

// Times is y = S x for some of S's rows: row first of them comes to row 0 of y, and so on for all rows of y,
// of which there are as many as fit. The lengths of rows of x and y are one, a multiple of Lanes.
//
//	for r, u { y[r][u] = sum_k Value[k]*x[Index[k]][u] }
//
// Sums run in the order of the entries.
func (s *Sparse) Times(y Rows, x Rows, first, rows int) {
	if y.Len != x.Len || y.Len%Lanes != 0 || first < 0 || rows < 0 || first+rows > len(s.Ends) {
		panic("num: rows of different lengths")
	}
	inside(rows-1, y)
	if rows == 0 {
		return
	}
	if s.columns > 0 {
		inside(s.columns-1, x)
	}
	_ = s.Value[:len(s.Index)]
	times(s, y, x, first, rows)
}

func timesScalar(s *Sparse, y, x Rows, first, rows int) {
	for r := range rows {
		out := y.Data[r*y.Stride:][:y.Len]
		clear(out)
		from, to := s.Of(first + r)
		for k := from; k < to; k++ {
			v, in := s.Value[k], x.Data[int(s.Index[k])*x.Stride:][:len(out)]
			for u := range out {
				out[u] += float32(v * in[u])
			}
		}
	}
}
