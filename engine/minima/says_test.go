package minima

import "testing"

// Hops are counted in words as people write numbers, however many they are.
func TestManyHopsInWords(t *testing.T) {
	s := New()
	if err := s.Restart(nil); err != nil {
		t.Fatal(err)
	}
	for hops, want := range map[float64]string{0.0432: "0.0432", 563.4: "563", 1366.7: "1,367"} {
		s.expected = hops / float64(s.params.Walkers)
		if got := s.byTheory(); got != want {
			t.Errorf("%v hops are %q, want %q", hops, got, want)
		}
	}
}
