package engine

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"driftlab/engine/track"
	"driftlab/engine/wire"
)

// saved is a session after some steps, with dials turned on the way.
func saved(t testing.TB, address string) (*Session, []byte) {
	s := opened(address)
	for _, c := range []wire.Command{
		{Kind: "step", N: 150},
		{Kind: "set", Values: map[string]string{"rate": "0.03"}},
		{Kind: "poke", X: 1, Y: 1.5},
		{Kind: "step", N: 61},
	} {
		if r := s.Do(c); r.Error != "" && !(c.Kind == "poke" && s.Exhibit() == "track") {
			t.Fatal(r.Error)
		}
	}
	if _, err := s.AppendFrame(nil); err != nil { // freezes the order of the rows
		t.Fatal(err)
	}
	file, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	return s, file
}

var runs = []string{
	"scene=track&preset=tiny&seed=5", "scene=track&units=40&freeze=true&tempo=max",
	"scene=valley&walkers=50", "scene=valley&preset=label&walkers=30", "scene=valley&rate=0.3&noise=0.5&walkers=20",
}

func TestASavedRunGoesOnToTheSameBits(t *testing.T) {
	for _, address := range runs {
		unbroken, file := saved(t, address)
		resumed, err := Load(file, data)
		if err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		if resumed.Playing() {
			t.Errorf("%s: the run goes on by itself", address)
		}
		for _, n := range []int{0, 1, 200} {
			unbroken.Do(wire.Command{Kind: "step", N: max(n, 1)})
			resumed.Do(wire.Command{Kind: "step", N: max(n, 1)})
			a, err1 := unbroken.AppendFrame(nil)
			b, err2 := resumed.AppendFrame(nil)
			if err1 != nil || err2 != nil || Hash(unbroken.sim) != Hash(resumed.sim) {
				t.Fatalf("%s: %d steps on, the parameters differ", address, n)
			}
			if !bytes.Equal(a, b) {
				t.Errorf("%s: %d steps on, the pictures differ", address, n)
			}
			if unbroken.csv(nil) != resumed.csv(nil) {
				t.Errorf("%s: %d steps on, the histories differ", address, n)
			}
			u, r := unbroken.Status(), resumed.Status()
			if u.Caption != r.Caption || u.Link != r.Link || u.Phase != r.Phase || u.Step != r.Step {
				t.Errorf("%s: status %+v, want %+v", address, r, u)
			}
		}
		again, err := resumed.Save()
		other, _ := unbroken.Save()
		if err != nil || !bytes.Equal(again, other) {
			t.Errorf("%s: saved again, the file differs", address)
		}
	}
}

