package hebbian

import "driftlab/engine/measure"

const (
	active  = 0.1 // a cell is active at a place where y is larger,
	fewest  = 3   // and active at all if it is so at more places than this
	patient = 500 // turns at each place; the cells come to rest in some 150
)

// answers are what the cells do at every place, asked one after the other as an animal would
// come by: each time the cells start from where the last place has left them.
type answers struct {
	measure.Population
	step    int64 // that they are of; -1 for none
	restful int   // the places where the cells came to rest

	coming measure.Population // what is being asked, up to the place that is next
	next   int
	calm   int // the places so far where they came to rest
}

func newAnswers(n *net) answers {
	of := func() measure.Population {
		return measure.Population{Places: Places, Y: make([]float32, len(n.cells.U)*Places)}
	}
	return answers{Population: of(), coming: of(), step: -1}
}

// ask asks about so many places more, and reports whether all have answered.
func (a *answers) ask(n *net, w *world, step int64, most int) bool {
	if a.step == step {
		return true
	}
	if a.next == 0 {
		a.calm = 0
		n.calm()
	}
	for ; a.next < Places && most > 0; most-- {
		n.see(w.asked(a.next))
		if n.settle(patient) {
			a.calm++
		}
		for j, y := range n.cells.Y {
			a.coming.Y[j*Places+a.next] = y
		}
		a.next++
	}
	if a.next < Places {
		return false
	}
	a.Population, a.coming = a.coming, a.Population
	a.restful, a.next, a.step = a.calm, 0, step
	return true
}

// activeCells counts the cells that are active at more than a few places.
func activeCells(p *measure.Population) int {
	n := 0
	for j := range p.Cells() {
		if isActive(p.Cell(j)) {
			n++
		}
	}
	return n
}

func isActive(y []float32) bool {
	n := 0
	for _, v := range y {
		if v > active {
			n++
		}
	}
	return n > fewest
}
