package main

import "time"

// clock works for about so long and returns how many units that were, and how long it took. It
// reads the time seldom: a browser's clock is coarse, and costs.
func clock(w work, long time.Duration) (items int, took time.Duration) {
	began := time.Now()
	for batch := 1; took < long; {
		before := took
		for range batch {
			items += w.do()
		}
		took = time.Since(began)
		if took-before < long/64 {
			batch *= 2
		}
	}
	return items, took
}
