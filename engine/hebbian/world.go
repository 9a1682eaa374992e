package hebbian

import (
	"math"

	"driftlab/engine/num"
)

// Places is how many places the network is asked about. A multiple of num.Lanes.
const Places = 200

// A world is what there is to be at: the inputs of every place, and those asked about.
type world struct {
	inputs int       // D
	x      []float32 // places x D
	every  int       // every so many of the places is asked about
	gram   []float32 // Places x Places: x_p . x_q of those
}

func newWorld(name string) *world {
	w := ring()
	if name == "line" {
		w = line()
	}
	w.gram = make([]float32, 0, Places*Places)
	for p := range Places {
		for q := range Places {
			w.gram = append(w.gram, product(w.asked(p), w.asked(q)))
		}
	}
	return w
}

// at is the input at a place.
func (w *world) at(place int) []float32 { return w.x[place*w.inputs : (place+1)*w.inputs] }

// asked is the input at the p-th place asked about.
func (w *world) asked(p int) []float32 { return w.at(p * w.every) }

// places is how many there are.
func (w *world) places() int { return len(w.x) / w.inputs }

func product(a, b []float32) float32 {
	var sum float64
	for i, v := range a {
		sum += float64(float64(v) * float64(b[i]))
	}
	return float32(sum)
}

// ring is cosine and sine of 1,000 angles.
func ring() *world {
	const n = 1000
	w := &world{inputs: 2, every: n / Places}
	for i := range n {
		sin, cos := num.Sincos(2 * math.Pi * float64(i) / n)
		w.x = append(w.x, float32(cos), float32(sin))
	}
	return w
}

// The lattices of the grid cells: five spacings, six orientations, nine offsets.
const (
	spacings     = 5
	orientations = 6
	offsets      = 3 // along each axis
)

// line is 270 grid cells at 200 places along (1, tan(pi/6)).
func line() *world {
	w := &world{inputs: spacings * orientations * offsets * offsets, every: 1}
	sin, cos := num.Sincos(math.Pi / 6)
	for i := range Places {
		along := float64(i) / Places
		w.x = appendGrids(w.x, along, float64(along*sin)/cos)
	}
	return w
}

// appendGrids appends the activities of all grid cells at a point of the plane:
// (2/3) (mean over three directions of cos(4 pi/(sqrt 3 spacing) u_k . (r - r0)) + 1/2).
func appendGrids(x []float32, rx, ry float64) []float32 {
	spacing := 0.2
	for range spacings {
		for o := range orientations {
			for k := range offsets * offsets {
				dx := rx - float64(spacing*float64(k%offsets))/offsets
				dy := ry - float64(spacing*float64(k/offsets))/offsets
				x = append(x, grid(dx, dy, spacing, float64(o)*math.Pi/18))
			}
		}
		spacing *= 1.42
	}
	return x
}

// grid is the activity of a grid cell at (dx, dy) from one of its fields.
func grid(dx, dy, spacing, orientation float64) float32 {
	var sum float64
	for k := 1; k <= 3; k++ {
		sin, cos := num.Sincos(2*math.Pi*float64(k)/3 + orientation)
		_, wave := num.Sincos(4 * math.Pi / (math.Sqrt(3) * spacing) * (float64(cos*dx) + float64(sin*dy)))
		sum += wave
	}
	return float32(2.0 / 3 * (sum/3 + 0.5))
}
