package measure

import "math"

// Pearson is the correlation coefficient of x and y; NaN if either is constant.
func Pearson(x, y []float32) float64 {
	mx, my := mean(x), mean(y)
	var xx, yy, xy float64
	for i := range x {
		dx, dy := float64(x[i])-mx, float64(y[i])-my
		xx += float64(dx * dx)
		yy += float64(dy * dy)
		xy += float64(dx * dy)
	}
	if xx == 0 || yy == 0 {
		return math.NaN()
	}
	return xy / (math.Sqrt(xx) * math.Sqrt(yy))
}

func mean(x []float32) float64 {
	var sum float64
	for _, v := range x {
		sum += float64(v)
	}
	return sum / float64(len(x))
}

// MapCorrelation is the mean Pearson correlation of the smoothed maps over the units that
// are place units in both snapshots; NaN if there is none.
func MapCorrelation(a, b *Snapshot) float64 {
	return MapCorrelationIn(a, b, 0, len(a.Maps)/max(len(a.SI), 1))
}

// MapCorrelationIn is that of the bins from one to before another, which are a place of several.
func MapCorrelationIn(a, b *Snapshot, from, to int) float64 {
	var sum float64
	var n int
	for j := range a.SI {
		if a.SI[j] <= PlaceThreshold || b.SI[j] <= PlaceThreshold {
			continue
		}
		if r := Pearson(a.Map(j)[from:to], b.Map(j)[from:to]); r == r {
			sum += r
			n++
		}
	}
	return sum / float64(n)
}
