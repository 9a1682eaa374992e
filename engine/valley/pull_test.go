package valley

import (
	"math"
	"testing"
)

// The crowd drifts as fast as theory says, far out on the arm: within three standard errors and
// a twentieth, for both kinds of noise.
func TestDriftAlongTheFloor(t *testing.T) {
	for _, dials := range []map[string]string{
		{"walkers": "1500", "noise": "0.02", "rate": "0.02", "x0": "2", "y0": "0.1"},
		{"walkers": "1500", "noise": "0.3", "rate": "0.02", "kind": "label", "x0": "2", "y0": "0.1"},
	} {
		s := New()
		for name, value := range dials {
			if err := s.Dials().Set(name, value); err != nil {
				t.Fatal(err)
			}
		}
		s.Restart(nil)
		for range 3000 {
			s.Advance()
		}
		told := 0
		for bin := range pullBins {
			x := (float64(bin) + 0.5) * shown / pullBins
			got, err := s.pull.speed(bin)
			want := s.pull.under.speedAt(x)
			if math.IsNaN(got) || x < 1 {
				continue
			}
			told++
			if math.Abs(got-want) > 3*err+0.05*math.Abs(want) {
				t.Errorf("%v: at %v they drift by %v +- %v, in theory by %v", dials, x, got, err, want)
			}
		}
		if told < 2 {
			t.Errorf("%v: %d figures", dials, told)
		}
	}
}
