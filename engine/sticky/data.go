package sticky

import (
	"errors"
	"math"

	"driftlab/engine/run"
	"driftlab/engine/task"
	"driftlab/engine/task/digits"
)

// Assets are the files of data that Restart wants, More what it wants where the dial images says all.
var (
	Assets = []string{digits.SmallAsset}
	More   = []string{digits.AllAsset}
)

// A material is the digits that a run has, as lists of the pixels that have ink.
type material struct {
	of          source
	side        int
	train, test deck
}

// A source tells materials apart.
type source struct {
	name        string
	train, test int
}

// A deck is digits.
type deck struct {
	labels []byte
	ends   []int32
	pixels []int32
	ink    []float32 // 0 to 1
}

// count is how many there are.
func (d *deck) count() int { return len(d.labels) }

// of is the pixels of a digit, and their ink.
func (d *deck) of(i int) ([]int32, []float32) {
	from, to := int32(0), d.ends[i]
	if i > 0 {
		from = d.ends[i-1]
	}
	return d.pixels[from:to], d.ink[from:to]
}

// open reads the digits of the dials.
func open(assets run.Assets, p *Params) (*material, error) {
	name := p.asset()
	if assets == nil {
		return nil, &run.Missing{Name: name}
	}
	file, err := assets.ReadFile(name)
	if err != nil {
		return nil, &run.Missing{Name: name}
	}
	g, err := digits.ReadImages(file, p.Train, p.Test)
	if err != nil {
		return nil, err
	}
	if g.Train.Len() == 0 || g.Test.Len() == 0 {
		return nil, errors.New("the file of digits has none")
	}
	m := &material{of: source{name, p.Train, p.Test}, side: g.Side}
	m.train.fill(&g.Train, g.Side*g.Side)
	m.test.fill(&g.Test, g.Side*g.Side)
	return m, nil
}

// fill makes lists of images of so many pixels.
func (d *deck) fill(s *digits.Images, size int) {
	d.labels = s.Labels
	for i := range s.Labels {
		for pixel, v := range s.Ink[i*size : (i+1)*size] {
			if v > 0 {
				d.pixels, d.ink = append(d.pixels, int32(pixel)), append(d.ink, float32(v)/255)
			}
		}
		d.ends = append(d.ends, int32(len(d.pixels)))
	}
}

// permutation tells where each of n pixels is in a task. A share of them, the same in all tasks, stays.
func permutation(seed, of, n int, share float64) []int32 {
	order := shuffled(key(seed, task.StreamPixels), 0, n)
	moves := order[:n-int(math.Round(float64(share*float64(n))))]
	where := make([]int32, n)
	for i := range where {
		where[i] = int32(i)
	}
	for i, to := range shuffled(key(seed, task.StreamPixels), 1+uint64(of), len(moves)) {
		where[moves[i]] = moves[to]
	}
	return where
}
