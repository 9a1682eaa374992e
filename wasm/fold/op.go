package fold

// An opcode is what an instruction does. Those that are a number after a prefix have the
// prefix above the lowest 16 bits.
type opcode int

// The opcodes and prefixes that something is done with, or that begin or end a range.
const (
	opUnreachable opcode = 0x00
	opNop         opcode = 0x01
	opBlock       opcode = 0x02
	opLoop        opcode = 0x03
	opIf          opcode = 0x04
	opElse        opcode = 0x05
	opEnd         opcode = 0x0b
	opBr          opcode = 0x0c
	opBrIf        opcode = 0x0d
	opTable       opcode = 0x0e // br_table
	opReturn      opcode = 0x0f
	opCall        opcode = 0x10
	opCallBy      opcode = 0x11 // call_indirect
	opDrop        opcode = 0x1a
	opSelect      opcode = 0x1b

	opLocalGet  opcode = 0x20
	opLocalSet  opcode = 0x21
	opLocalTee  opcode = 0x22
	opGlobalGet opcode = 0x23
	opGlobalSet opcode = 0x24

	opI32Load    opcode = 0x28
	opLastLoad   opcode = 0x35 // i64.load32_u
	opI32Store   opcode = 0x36
	opLastStore  opcode = 0x3e // i64.store32
	opMemorySize opcode = 0x3f
	opMemoryGrow opcode = 0x40

	opI32Const  opcode = 0x41
	opI64Const  opcode = 0x42
	opF32Const  opcode = 0x43
	opF64Const  opcode = 0x44
	opI32Eqz    opcode = 0x45
	opI64Add    opcode = 0x7c
	opI32Wrap   opcode = 0xa7
	opLastPlain opcode = 0xc4 // i64.extend32_s

	prefixMore = 0xfc
	prefixSIMD = 0xfd

	opLastTruncSat opcode = prefixMore<<16 | 7
	opMemoryCopy   opcode = prefixMore<<16 | 10
	opMemoryFill   opcode = prefixMore<<16 | 11

	opV128Load       opcode = prefixSIMD << 16
	opV128Store      opcode = prefixSIMD<<16 | 11
	opV128Const      opcode = prefixSIMD<<16 | 12
	opShuffle        opcode = prefixSIMD<<16 | 13
	opExtractLane    opcode = prefixSIMD<<16 | 21
	opLastLane       opcode = prefixSIMD<<16 | 34 // f64x2.replace_lane
	opLoadLane       opcode = prefixSIMD<<16 | 84
	opLastAccessLane opcode = prefixSIMD<<16 | 91 // v128.store64_lane
	opLoadZero       opcode = prefixSIMD<<16 | 92
	opLastLoadZero   opcode = prefixSIMD<<16 | 93
	opLastSIMD       opcode = prefixSIMD<<16 | 0x113
)

// void says that a block has no values.
const void = 0x40

func (op opcode) from(first, last opcode) bool { return first <= op && op <= last }

// loads reports whether the instruction loads from the address on top of the stack. The
// loads of one lane, which take a vector too, are not among them.
func (op opcode) loads() bool {
	return op.from(opI32Load, opLastLoad) || op.from(opV128Load, opV128Store-1) || op.from(opLoadZero, opLastLoadZero)
}

// stores reports whether the instruction stores the value on top of the stack to the address
// below it.
func (op opcode) stores() bool { return op.from(opI32Store, opLastStore) || op == opV128Store }

// takes returns how many values a simple instruction takes from the stack. Each leaves one
// there. What is not simple may still do just that.
func (op opcode) takes() (n int, simple bool) {
	switch {
	case op == opLocalGet, op == opGlobalGet, op.from(opI32Const, opF64Const), op == opV128Const:
		return 0, true
	case op == opLocalTee, op.loads(), op == opI32Eqz, op == 0x50, // i64.eqz
		op.from(0x67, 0x69), op.from(0x79, 0x7b), // bits counted: i32, i64
		op.from(0x8b, 0x91), op.from(0x99, 0x9f), // abs to sqrt: f32, f64
		op.from(opI32Wrap, opLastPlain): // conversions
		return 1, true
	case op.from(opI32Eqz, opI32Wrap): // comparisons and arithmetic
		return 2, true
	}
	return 0, false
}

// fixed returns how many bytes follow an opcode, if it is one whose immediates always have
// the same length.
func (op opcode) fixed() (n int, known bool) {
	switch {
	case op == opMemorySize, op == opMemoryGrow, op == opMemoryFill, op.from(opExtractLane, opLastLane):
		return 1, true
	case op == opMemoryCopy:
		return 2, true
	case op == opF32Const:
		return 4, true
	case op == opF64Const:
		return 8, true
	case op == opV128Const, op == opShuffle:
		return 16, true
	case op <= opNop, op == opElse, op == opEnd, op == opReturn, op == opDrop, op == opSelect,
		op.from(opI32Eqz, opLastPlain), op.from(prefixMore<<16, opLastTruncSat), op.from(opV128Load, opLastSIMD):
		return 0, true
	}
	return 0, false
}