func TestBadFilesAreRefused(t *testing.T) {
	_, file := saved(t, runs[0])
	var f wire.File
	if _, err := f.UnmarshalMsg(file); err != nil {
		t.Fatal(err)
	}
	with := func(change func(*wire.File)) []byte {
		g := f
		g.State = bytes.Clone(f.State)
		change(&g)
		g.Sum = checksum(&g)
		b, _ := g.MarshalMsg(nil)
		return b
	}
	flipped := bytes.Clone(file)
	flipped[len(flipped)/2] ^= 4
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"empty":         {nil, "not a saved run"},
		"a picture":     {[]byte("\x89PNG\r\n\x1a\n"), "not a saved run"},
		"a foreign map": {[]byte{0x81, 0xa1, 'a', 0xc3}, "not a saved run"},
		"cut short":     {file[:len(file)-9], "cut short"},
		"a flipped bit": {flipped, "damaged"},
		"more behind":   {append(bytes.Clone(file), 0), "damaged"},
		"newer":         {with(func(f *wire.File) { f.Version = wire.FileVersion + 1 }), "newer driftlab"},
		"unknown dial":  {with(func(f *wire.File) { f.Address += "&wings=2" }), "does not know"},
		"other dials":   {with(func(f *wire.File) { f.Address = strings.Replace(f.Address, "units=100", "units=77", 1) }), "does not fit"},
		"other exhibit": {with(func(f *wire.File) { f.Address, f.Kept = "scene=valley", 1 }), "does not fit"},
		"no state":      {with(func(f *wire.File) { f.State = nil }), "does not fit"},
		"huge length": {with(func(f *wire.File) {
			f.State = []byte{0x81, 0xa5, 's', 'n', 'a', 'p', 's', 0xdd, 0xff, 0xff, 0xff, 0xff}
		}), "does not fit"},
		"long address":  {with(func(f *wire.File) { f.Address += strings.Repeat("&x=1", 9000) }), "damaged"},
		"unknown dials": {with(func(f *wire.File) { f.Address += strings.Repeat("&x=1", 3) + "&y=2" }), "does not know"},
		"a step beyond any": {with(func(f *wire.File) {
			f.State = remade(t, f.State, func(s *track.State) { s.Step = math.MaxInt64 })
		}), "does not fit"},
		"a spread that never doubled": {with(func(f *wire.File) {
			f.State = remade(t, f.State, func(s *track.State) { s.Spread = 5e-324 })
		}), "does not fit"},
		"huge bin": {with(func(f *wire.File) {
			f.State = []byte{0x81, 0xa5, 't', 'h', 'e', 't', 'a', 0xc6, 0xff, 0xff, 0xff, 0xff}
		}), "does not fit"},
	} {
		if _, err := Load(c.file, data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// remade is a state with a change.
func remade(t *testing.T, state []byte, change func(*track.State)) []byte {
	t.Helper()
	var s track.State
	if _, err := s.UnmarshalMsg(state); err != nil {
		t.Fatal(err)
	}
	change(&s)
	b, err := s.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Dropped walkers come back, wherever the noise has thrown them and those that are not in use.
func TestSavedDropsComeBack(t *testing.T) {
	for drops := range 6 {
		s := opened("scene=valley&walkers=5&rate=0.2&noise=0.3")
		for range drops {
			s.Do(wire.Command{Kind: "poke", X: 1, Y: 1})
		}
		s.Do(wire.Command{Kind: "step", N: 1000})
		file, err := s.Save()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Load(file, data)
		if err != nil {
			t.Fatalf("%d drops: %v", drops, err)
		}
		for _, session := range []*Session{s, again} {
			session.Do(wire.Command{Kind: "step", N: 200})
		}
		a, _ := s.AppendFrame(nil)
		b, _ := again.AppendFrame(nil)
		if !bytes.Equal(a, b) {
			t.Errorf("%d drops: the pictures differ", drops)
		}
	}
}

// Whatever the bytes, a file is refused with a sentence or opened, and nothing else happens.
func FuzzFile(f *testing.F) {
	for _, address := range []string{runs[0], runs[4]} {
		_, file := saved(f, address)
		f.Add(file)
		f.Add(file[:len(file)/2])
	}
	f.Add([]byte{0x86, 0xa6, 'f', 'o', 'r', 'm', 'a', 't', 0xdb, 0xff, 0xff, 0xff, 0xff})
	f.Add([]byte{0x81, 0xa5, 's', 't', 'a', 't', 'e', 0xc6, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, file []byte) {
		s, err := Load(file, data)
		if err == nil {
			s.Status()
		} else if err.Error() == "" {
			t.Error("refused without a word")
		}
	})
}

// A state that a stranger made up, with a checksum that fits, is refused or can be used.
func FuzzLoad(f *testing.F) {
	for _, address := range []string{runs[0], runs[4]} {
		_, file := saved(f, address)
		var w wire.File
		if _, err := w.UnmarshalMsg(file); err != nil {
			f.Fatal(err)
		}
		f.Add(w.Address, w.State)
	}
	f.Fuzz(func(t *testing.T, address string, state []byte) {
		if !strings.Contains(address, "preset=tiny") && !strings.Contains(address, "walkers=20&") || len(address) > 90 {
			return // large networks are slow, not wrong
		}
		w := wire.File{Format: fileFormat, Version: 1, Address: address, State: state}
		w.Sum = checksum(&w)
		file, err := w.MarshalMsg(nil)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Load(file, data)
		if err != nil {
			return
		}
		s.Do(wire.Command{Kind: "step", N: 2})
		s.Status()
		if _, err := s.AppendFrame(nil); err != nil {
			t.Fatal(err)
		}
	})
}
