package main

import (
	"encoding/json"
	"fmt"
	"time"
)

// A player can time a case: one way of computing, in one place.
type player struct {
	where, path string
	play        func(args ...string) ([]byte, error) // as engine/cmd/bench takes and prints them
}

// warm is how long a case runs before each timing.
const warm = 150 * time.Millisecond

// race times a case with all players in turn, again and again, so that a machine that is
// busy for a while slows all of them. The first round only wakes the compilers.
func race(players []player, name string, runs int, long time.Duration) ([]line, error) {
	units := make([]string, len(players))
	ns, beside := make([][]float64, len(players)), make([][]float64, len(players))
	args := []string{"-case", name, "-for", inMS(long), "-warm", inMS(warm)}
	for round := range runs + 1 {
		for i, p := range players {
			progress("%s: round %d, %s %s", name, round, p.where, p.path)
			r, err := p.time(args)
			if err != nil {
				return nil, err
			}
			if units[i] = r.Unit; round > 0 {
				ns[i] = append(ns[i], r.NS/r.Items)
				beside[i] = append(beside[i], r.Beside/r.NS)
			}
		}
	}
	var lines []line
	for i, p := range players {
		l := newLine(name, p, units[i], ns[i])
		l.Beside = median(beside[i])
		lines = append(lines, l)
	}
	return lines, nil
}

// inMS writes a duration as Go and JavaScript both read it.
func inMS(d time.Duration) string { return fmt.Sprintf("%dms", d.Milliseconds()) }

// A timing is what engine/cmd/bench prints.
type timing struct {
	Path  string  `json:"path"`
	Unit  string  `json:"unit"`
	Items float64 `json:"items"`
	NS    float64 `json:"ns"`

	Beside float64 `json:"beside_ns"`

	Spans []Span  `json:"spans"`
	Error float64 `json:"error"`
}

func (p *player) time(args []string) (timing, error) {
	var t timing
	out, err := p.play(args...)
	if err != nil {
		return t, err
	}
	if err := json.Unmarshal(out, &t); err != nil {
		return t, fmt.Errorf("%s %s printed %q: %w", p.where, p.path, out, err)
	}
	if t.Path != p.path {
		return t, fmt.Errorf("%s %s took the path %s: this machine lacks the instructions", p.where, p.path, t.Path)
	}
	return t, nil
}
