package track

import (
	"fmt"

	"driftlab/engine/track"
)

// whole checks that the frame's matrices have the sizes that it states.
func whole(f *track.Frame) error {
	t, o := f.Samples, f.Outputs
	ok := t > 0 && o > 0 && len(f.Predicts) == t*o && len(f.Comes) == t*o &&
		len(f.Hidden) == t*f.Units && len(f.BinOf) == t && f.Bins > 0
	if f.Task == "track" {
		ok = ok && len(f.Sees) == t*o && len(f.X) == t && len(f.Y) == t && len(f.Theta) == t &&
			len(f.HitX) == len(f.HitY) && len(f.HitX)%t == 0 && f.Lx > 0 && f.Ly > 0
	}
	ok = ok && len(f.Corr) == len(f.CorrSteps)*len(f.CorrSteps) && wholeMaps(&f.Maps, f)
	for i := range f.Snaps {
		ok = ok && wholeMaps(&f.Snaps[i], f)
	}
	if !ok {
		return fmt.Errorf("track frame of step %d does not fit its own sizes", f.Step)
	}
	return nil
}

func wholeMaps(m *track.Maps, f *track.Frame) bool {
	for _, u := range m.Rows {
		if u < 0 || u >= f.Units {
			return false
		}
	}
	return len(m.Cells) == len(m.Rows)*f.Bins
}
