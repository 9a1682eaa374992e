package measure

import (
	"math"

	"driftlab/engine/num"
)

// NextSnapshot is the first step after a step at which a snapshot is taken: ten to the k/6.
func NextSnapshot(last int64) int64 {
	for k := 0; ; k++ {
		if step := snapshotStep(k); step > last {
			return step
		}
	}
}

// snapshotStep is 10^(k/6), rounded.
func snapshotStep(k int) int64 {
	const sixth = math.Ln10 / 6
	return int64(math.Round(num.Exp(sixth * float64(k))))
}
