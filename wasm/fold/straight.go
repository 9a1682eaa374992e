package fold

import (
	"encoding/binary"
	"slices"
)

// A writer writes a function with jumps that go straight to where they lead. A node stands within the blocks
// of the one above it, so that its label is in sight from wherever there is a way to it, and a loop
// holds no more than what is in it (after Ramsey: Beyond Relooper). A stretch that only the end of the one
// before it leads to follows there, without a label.
type writer struct {
	*flow
	*graph
	out    []byte
	labels []label
	within [][]int // the nodes within a node's blocks
	after  [][]int // those after its loop
	follow []int   // what follows at the end of a node's code, or 0
}

// A label is that of a node, at the end of a block, or its complement, at the beginning of a loop.
type label int

// straighten writes the body anew if it is one that jumps.
func (b *body) straighten() {
	f := b.apart()
	if f == nil {
		return
	}
	g := f.graph()
	n := len(g.next)
	w := &writer{flow: f, graph: g, within: make([][]int, n), after: make([][]int, n), follow: make([]int, n)}
	w.place()
	w.out = append(w.out, f.head...)
	if g.tabled {
		w.open(^label(0))
	}
	w.node(0)
	if g.tabled {
		w.close()
	}
	b.out = append(w.out, f.tail...)
}

// place decides where every node stands. What comes later in the order stands further out.
func (w *writer) place() {
	for _, v := range w.order[1:] {
		above := w.above[v]
		switch h := w.left(v); {
		case h != 0:
			w.after[h] = append(w.after[h], v)
		case len(w.prev[v]) == 1 && w.fallsTo(above) == v:
			w.follow[above] = v
		default:
			w.within[above] = append(w.within[above], v)
		}
	}
}

// fallsTo is the node that a node's end goes on with, or 0.
func (w *writer) fallsTo(v int) int {
	switch {
	case v == 0 && len(w.next[0]) == 1:
		return w.next[0][0]
	case v > 0 && v < len(w.stretches) && w.stretches[v-1].falls:
		return v + 1
	}
	return 0
}

// node writes a node and all that it is above of.
func (w *writer) node(v int) {
	w.openAll(w.after[v])
	if w.heads[v] {
		w.open(^label(v))
	}
	w.openAll(w.within[v])
	w.code(v)
	if u := w.follow[v]; u != 0 {
		w.node(u)
	} else if u := w.fallsTo(v); u != 0 {
		w.fall(v, u)
	}
	w.closeAll(w.within[v])
	if w.heads[v] {
		w.close()
	}
	w.closeAll(w.after[v])
}

func (w *writer) openAll(nodes []int) {
	for _, u := range slices.Backward(nodes) {
		w.open(label(u))
	}
}

func (w *writer) closeAll(nodes []int) {
	for _, u := range nodes {
		w.close()
		w.node(u)
	}
}

func (w *writer) open(l label) {
	op := opBlock
	if l < 0 {
		op = opLoop
	}
	w.out = append(w.out, byte(op), void)
	w.labels = append(w.labels, l)
}

func (w *writer) close() {
	w.out = append(w.out, byte(opEnd))
	w.labels = w.labels[:len(w.labels)-1]
}

// code writes a node's own code.
func (w *writer) code(v int) {
	if v == 0 {
		w.dispatch()
		return
	}
	s := w.stretches[v-1]
	for _, e := range s.exits {
		w.out = append(w.out, e.before...)
		if e.to == unwinding {
			w.branch(opBrIf, e.depth+len(w.labels))
		} else {
			w.jump(v, e.to+1, e.depth)
		}
	}
	w.out = append(w.out, s.rest...)
	if s.falls && v == len(w.stretches) {
		w.out = append(w.out, byte(opUnreachable))
	}
}

// jump goes from node v, in so many blocks of its own, to node u.
func (w *writer) jump(v, u, depth int) {
	l := label(u)
	switch {
	case w.byTable(v, u):
		place := slices.Index(w.table, u-1)
		const more = 0x80
		w.out = append(w.out, byte(opI32Const), byte(place)|more, byte(place>>7)|more, byte(place>>14), byte(opLocalSet), 0)
		l = ^label(0)
	case w.back(v, u):
		l = ^l
	}
	w.branch(opBr, depth+w.depth(l))
}

// fall goes on at the end of node v with node u, which may be what comes next.
func (w *writer) fall(v, u int) {
	if w.labels[len(w.labels)-1] != label(u) {
		w.jump(v, u, 0)
	}
}

func (w *writer) branch(op opcode, depth int) {
	w.out = binary.AppendUvarint(append(w.out, byte(op)), uint64(depth))
}

// depth is how many blocks there are from here to a label.
func (w *writer) depth(l label) int {
	for i, have := range slices.Backward(w.labels) {
		if have == l {
			return len(w.labels) - 1 - i
		}
	}
	panic("wasm/fold: a label that is not in sight")
}

// dispatch goes to the stretch at the place in local 0, as far as the table is still needed.
func (w *writer) dispatch() {
	if w.follow[0] != 0 {
		return
	}
	var depths []int
	end := 0 // of the places that are needed
	for _, i := range w.table {
		needed := slices.Contains(w.next[0], i+1)
		if !needed {
			i = 0
		}
		depths = append(depths, w.depth(label(i+1)))
		if needed {
			end = len(depths)
		}
	}
	w.out = append(w.out, byte(opLocalGet), 0, byte(opTable))
	w.out = binary.AppendUvarint(w.out, uint64(end-1))
	for _, d := range depths[:end] {
		w.out = binary.AppendUvarint(w.out, uint64(d))
	}
}
