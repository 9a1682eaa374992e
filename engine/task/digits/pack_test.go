package digits

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

func someData() *Data {
	d := &Data{}
	bar := slices.Concat([]Row{{DX: 27, DY: 5}}, times(4, down), []Row{lift, {DX: -20, DY: 10}, left, up, right, {DX: 1, DY: 1}, finish})
	d.Train.Add(7, bar)
	d.Train.Add(0, []Row{{DX: 1, DY: 2}, finish})
	d.Test.Add(7, []Row{{DX: 0, DY: 0}, right, finish})
	return d
}

func TestPackAndRead(t *testing.T) {
	want := someData()
	got, err := Read(want.Pack())
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range []*Set{&want.Train, &want.Test} {
		g := []*Set{&got.Train, &got.Test}[i]
		if !bytes.Equal(g.Labels, s.Labels) || !slices.Equal(g.Of(7), s.Of(7)) {
			t.Fatalf("labels %v, want %v", g.Labels, s.Labels)
		}
		for k := range s.Len() {
			if !slices.Equal(g.Rows(k), s.Rows(k)) {
				t.Errorf("digit %d is %v, want %v", k, g.Rows(k), s.Rows(k))
			}
		}
	}
}

// Whatever is missing or changed in a file, it is refused.
func TestReadRefuses(t *testing.T) {
	b := someData().Pack()
	for n := range b {
		if _, err := Read(b[:n]); err == nil {
			t.Errorf("%d of %d bytes were read", n, len(b))
		}
		bad := bytes.Clone(b)
		bad[n] ^= 4
		if _, err := Read(bad); err == nil {
			t.Errorf("byte %d may be another", n)
		}
	}
	if _, err := Read(append(bytes.Clone(b), 0)); err == nil {
		t.Error("one byte too many")
	}
	one := func(digit ...byte) []byte {
		b := binary.LittleEndian.AppendUint32([]byte(magic), 1)
		return append(append(b, digit...), 0, 0, 0, 0)
	}
	for name, body := range map[string][]byte{
		"label":    one(10, 1, 1, done),
		"start":    one(1, 28, 1, done),
		"leaves":   one(1, 27, 1, 2, done),
		"jumps":    one(1, 1, 1, jump, 0, 30, done),
		"movement": one(1, 1, 1, 10, done),
		"more":     append(one(1, 1, 1, done), 7),
		"endless":  one(1, 1, 1, 2, 2)[:len(magic)+4+5],
	} {
		if _, err := Read(binary.LittleEndian.AppendUint64(body, sum(body))); err == nil {
			t.Errorf("%s: read", name)
		}
	}
}

// Whatever the bytes, reading them comes back; what was read can be packed and read again.
func FuzzRead(f *testing.F) {
	b := someData().Pack()
	f.Add(b[:len(b)-8])
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := Read(binary.LittleEndian.AppendUint64(body, sum(body)))
		if err != nil {
			return
		}
		again, err := Read(d.Pack())
		if err != nil || again.Train.Len() != d.Train.Len() || !slices.Equal(again.Train.rows, d.Train.rows) {
			t.Errorf("packed and read again: %v", err)
		}
	})
}
