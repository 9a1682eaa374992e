package measure

// ActiveFraction is the mean of 1[h > 0] over units and samples. Activity has a row for
// each unit, of which the first t entries count.
func ActiveFraction(activity [][]float32, t int) float64 {
	var n int
	for _, h := range activity {
		for _, v := range h[:t] {
			if v > 0 {
				n++
			}
		}
	}
	return float64(n) / float64(len(activity)*t)
}

// ActiveUnits is the fraction of units with h > 0 for at least one sample.
func ActiveUnits(activity [][]float32, t int) float64 {
	var n int
	for _, h := range activity {
		for _, v := range h[:t] {
			if v > 0 {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(activity))
}
