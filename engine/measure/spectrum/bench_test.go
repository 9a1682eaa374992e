package spectrum

import (
	"testing"

	"driftlab/engine/rng"
)

// fig2 is a net of the size of the paper's figure 2 at the start: half of its units' activities
// are zero. On the way there are fewer.
func fig2() Snapshot { return randomNet(150, 18, 500, 17, 0, 1).snapshot() }

func BenchmarkFig2Exact(b *testing.B) {
	s := fig2()
	for b.Loop() {
		Of(s, rng.Key{})
	}
}

func BenchmarkFig2Sampled(b *testing.B) {
	s := fig2()
	for b.Loop() {
		sampled(s, 1)
	}
}

// BenchmarkFig2Product is one K q of the sampling.
func BenchmarkFig2Product(b *testing.B) {
	s := fig2()
	l := newLanczos(newJacobian(&s), rng.Key{})
	for b.Loop() {
		l.unit = 0
		for l.unit < len(l.j.units) {
			l.multiply(l.q[1], l.q[0])
		}
	}
}

// BenchmarkFig2Piece is one Step; there are some seven thousand.
func BenchmarkFig2Piece(b *testing.B) {
	s := fig2()
	w := Begin(s, rng.Key{})
	for b.Loop() {
		if w.Step() {
			w = Begin(s, rng.Key{})
		}
	}
}
