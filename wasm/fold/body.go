package fold

import "slices"

// zeroPage is how many bytes Go's linker leaves empty at the start of memory.
const zeroPage = 4096

// A body is the code of one function, written anew while it is read.
type body struct {
	out    []byte
	instrs []instr // that stand in out
}

func (b *body) read(r *reader) {
	b.out = append(b.out[:0], r.locals()...)
	b.instrs = b.instrs[:0]
	r.instructions(b.add)
}

// add appends an instruction, which is the raw bytes unless it folds.
func (b *body) add(in instr, raw []byte) {
	if in.op == opNop {
		return
	}
	if b.absorb(&in) {
		raw = in.access()
	}
	in.at = len(b.out)
	b.instrs = append(b.instrs, in)
	b.out = append(b.out, raw...)
}

// absorb moves what is added to the address of a load or store into its offset, and reports
// whether there was anything.
func (b *body) absorb(in *instr) bool {
	address := len(b.instrs) // just after the instructions that make it
	switch {
	case in.op.stores():
		address = b.valueStart()
	case !in.op.loads():
		return false
	}
	absorbed := false
	for ; address >= 3; address -= 2 {
		add := b.instrs[address-3 : address]
		c := add[0].value
		if add[0].op != opI64Const || add[1].op != opI64Add || add[2].op != opI32Wrap ||
			c <= 0 || c > zeroPage-in.value {
			break
		}
		b.cut(address-3, address-1)
		in.value += c
		absorbed = true
	}
	return absorbed
}

// valueStart returns where the instructions begin that make the value on top of the stack,
// or 0 if they are not simple ones.
func (b *body) valueStart() int {
	missing := 1
	for i := len(b.instrs) - 1; i >= 0; i-- {
		takes, simple := b.instrs[i].op.takes()
		if !simple {
			break
		}
		if missing += takes - 1; missing == 0 {
			return i
		}
	}
	return 0
}

// cut removes the instructions from i to before j.
func (b *body) cut(i, j int) {
	start, gone := b.instrs[i].at, b.instrs[j].at-b.instrs[i].at
	b.out = slices.Delete(b.out, start, start+gone)
	b.instrs = slices.Delete(b.instrs, i, j)
	for k := range b.instrs[i:] {
		b.instrs[i+k].at -= gone
	}
}
