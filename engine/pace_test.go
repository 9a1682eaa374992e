package engine

import (
	"testing"
	"time"
)

// A run of less than a step a second is told as it is, not as standing still and then racing.
func TestTheMeterReadsSlowRuns(t *testing.T) {
	var m meter
	for at := time.Second; at <= 20*time.Second; at += 100 * time.Millisecond {
		steps := int64(at / (4 * time.Second)) // one in four seconds
		m.read(at, steps)
		if at >= 8*time.Second && (m.rate < 0.24 || m.rate > 0.26) {
			t.Fatalf("after %v, %d steps: %v a second", at, steps, m.rate)
		}
	}
	m.read(31*time.Second, 5)
	if m.rate != 0 {
		t.Errorf("after eleven seconds without a step: %v a second", m.rate)
	}
}
