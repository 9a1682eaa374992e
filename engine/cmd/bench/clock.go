package main

import "time"

// clock calls work for about so long and returns how often, and how long that took. It
// reads the time seldom: a browser's clock is coarse, and costs.
func clock(work func(), long time.Duration) (calls int, took time.Duration) {
	began := time.Now()
	for batch := 1; took < long; {
		before := took
		for range batch {
			work()
		}
		calls += batch
		took = time.Since(began)
		if took-before < long/64 {
			batch *= 2
		}
	}
	return calls, took
}
