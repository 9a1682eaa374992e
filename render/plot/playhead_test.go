package plot

import (
	"math"
	"testing"
)

func TestPlayheadRunsRoundAndRestsAtTheEnd(t *testing.T) {
	h := Playhead{T: 5}
	h.Advance(0.5, 5) // two and a half samples
	if next, share := h.Next(); h.Sample() != 2 || next != 3 || math.Abs(float64(share)-0.5) > 1e-6 {
		t.Errorf("sample %d, next %d, share %v; want 2, 3, 0.5", h.Sample(), next, share)
	}
	h.Advance(0.4, 5)
	if next, share := h.Next(); h.Sample() != 4 || next != 4 || share != 0 {
		t.Errorf("after the last sample the playhead goes on to %d by %v", next, share)
	}
	h.Advance(0.2, 5)
	if h.Sample() != 0 {
		t.Errorf("the playhead starts again at %d", h.Sample())
	}
	empty := Playhead{}
	empty.Advance(1, 5)
	if empty.Sample() != 0 {
		t.Errorf("an empty playhead is at sample %d", empty.Sample())
	}
}
