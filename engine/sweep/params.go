// Package sweep is many whole runs of the exhibit track's networks, each with its own rule, noise, task and size, drawn
// from ranges (Ratzon, Derdikman, Barak, eLife 2024;12:RP90069, figure 3; the paper). What run i is follows from the dials
// and i alone: it can be done anywhere, in shards, and opened in track.
package sweep

import (
	"fmt"
	"strings"

	"driftlab/engine/param"
)

// Params are the dials of the exhibit. The zero value is not usable; see Defaults.
type Params struct {
	Seed   int
	Runs   int // in all shards
	Length int // training steps of a run
	Shard  int // this one does the runs i with i mod Shards = Shard
	Shards int

	On [5]choices // of what is drawn, in the order of drawn

	Noise   span  // s_u, of runs with update noise
	Label   span  // s_l, of runs with label noise
	Samples count // T
	Inputs  count // D
	Outputs count // O

	Rates [3]float64 // of Rules
	Units int        // H

	Course  string // one of Courses: the picture's thin lines
	Network int    // the run that is described, marked and opened; -1 for the first that is done, which is only opened
}

// A span is a range, with both ends; a count is one of whole numbers.
type (
	span  struct{ lo, hi float64 }
	count struct{ lo, hi int }
)

func (c count) span() span { return span{float64(c.lo), float64(c.hi)} }

// A choices says which of some words there are to choose from.
type choices [4]bool

// What is drawn from words, as places in Params.On.
const (
	ofRule = iota
	ofKind
	ofTask
	ofInit
	words
)

// drawn are the words, and what they are.
var drawn = [words]struct {
	what  string
	names []string
}{
	{"learning rule", Rules[:]}, {"kind of noise", Kinds[:]}, {"task", Tasks[:]}, {"output weights at the start", Inits[:]},
}

// The most runs, and training steps of one.
const mostRuns, mostSteps = 10_000, 10_000_000

// Defaults are the values of the preset "minute".
func Defaults() Params {
	p := Params{
		Seed: 1, Runs: 100, Length: 20_000, Shards: 1,
		Noise: span{0.03, 0.3}, Label: span{0.5, 5}, Samples: count{2, 6}, Inputs: count{5, 20}, Outputs: count{2, 8},
		Rates: [3]float64{0.1, 0.001, 0.95}, Units: 50, Course: Courses[0], Network: -1,
	}
	for i := range drawn {
		for k := range drawn[i].names {
			p.On[i][k] = true
		}
	}
	p.On[ofKind][NoNoise] = false
	return p
}

// Dials declares every dial over p; the values p has are the defaults.
func (p *Params) Dials() *param.Set {
	var s param.Set
	s.Int(&p.Seed, "seed", 0, 999999999, "seed", param.Fresh,
		param.Help("All that is random follows from it: run i has the seed 10,000 × this + i, but for what is beyond nine digits."))
	s.Int(&p.Runs, "runs", 1, mostRuns, "runs", param.Fresh, param.Log,
		param.Help("In all shards together. What a run is does not depend on how many there are."))
	s.Int(&p.Length, "length", 1, mostSteps, "steps of a run", param.Fresh, param.Log)
	before := len(s.All())
	p.ranges(&s)
	for _, d := range s.All()[before:] {
		d.Group = param.Group{Name: "What runs are drawn from"}
	}
	rates := [...]string{"The paper has 0.1.", "The paper has 0.001.", "Stochastic error descent: the paper has 0.9 to 1. It diverges easily."}
	for i, rule := range Rules {
		s.Float(&p.Rates[i], rule+"-rate", 1e-4, 10, "learning rate of "+rule, param.Symbol("η"), param.Fresh, param.Log, param.Help(rates[i]))
	}
	s.Int(&p.Units, "units", 10, 1000, "hidden units", param.Symbol("H"), param.Fresh, param.Log)
	s.Int(&p.Shard, "shard", 0, mostRuns-1, "shard", param.Fresh,
		param.Help("With several shards, which of them is done here: runs are dealt out like cards, beginning with shard 0."))
	s.Int(&p.Shards, "shards", 1, mostRuns, "shards", param.Fresh, param.Log,
		param.Help("How many machines share the runs."))
	s.Choice(&p.Course, "course", Courses[:], "time courses", param.View,
		param.Help("What the thin lines show of each run."))
	// As wide as a seed, so that it has no slider: what is beside a run has nothing in common with it.
	s.Int(&p.Network, "network", -1, 999999999, "run to be opened", param.View,
		param.Help("By its number: it is marked in the picture and described below it, and a button opens it in track; −1: the first that is done."))
	s.Presets = presets
	return &s
}

// ranges declares what runs are drawn from.
func (p *Params) ranges(s *param.Set) {
	help := [...]string{"", "gd and adam have it; sed, whose steps are random, has none.", "", "rich: variance 2/H; lazy: standard deviation 2/H, which is smaller."}
	for i, of := range drawn {
		for k, name := range of.names {
			label := of.what + ": " + name
			s.Bool(&p.On[i][k], name, label, param.Fresh, param.Help(help[i]))
		}
	}
	real := func(v *span, name, symbol string, lo, hi float64) {
		s.Float(&v.lo, name+"-from", lo, hi, name+" from", param.Symbol(symbol), param.Fresh, param.Log)
		s.Float(&v.hi, name+"-to", lo, hi, name+" to", param.Symbol(symbol), param.Fresh, param.Log)
	}
	real(&p.Noise, "noise", "σᵤ", 1e-4, 1)
	real(&p.Label, "label-noise", "σₗ", 1e-3, 10)
	whole := func(v *count, name, symbol string, lo int) {
		s.Int(&v.lo, name+"-from", lo, mostSize, name+" from", param.Symbol(symbol), param.Fresh)
		s.Int(&v.hi, name+"-to", lo, mostSize, name+" to", param.Symbol(symbol), param.Fresh)
	}
	whole(&p.Samples, "samples", "T", 2)
	whole(&p.Inputs, "inputs", "D", 1)
	whole(&p.Outputs, "outputs", "O", 1)
}

// mostSize bounds samples, inputs and outputs: as track has them.
const mostSize = 200

// check says why there is nothing to draw from; nil where there is.
func (p *Params) check() error {
	for i, of := range drawn {
		if p.On[i] == (choices{}) {
			return fmt.Errorf("%s are all off: one %s at least has to be on", strings.Join(of.names, ", "), of.what)
		}
	}
	for _, r := range [...]struct {
		name string
		span
	}{{"noise", p.Noise}, {"label-noise", p.Label}, {"samples", p.Samples.span()}, {"inputs", p.Inputs.span()}, {"outputs", p.Outputs.span()}} {
		if r.lo > r.hi {
			return fmt.Errorf("%s-from and %s-to: a range cannot go from %g to %g", r.name, r.name, r.lo, r.hi)
		}
	}
	if p.Shard >= p.Shards {
		return fmt.Errorf("shard: there is no shard %d where shards is %d; the first is 0", p.Shard, p.Shards)
	}
	if p.Shard >= p.Runs {
		return fmt.Errorf("shard: of %d runs shard %d has none", p.Runs, p.Shard)
	}
	return nil
}
