package simtest

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"driftlab/engine"
)

// strangers: a state that somebody made up is refused, or it can be used.
func strangers(t *testing.T, e engine.Exhibit) {
	s := trial(t, e, "")
	take(t, s, few)
	state, err := s.Sim().AppendState(nil)
	if err != nil {
		t.Fatal(err)
	}
	for at := range 40 {
		if used(t, e, state[:at*len(state)/40]) {
			t.Errorf("%d of %d bytes were taken for a run", at*len(state)/40, len(state))
		}
	}
	if used(t, e, append(slices.Clone(state), 0)) {
		t.Error("a state with more behind it was taken")
	}
	random := rand.New(rand.NewPCG(1, 1))
	for range 150 {
		bad := bytes.Clone(state)
		for range 1 + random.IntN(3) {
			bad[random.IntN(len(bad))] ^= 1 << random.IntN(8)
		}
		used(t, e, bad)
	}
}

// used goes on from a state, and reports whether that was possible.
func used(t testing.TB, e engine.Exhibit, state []byte) bool {
	s := trial(t, e, "")
	if err := s.Sim().RestoreState(state); err != nil {
		if err.Error() == "" {
			t.Error("refused without a word")
		}
		return false
	}
	s.Status()
	take(t, s, 2)
	frame(t, s)
	return true
}

// A Frame is what a picture is drawn from.
type Frame interface {
	UnmarshalMsg(b []byte) ([]byte, error)
	Check() error
}

// FuzzFrame fuzzes an exhibit's frame: whatever the bytes, reading and checking them come back,
// and a frame of its own passes.
func FuzzFrame(f *testing.F, e engine.Exhibit, empty func() Frame) {
	s := trial(f, e, "")
	for _, n := range []int{0, 1, few} {
		if n > 0 {
			take(f, s, n)
		}
		b := frame(f, s)
		own := empty()
		if rest, err := own.UnmarshalMsg(b); err != nil || len(rest) > 0 {
			f.Fatalf("its own frame can't be read: %v", err)
		}
		if err := own.Check(); err != nil {
			f.Fatalf("its own frame does not pass: %v", err)
		}
		f.Add(b)
		f.Add(b[:len(b)/2])
	}
	f.Fuzz(func(_ *testing.T, b []byte) {
		one := empty()
		if _, err := one.UnmarshalMsg(b); err == nil {
			_ = one.Check()
		}
	})
}
