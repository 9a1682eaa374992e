package plot

import (
	"math"
	"strconv"
	"strings"
)

// A Tick is a labelled place on an axis.
type Tick struct {
	V     float64
	Label string
}

// Labels remember how values are written, so that an axis that moves writes none twice.
// The zero value is ready to use.
type Labels struct{ known []Tick }

// of is the label of v.
func (l *Labels) of(v float64) string {
	const most = 64 // more than an axis shows for a while
	for i := range l.known {
		if l.known[i].V == v {
			return l.known[i].Label
		}
	}
	if len(l.known) == most {
		l.known = l.known[:0]
	}
	t := Tick{v, Short(v)}
	l.known = append(l.known, t)
	return t.Label
}

// AppendTicks appends ticks for the linear range [lo, hi] at multiples of 1, 2 or 5 times a
// power of ten, which divide it into at most `most` parts.
func (l *Labels) AppendTicks(dst []Tick, lo, hi float64, most int) []Tick {
	if !(hi > lo) || math.IsInf(hi-lo, 0) || most < 1 {
		return dst
	}
	step := niceStep((hi - lo) / float64(most))
	first := math.Ceil(lo/step - 1e-9)
	if math.Abs(first) > 1e12 { // the range is too narrow for floats to count in
		return dst
	}
	for i := first; i*step <= hi+1e-9*step && i <= first+float64(most); i++ {
		dst = append(dst, Tick{i * step, l.of(i * step)})
	}
	return dst
}

// niceStep is the smallest of 1, 2, 5 times a power of ten that is at least s.
func niceStep(s float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(s)))
	for _, m := range [...]float64{1, 2, 5} {
		if m*p >= s*(1-1e-9) {
			return m * p
		}
	}
	return 10 * p
}

// decades are the labels of 1, 10, 100 ...
var decades = [...]string{"1", "10", "100", "1k", "10k", "100k", "1M", "10M", "100M", "1G", "10G"}

// AppendLogTicks appends at most `most` ticks for the logarithmic range [lo, hi]: decades,
// or 1, 2 and 5 where the range is short.
func (l *Labels) AppendLogTicks(dst []Tick, lo, hi float64, most int) []Tick {
	if !(hi > lo) || lo <= 0 || most < 1 {
		return dst
	}
	first := int(math.Ceil(math.Log10(lo) - 1e-9))
	last := min(int(math.Floor(math.Log10(hi)+1e-9)), len(decades)-1)
	if last-first < 1 && most >= 3 {
		return l.appendShortLog(dst, lo, hi, most)
	}
	stride := 1 + (last-first)/most
	for k := first; k <= last; k += stride {
		v := math.Pow(10, float64(k))
		if k < 0 {
			dst = append(dst, Tick{v, l.of(v)})
		} else {
			dst = append(dst, Tick{v, decades[k]})
		}
	}
	return dst
}

func (l *Labels) appendShortLog(dst []Tick, lo, hi float64, most int) []Tick {
	for k := math.Floor(math.Log10(lo)); k <= math.Log10(hi); k++ {
		for _, m := range [...]float64{1, 2, 5} {
			if v := m * math.Pow(10, k); v >= lo*(1-1e-9) && v <= hi*(1+1e-9) && most > 0 {
				dst = append(dst, Tick{v, l.of(v)})
				most--
			}
		}
	}
	return dst
}

// Short writes v in at most about five characters: −0.5, 250, 2.5k, 10k, 1M.
func Short(v float64) string {
	suffix := ""
	switch a := math.Abs(v); {
	case a < 1e-12:
		return "0"
	case a >= 1e9:
		v, suffix = v/1e9, "G"
	case a >= 1e6:
		v, suffix = v/1e6, "M"
	case a >= 1e3:
		v, suffix = v/1e3, "k"
	}
	text := strconv.FormatFloat(v, 'g', 3, 64)
	if strings.Contains(text, "e") {
		text = strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strings.Replace(text, "-", "−", 1) + suffix
}

// Count writes a whole number with a comma between thousands: 61,340.
func Count(n int64) string {
	text := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, text = "−", text[1:]
	}
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return sign + text
}

// Decade is the label of a power of ten from 1 to 10G; of other numbers as Short.
func Decade(n int64) string {
	for i, p := 0, int64(1); i < len(decades); i, p = i+1, p*10 {
		if p == n {
			return decades[i]
		}
	}
	return Short(float64(n))
}

// AppendDecades appends a tick at the first of each decade of growing steps. Its V is the
// step's index.
func AppendDecades(dst []Tick, steps []int64) []Tick {
	decade := int64(1)
	for i, step := range steps {
		if step < decade {
			continue
		}
		for step >= decade*10 {
			decade *= 10
		}
		dst = append(dst, Tick{V: float64(i), Label: Decade(decade)})
		decade *= 10
	}
	return dst
}
