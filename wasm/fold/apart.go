package fold

import "slices"

// A flow is a function that jumps, as Go writes it:
//
//	head loop block block ... block local.get 0 br_table end stretch end stretch end ... stretch end tail
//
// with a block for every stretch, at whose end it begins. A jump sets local 0 to a place, of which a
// stretch has one or several, and goes back to the loop, for the table to go there. A goroutine that was
// put aside in a call goes on by calling the function with the place after the call.
type flow struct {
	head, tail []byte
	table      []int // for every place, its stretch
	stretches  []stretch
	entered    []bool // the stretches that a call of the function can begin with
}

// A stretch is code with ways out of it.
type stretch struct {
	exits []exit
	rest  []byte // the code after the last of them
	falls bool   // it goes on with the next stretch at its end
}

// An exit is a way out of a stretch, in so many blocks of its own.
type exit struct {
	before []byte // the code before it, and after the one before
	depth  int
	to     int // a stretch, or unwinding
}

// unwinding leaves the function if a call has left its goroutine aside: br_if to the block around the loop.
const unwinding = -1

// apart takes a body apart, or returns nil if it is of another shape.
func (b *body) apart() *flow {
	loop := slices.IndexFunc(b.instrs, func(in instr) bool { return in.op == opLoop })
	at := loop + 1
	for at < len(b.instrs) && b.instrs[at].op == opBlock {
		at++
	}
	blocks := at - loop - 1
	if loop < 0 || blocks == 0 || !b.are(at, opLocalGet, opTable, opEnd) || b.instrs[at].value != 0 || !empty(b.code(loop, at)) {
		return nil
	}
	f := &flow{head: b.out[:b.instrs[loop].at], table: targets(b.code(at+1, at+2)), entered: make([]bool, blocks+1)}
	f.entered[0] = true
	if !slices.Equal(slices.Compact(slices.Clone(f.table)), count(blocks)) {
		return nil // every stretch has its places, in order
	}
	at += 3
	for i := range blocks {
		if at = f.read(b, at, i, blocks); at < 0 {
			return nil
		}
	}
	f.tail = b.code(at, len(b.instrs))
	return f
}

// empty reports whether blocks and loops are without values.
func empty(opened []byte) bool {
	for i := 1; i < len(opened); i += 2 {
		if opened[i] != void {
			return false
		}
	}
	return len(opened)%2 == 0
}

func count(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// are reports whether the instructions from i on are these.
func (b *body) are(i int, ops ...opcode) bool {
	return i >= 0 && i+len(ops) <= len(b.instrs) &&
		slices.EqualFunc(b.instrs[i:i+len(ops)], ops, func(in instr, op opcode) bool { return in.op == op })
}

// code is the instructions from i to before j.
func (b *body) code(i, j int) []byte {
	if j == len(b.instrs) {
		return b.out[b.start(i):]
	}
	return b.out[b.start(i):b.start(j)]
}

func (b *body) start(i int) int {
	if i == len(b.instrs) {
		return len(b.out)
	}
	return b.instrs[i].at
}

// targets are those of a br_table.
func targets(raw []byte) (all []int) {
	r := &reader{b: raw, at: 1, end: len(raw)}
	for n := int64(r.u32()); n >= 0; n-- {
		all = append(all, int(r.u32()))
	}
	return all
}

// read reads stretch i, which begins with instruction at, and returns where the next one does, or -1 if
// this is not Go's.
func (f *flow) read(b *body, at, i, blocks int) int {
	s, from, depth := stretch{falls: true}, at, 0
	table, around := blocks-1-i, blocks-i // how far out the loop is, and the block around it
	for ; at < len(b.instrs); at++ {
		in := b.instrs[at]
		out := int(in.value) - depth
		switch in.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			if depth--; depth < 0 {
				s.rest = b.code(from, at)
				f.stretches = append(f.stretches, s)
				return at + 1
			}
		case opTable:
			return -1
		case opBr, opBrIf:
			switch {
			case out < 0:
			case in.op == opBr && out == table && b.are(at-2, opI32Const, opLocalSet) && at-2 >= from && b.instrs[at-1].value == 0:
				place := int(b.instrs[at-2].value)
				if place < 0 || place >= len(f.table) {
					return -1
				}
				s.exits = append(s.exits, exit{b.code(from, at-2), depth, f.table[place]})
				from = at + 1
			case in.op == opBrIf && out == around && (depth > 0 || b.are(at+1, opEnd)):
				// Go on after the call, or, if there are deferred calls left, with this one. In a
				// block it is the stack that was too small, and all begins again.
				f.entered[i] = true
				f.entered[i+1] = f.entered[i+1] || depth == 0
				s.exits = append(s.exits, exit{b.code(from, at), depth, unwinding})
				from = at + 1
			default:
				return -1
			}
		}
		if depth == 0 {
			s.falls = in.op != opBr && in.op != opReturn && in.op != opUnreachable
		}
	}
	return -1
}
