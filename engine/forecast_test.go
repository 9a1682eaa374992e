package engine

import (
	"testing"
	"time"
)

// Half of a job in pieces of a fortieth, one in ten seconds: the other half takes as long, whatever pauses, sleep and
// what an earlier visit has done come between.
func TestForecast(t *testing.T) {
	var f forecast
	now, share, worked := time.Duration(0), 0.0, time.Duration(0)
	look := func(playing bool) {
		now += 100 * time.Millisecond
		if f.read(now, share, playing); playing {
			if worked += 100 * time.Millisecond; worked%(10*time.Second) == 0 {
				share += 1. / 40
			}
		}
	}
	for worked < 4*time.Second {
		look(true)
	}
	if f.left() != 0 || f.rate() != 0 {
		t.Errorf("%.0f s left, told after four", f.left())
	}
	for worked < 100*time.Second {
		look(true)
	}
	for range 1000 {
		look(false)
	}
	if f.left() != 0 {
		t.Error("a job that rests is told to end")
	}
	for worked < 150*time.Second {
		look(true)
	}
	now += time.Hour // asleep
	for worked < 200*time.Second {
		look(true)
	}
	look(true)
	if left := f.left(); left < 195 || left > 205 {
		t.Errorf("%.0f s left, want 200", left)
	}
	if rate := f.rate(); rate < 0.00245 || rate > 0.00255 {
		t.Errorf("%v of it in a second, want 0.0025", rate)
	}
}
