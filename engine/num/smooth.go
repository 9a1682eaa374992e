package num

// Smoother is a Gaussian filter along a row of n numbers, reflecting at its ends
// (d c b a | a b c d | d c b a), cut off at four sigma.
type Smoother struct {
	spread [][]float32 // n rows: what a number 1 at i adds to each place
	sum    []float32   // n, padded
	zero   []float32
}

// NewSmoother makes a filter of the given width for rows of n numbers; width 0 leaves them
// as they are.
func NewSmoother(n int, sigma float64) *Smoother {
	padded := Pad(n)
	s := &Smoother{sum: make([]float32, padded), zero: make([]float32, padded)}
	radius := int(float64(4*sigma) + 0.5)
	k := gaussian(radius, sigma)
	for range n {
		s.spread = append(s.spread, make([]float32, padded))
	}
	for i := range n {
		for d := -radius; d <= radius; d++ {
			s.spread[reflect(i+d, n)][i] += float32(k[d+radius])
		}
	}
	return s
}

// gaussian is a kernel of 2 radius + 1 weights that add up to 1.
func gaussian(radius int, sigma float64) []float64 {
	k := make([]float64, 2*radius+1)
	var sum float64
	for i := range k {
		k[i] = 1
		if i != radius {
			d := float64(i-radius) / sigma
			k[i] = Exp(-float64(d*d) / 2)
		}
		sum += k[i]
	}
	for i := range k {
		k[i] /= sum
	}
	return k
}

// Len is the length n of the rows.
func (s *Smoother) Len() int { return len(s.spread) }

// Apply writes the filtered src to dst. Empty stretches of src cost next to nothing.
func (s *Smoother) Apply(dst, src []float32) {
	clear(s.sum)
	var a [4]float32
	var rows [4][]float32
	k := 0
	for i, v := range src {
		if v == 0 {
			continue
		}
		a[k], rows[k] = v, s.spread[i]
		if k++; k == 4 {
			Axpy4(s.sum, &a, rows[0], rows[1], rows[2], rows[3])
			k = 0
		}
	}
	if k > 0 {
		for ; k < 4; k++ {
			a[k], rows[k] = 0, s.zero
		}
		Axpy4(s.sum, &a, rows[0], rows[1], rows[2], rows[3])
	}
	copy(dst, s.sum)
}

// reflect folds an index into [0, n), repeating the edge.
func reflect(i, n int) int {
	i %= 2 * n
	if i < 0 {
		i += 2 * n
	}
	if i >= n {
		i = 2*n - 1 - i
	}
	return i
}
