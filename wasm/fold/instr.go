package fold

import (
	"encoding/binary"
	"math"
)

// An instr is one instruction.
type instr struct {
	op    opcode
	value int64  // of a constant; a load's or store's offset, a local's number, how far a branch goes
	align uint32 // of a load or store
	at    int    // where it stands in a body's bytes
}

// access is a load or store as bytes.
func (in instr) access() []byte {
	var b []byte
	if prefix := in.op >> 16; prefix != 0 {
		b = binary.AppendUvarint(append(b, byte(prefix)), uint64(in.op&0xffff))
	} else {
		b = append(b, byte(in.op))
	}
	b = binary.AppendUvarint(b, uint64(in.align))
	return binary.AppendUvarint(b, uint64(in.value))
}

// locals reads a function's local variables.
func (r *reader) locals() []byte {
	start := r.at
	for n := r.u32(); n > 0 && r.err == nil; n-- { // groups of one type
		r.u32()
		r.byte()
	}
	return r.b[start:r.at]
}

// instructions reads a function's instructions up to its end, and hands each on with its
// bytes.
func (r *reader) instructions(each func(in instr, raw []byte)) {
	for depth := 1; depth > 0 && r.err == nil; {
		start := r.at
		in := r.instruction()
		switch in.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			depth--
		}
		each(in, r.b[start:r.at])
	}
}

// instruction reads one instruction.
func (r *reader) instruction() instr {
	in := instr{op: opcode(r.byte())}
	if in.op == prefixMore || in.op == prefixSIMD {
		number := r.u32()
		if number > math.MaxUint16 {
			r.fail("no instruction has the number %d after a prefix", number)
			return in
		}
		in.op = in.op<<16 | opcode(number)
	}
	if !r.immediates(&in) {
		r.fail("an unknown instruction, %#x", int(in.op))
	}
	return in
}

// immediates reads what follows an opcode, and reports whether the opcode is known.
func (r *reader) immediates(in *instr) bool {
	switch op := in.op; {
	case op.from(opBlock, opIf):
		r.signed(33)
	case op == opBr, op == opBrIf, op == opCall, op.from(opLocalGet, opGlobalSet):
		in.value = int64(r.u32())
	case op == opTable:
		for n := int64(r.u32()); n >= 0 && r.err == nil; n-- {
			r.u32()
		}
	case op == opCallBy:
		r.u32()
		r.u32()
	case op.loads(), op.stores(), op.from(opLoadLane, opLastAccessLane):
		in.align, in.value = r.memory(), int64(r.u32())
		if op.from(opLoadLane, opLastAccessLane) {
			r.skip(1)
		}
	case op == opI32Const:
		in.value = r.signed(32)
	case op == opI64Const:
		in.value = r.signed(64)
	default:
		n, known := op.fixed()
		r.skip(n)
		return known
	}
	return true
}

// memory reads how a load or store is aligned.
func (r *reader) memory() uint32 {
	const second = 64 // with this bit, the number of a memory follows
	align := r.u32()
	if align >= second {
		r.fail("a load or store of another memory than the first")
	}
	return align
}
