package fold

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// Lean returns a program of Go's with zeros for what its memory holds only for stack traces: the functions'
// names, files and lines. They are a twelfth of what is sent, and the page never shows them: it tells what a panic
// says, not where it was. Nothing moves; zeros cost next to nothing once they are packed. The tables that the
// runtime needs to walk and move stacks stay.
//
// The tables are those of Go 1.20 to 1.27 (runtime/symtab.go). In a program that has others, Lean fails.
func Lean(program []byte) ([]byte, error) {
	if !bytes.HasPrefix(program, magic) {
		return nil, errors.New("wasm/fold: this is no WebAssembly program of version 1")
	}
	out := slices.Clone(program)
	segments, err := data(program)
	if err != nil {
		return nil, err
	}
	m := memory{}
	for _, s := range segments {
		m.lay(s.address, program[s.at:s.at+s.size])
	}
	if err := m.forget(); err != nil {
		return nil, err
	}
	for _, s := range segments {
		copy(out[s.at:s.at+s.size], m.b[s.address:])
	}
	return out, nil
}

// A segment is a piece of the memory's first content.
type segment struct {
	address  int // in memory
	at, size int // in the program
}

// dataSection is the number of the section with the memory's first content, mostMemory is more than any program's.
const dataSection, mostMemory = 11, 1 << 28

// data are the segments of a program, all of which have to have a constant address.
func data(program []byte) (all []segment, err error) {
	const i32Const, end = 0x41, 0x0b
	r := &reader{b: program, at: len(magic), end: len(program)}
	for r.more() {
		if r.byte() != dataSection {
			r.part(func() { r.at = r.end })
			continue
		}
		r.part(func() {
			for n := r.u32(); n > 0 && r.err == nil; n-- {
				if r.u32() != 0 || r.byte() != i32Const {
					r.fail("a segment of data without a constant address")
				}
				s := segment{address: int(r.signed(32))}
				if r.byte() != end {
					r.fail("a segment of data without a constant address")
				}
				s.size = int(r.u32())
				s.at = r.at
				if r.skip(s.size); s.address < 0 || s.address+s.size > mostMemory {
					r.fail("a segment of data beyond all memory")
				}
				all = append(all, s)
			}
		})
	}
	return all, r.err
}

// A memory is a program's when it begins.
type memory struct{ b []byte }

func (m *memory) lay(address int, content []byte) {
	if more := address + len(content) - len(m.b); more > 0 {
		m.b = append(m.b, make([]byte, more)...)
	}
	copy(m.b[address:], content)
}

// header begins the tables: the version of their format, the size of an instruction and that of a pointer.
var header = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// The places in what follows the header, of eight bytes each.
const (
	atCount = iota
	_
	_
	atNames
	atUnits
	atFiles
	atTables
	atFunctions
	places
)

// Of a function, the places of its numbers, of four bytes each, and how many there are; after them come its tables.
const (
	atStack  = 4 // how deep it is
	atFile   = 5
	atLine   = 6
	atMany   = 7 // how many tables come after
	atStart  = 9 // its line
	function = 11
)

var errTables = errors.New("wasm/fold: this Go has other tables of functions; look at runtime/symtab.go")

// forget puts zeros in place of names, files and lines.
func (m *memory) forget() (err error) {
	defer func() {
		if recover() != nil { // an index beyond the memory
			err = errTables
		}
	}()
	base := bytes.Index(m.b, header)
	if base < 0 || bytes.Contains(m.b[base+1:], header) {
		return errTables
	}
	var of [places]int
	for i := range of {
		of[i] = int(binary.LittleEndian.Uint64(m.b[base+len(header)+8*i:]))
	}
	if !slices.IsSorted(of[atNames:]) {
		return errTables
	}
	tables := m.b[base+of[atTables] : base+of[atFunctions]]
	kept := make([]bool, len(tables))
	list := m.b[base+of[atFunctions]:]
	for i := range of[atCount] {
		f := list[word(list, 2*i+1):]
		many := word(f, atMany)
		keep(tables, kept, word(f, atStack))
		for k := range many {
			keep(tables, kept, word(f, function+k))
		}
		for _, at := range []int{atFile, atLine, atStart} {
			binary.LittleEndian.PutUint32(f[4*at:], 0)
		}
	}
	for i := range tables {
		if !kept[i] {
			tables[i] = 0
		}
	}
	clear(m.b[base+of[atNames] : base+of[atTables]])
	return nil
}

// word is one of four bytes.
func word(b []byte, i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

// keep marks a table: pairs of numbers, up to one whose first is 0 and that is not the first. There is none at 0.
func keep(tables []byte, kept []bool, from int) {
	if from == 0 {
		return
	}
	at := from
	number := func() uint64 {
		v, n := binary.Uvarint(tables[at:])
		if n <= 0 {
			panic(errTables)
		}
		at += n
		return v
	}
	for first := true; number() != 0 || first; first = false {
		number()
	}
	for i := from; i < at; i++ {
		kept[i] = true
	}
}
