package valley

import "driftlab/engine/wire"

//go:generate go tool msgp -tests=false -io=false -o state_gen.go
//msgp:limit arrays:8192 maps:64

// A State is what a run has come to, beyond what follows from its dials. A dial that was
// turned on the way left its mark in it.
type State struct {
	Step  int64   `msg:"step"`
	Arm   int     `msg:"arm"` // the floor of the start, as it was at step 0
	Steps int     `msg:"steps"`
	Far2  float64 `msg:"far2"`
	Lost  bool    `msg:"lost"`
	Spent float64 `msg:"spent"`
	Ended bool    `msg:"mixed"` // named after label noise, the first cause

	Crowd Group  `msg:"crowd"`
	Left  []bool `msg:"left"`
	Been  []bool `msg:"been"` // beyond the stable part of the floor; empty where it was not noted

	Drops    Group       `msg:"drops"` // those in use
	FromX    wire.Floats `msg:"fromx"`
	FromY    wire.Floats `msg:"fromy"`
	Dropped  int         `msg:"dropped"`
	NextDrop int         `msg:"nextdrop"`

	Rows    wire.Doubles `msg:"rows"` // the history
	Spread  float64      `msg:"spread"`
	Next    float64      `msg:"next"`
	HistMax float32      `msg:"histmax"`

	Pull Pull `msg:"pull"` // empty where it was not measured

	Stride int64       `msg:"stride"` // of the trails
	TrailX wire.Floats `msg:"trailx"` // points x mostTrails, oldest first
	TrailY wire.Floats `msg:"traily"`
}

// A Pull is what was measured of the drift.
type Pull struct {
	Kind   string       `msg:"kind"`
	Rate   float64      `msg:"rate"`
	Noise  float64      `msg:"noise"`
	From   wire.Floats  `msg:"from"`
	N      wire.Doubles `msg:"n"`
	Sum    wire.Doubles `msg:"sum"`
	Square wire.Doubles `msg:"square"`
}

// A Group is walkers.
type Group struct {
	X    wire.Floats `msg:"x"`
	Y    wire.Floats `msg:"y"`
	Gone []bool      `msg:"gone"`
}
