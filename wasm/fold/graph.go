package fold

import "slices"

// A graph is which stretch goes on with which. Node 0 is the table, node i+1 is stretch i.
type graph struct {
	next, prev [][]int
	order      []int // the nodes that can be reached, each before those it goes on to but for loops
	rank       []int // a node's place in order
	above      []int // a node's immediate dominator: the last node that all ways to it lead through
	heads      []bool
	around     []int // the head of the innermost loop that a node is in, other than itself; 0 if there is none
	tabled     bool  // some jumps go by the table
}

func (f *flow) graph() *graph {
	g := &graph{next: make([][]int, len(f.stretches)+1)}
	for i, s := range f.stretches {
		if f.entered[i] {
			g.next[0] = append(g.next[0], i+1)
		}
		if s.falls && i+1 < len(f.stretches) {
			g.next[i+1] = append(g.next[i+1], i+2)
		}
		for _, e := range s.exits {
			if e.to != unwinding {
				g.next[i+1] = append(g.next[i+1], e.to+1)
			}
		}
	}
	for {
		g.sort()
		g.dominate()
		if !g.untie() {
			break
		}
	}
	g.loops()
	return g
}

// sort finds the order, in which all but loops' ways back go forward, and who comes before whom.
func (g *graph) sort() {
	g.order, g.rank, g.prev = nil, make([]int, len(g.next)), make([][]int, len(g.next))
	seen := make([]bool, len(g.next))
	var visit func(v int)
	visit = func(v int) {
		seen[v] = true
		for _, u := range g.next[v] {
			g.prev[u] = append(g.prev[u], v)
			if !seen[u] {
				visit(u)
			}
		}
		g.order = append(g.order, v)
	}
	visit(0)
	slices.Reverse(g.order)
	for i, v := range g.order {
		g.rank[v] = i
	}
}

// dominate finds what is above every node (Cooper, Harvey and Kennedy: A simple, fast dominance algorithm).
func (g *graph) dominate() {
	const unknown = -1
	g.above = slices.Repeat([]int{unknown}, len(g.next))
	g.above[0] = 0
	for changed := true; changed; {
		changed = false
		for _, v := range g.order[1:] {
			above := unknown
			for _, u := range g.prev[v] {
				switch {
				case g.above[u] == unknown:
				case above == unknown:
					above = u
				default:
					above = g.common(above, u)
				}
			}
			changed = changed || g.above[v] != above
			g.above[v] = above
		}
	}
}

// common is the last node above both.
func (g *graph) common(v, u int) int {
	for v != u {
		if g.rank[v] < g.rank[u] {
			v, u = u, v
		}
		v = g.above[v]
	}
	return v
}

// back reports whether the way from v to u goes back to the head of a loop.
func (g *graph) back(v, u int) bool { return g.rank[u] <= g.rank[v] && g.common(v, u) == u }

// byTable reports whether the way from v to u goes back to where the loop can be entered elsewhere as
// well. It takes the table, as in Go's code.
func (g *graph) byTable(v, u int) bool { return g.rank[u] <= g.rank[v] && g.common(v, u) != u }

// untie has the table go to where some way takes it, and reports whether that is new.
func (g *graph) untie() (found bool) {
	for _, v := range g.order {
		for _, u := range g.next[v] {
			if g.byTable(v, u) {
				g.tabled = true
				if !slices.Contains(g.next[0], u) {
					g.next[0], found = append(g.next[0], u), true
				}
			}
		}
	}
	return found
}

// loops finds the loops, inner ones first.
func (g *graph) loops() {
	g.heads, g.around = make([]bool, len(g.next)), make([]int, len(g.next))
	for _, h := range slices.Backward(g.order) {
		var todo []int
		for _, v := range g.prev[h] {
			if g.back(v, h) {
				todo = append(todo, v)
			}
		}
		g.heads[h] = len(todo) > 0
		for len(todo) > 0 {
			v := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			for v != h && g.around[v] != 0 {
				v = g.around[v]
			}
			if v != h {
				g.around[v] = h
				todo = append(todo, g.prev[v]...)
			}
		}
	}
}

// inside reports whether node v is in the loop of head h.
func (g *graph) inside(v, h int) bool {
	for v != h && v != 0 {
		v = g.around[v]
	}
	return v == h
}

// left is the head of the outermost loop that node v is above in and v is not; 0 if there is none.
func (g *graph) left(v int) (head int) {
	for h := g.above[v]; h != 0; h = g.around[h] {
		if g.heads[h] && !g.inside(v, h) {
			head = h
		}
	}
	return head
}
