package fold

import (
	"bytes"
	"strings"
	"testing"
)

// program is a program of one function, between two other sections.
func program(code ...byte) []byte {
	b := append(bytes.Clone(magic), 0, 3, 1, 'x', 9) // a custom section
	function := append(code, byte(opEnd))
	b = append(b, codeSection)
	b = appendSized(b, appendSized([]byte{1}, function))
	return append(b, 11, 1, 0) // an empty data section
}

func TestFold(t *testing.T) {
	for name, c := range map[string]struct{ from, to []byte }{
		"a load": {
			[]byte{1, 1, 0x7d, 0x20, 0, 0x42, 16, 0x7c, 0xa7, 0x2a, 2, 0, 0x1a},
			[]byte{1, 1, 0x7d, 0x20, 0, 0xa7, 0x2a, 2, 16, 0x1a},
		},
		"a vector's load, and a nop": {
			[]byte{0, 0x20, 0, 0x42, 0x80, 1, 0x7c, 0xa7, 0xfd, 0, 0, 0, 0xfd, 0xe4, 1, 1, 0x1a},
			[]byte{0, 0x20, 0, 0xa7, 0xfd, 0, 0, 0x80, 1, 0xfd, 0xe4, 1, 0x1a},
		},
		"a load that has an offset already": {
			[]byte{0, 0x20, 0, 0x42, 8, 0x7c, 0xa7, 0x29, 3, 24, 0x1a},
			[]byte{0, 0x20, 0, 0xa7, 0x29, 3, 32, 0x1a},
		},
		"two sums": {
			[]byte{0, 0x20, 0, 0x42, 8, 0x7c, 0x42, 16, 0x7c, 0xa7, 0x29, 3, 0, 0x1a},
			[]byte{0, 0x20, 0, 0xa7, 0x29, 3, 24, 0x1a},
		},
		"a store": {
			[]byte{0, 0x20, 0, 0x42, 4, 0x7c, 0xa7, 0x20, 1, 0x38, 2, 0},
			[]byte{0, 0x20, 0, 0xa7, 0x20, 1, 0x38, 2, 4},
		},
		"a vector's store": {
			[]byte{0, 0x20, 0, 0x42, 16, 0x7c, 0xa7, 0x20, 1, 0xfd, 11, 0, 0},
			[]byte{0, 0x20, 0, 0xa7, 0x20, 1, 0xfd, 11, 0, 16},
		},
		"a store of what is loaded and added": {
			[]byte{
				0, 0x20, 0, 0x42, 4, 0x7c, 0xa7,
				0x20, 1, 0x42, 8, 0x7c, 0xa7, 0x2a, 2, 0, 0x43, 0, 0, 0, 0, 0x92,
				0x38, 2, 0,
			},
			[]byte{0, 0x20, 0, 0xa7, 0x20, 1, 0xa7, 0x2a, 2, 8, 0x43, 0, 0, 0, 0, 0x92, 0x38, 2, 4},
		},
	} {
		got, err := Fold(program(c.from...))
		if want := program(c.to...); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s:\ngot  %x\nwant %x (%v)", name, got, want, err)
		}
	}
}

func TestFoldLeavesAlone(t *testing.T) {
	for name, code := range map[string][]byte{
		"a negative constant":    {0, 0x20, 0, 0x42, 0x70, 0x7c, 0xa7, 0x2a, 2, 0, 0x1a},
		"past the zero page":     {0, 0x20, 0, 0x42, 0x81, 0x20, 0x7c, 0xa7, 0x2a, 2, 0, 0x1a},
		"past it with an offset": {0, 0x20, 0, 0x42, 1, 0x7c, 0xa7, 0x2a, 2, 0x80, 0x20, 0x1a},
		"a product":              {0, 0x20, 0, 0x42, 16, 0x7e, 0xa7, 0x2a, 2, 0, 0x1a},
		"a sum in 32 bits":       {0, 0x20, 0, 0x41, 16, 0x6a, 0x2a, 2, 0, 0x1a},
		"a value from a call":    {0, 0x20, 0, 0x42, 4, 0x7c, 0xa7, 0x10, 5, 0x38, 2, 0},
		"a value from a block":   {0, 0x20, 0, 0x42, 4, 0x7c, 0xa7, 0x02, 0x7d, 0x20, 1, 0x0b, 0x38, 2, 0},
		"a value, not an address": {
			0, 0x20, 0, 0x20, 0, 0x42, 4, 0x7c, 0xa7, 0x36, 2, 0,
		},
		"all shapes of immediates": {
			0, 0x03, 0x40, 0x41, 0, 0x0e, 1, 0, 1, 0x0b, 0x11, 0, 0, 0x41, 0x7f, 0x44, 1, 2, 3, 4, 5, 6, 7, 8,
			0x3f, 0, 0xfc, 4, 0xfc, 10, 0, 0, 0xfc, 11, 0, 0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f,
			0xfd, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
			0xfd, 21, 1, 0xfd, 84, 0, 1, 1, 0xfd, 92, 2, 1, 0xfd, 0x85, 2,
		},
	} {
		p := program(code...)
		if got, err := Fold(p); err != nil || !bytes.Equal(got, p) {
			t.Errorf("%s:\ngot  %x\nwant %x (%v)", name, got, p, err)
		}
	}
}

func TestFoldRefuses(t *testing.T) {
	whole := program(0, 0x20, 0, 0x42, 16, 0x7c, 0xa7, 0x2a, 2, 0, 0x1a)
	for name, c := range map[string]struct {
		program []byte
		says    string
	}{
		"a text":                  {[]byte("package fold"), "no WebAssembly"},
		"cut in the code":         {whole[:20], "too early"},
		"cut in a section's size": {whole[:len(whole)-2], "no number"},
		"an unknown instruction":  {program(0, 0xff), "0xff"},
		"an unknown vector one":   {program(0, 0xfd, 0x80, 0x10), "0xfd0800"},
		"another memory":          {program(0, 0x41, 0, 0x2a, 0x42, 1, 0, 0x1a), "memory"},
		"an end too few":          {program(0, 0x02, 0x40), "too early"},
		"an end too many":         {program(0, 0x0b), "longer"},
		"a number without end":    {program(0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80), "32 bits"},
	} {
		if _, err := Fold(c.program); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add(program(0, 0x20, 0, 0x42, 16, 0x7c, 0xa7, 0x2a, 2, 0, 0x1a))
	f.Add(program(0, 0x20, 0, 0x42, 4, 0x7c, 0xa7, 0x20, 1, 0x38, 2, 0, 0xfd, 0xe4, 1, 1))
	f.Add(program(1, 2, 0x7e, 0x0e, 1, 0, 1, 0xfd, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
	for _, c := range jumping {
		f.Add(c.from)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, p := range [][]byte{b, program(b...)} {
			once, err := Fold(p)
			if err != nil {
				continue
			}
			twice, err := Fold(once)
			if err != nil {
				t.Fatalf("%x became %x: %v", p, once, err)
			}
			if !bytes.Equal(once, twice) {
				t.Fatalf("%x became %x and then %x", p, once, twice)
			}
		}
	})
}
