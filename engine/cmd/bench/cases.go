package main

import (
	"fmt"
	"strings"
	"time"

	"driftlab/engine/nn/mlp"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/num"
	"driftlab/engine/rng"
	"driftlab/engine/track"
)

// A trial is something to be timed.
type trial struct {
	name  string
	unit  string // what is counted
	saved bool   // starts from a saved run
	open  func(file []byte) (work, error)
}

// A work is what a trial does, again and again.
type work struct {
	do     func() (items int)   // so many units
	beside func() time.Duration // of what was done, the time that went to work beside a run; may be nil
}

const (
	manyNormals = 4096
	// The first layer of fig2.
	units, weights, samples = 500, 19, 152
)

var trials = []trial{
	{name: "fig2", unit: "step", open: opener("scene=track&preset=fig2")},
	{name: "gd", unit: "step", open: opener("scene=track&preset=fig2&noise-kind=none")},
	{name: "fig2-sparse", unit: "step", saved: true, open: openSaved},
	{name: "tiny", unit: "step", open: opener("scene=track&preset=tiny")},
	{name: "tiny-sparse", unit: "step", open: openThinned("scene=track&preset=tiny")},
	{name: "tiny-stepwise", unit: "step", open: openThinned("scene=track&preset=tiny&leaps=false")},
	{name: "adam", unit: "step", open: opener("scene=track&preset=fig2&rule=adam&rate=0.001&noise-kind=none")},
	{name: "sed", unit: "step", open: opener("scene=track&preset=fig2&rule=sed&rate=0.9&noise-kind=none")},
	{name: "label", unit: "step", open: opener("scene=track&preset=fig2&noise-kind=label")},
	{name: "sweep", unit: "step", saved: true, open: openSwept(true)},
	{name: "sweep-stepwise", unit: "step", saved: true, open: openSwept(false)},
	{name: "beside", unit: "step", open: openBeside},
	{name: "valley", unit: "step", open: opener("scene=valley&preset=crowd&walkers=4096")},
	{name: "hebbian", unit: "step", open: opener("scene=hebbian&preset=line")},
	{name: "rnn", unit: "step", open: opensRNN(30, 64, func(s int) int { return 81 - s })},
	{name: "rnn100", unit: "step", open: opensRNN(100, 32, func(int) int { return 55 })},
	{name: "mlp", unit: "multiply-add", open: opensMLP(196, 400, 20, 0.29)},
	{name: "mlp2000", unit: "multiply-add", open: opensMLP(784, 2000, 50, 0.19)},
	{name: "normals", unit: "normal", open: openNormals},
	{name: "gemm", unit: "multiply-add", open: openGEMM},
	{name: "decode", unit: "frame", saved: true, open: openDecode},
}

func lookup(name string) (trial, error) {
	var names []string
	for _, c := range trials {
		if c.name == name {
			return c, nil
		}
		names = append(names, c.name)
	}
	return trial{}, fmt.Errorf("there is no case %q; there are %s", name, strings.Join(names, ", "))
}

func openNormals([]byte) (work, error) {
	dst, step := make([]float32, manyNormals), uint64(0)
	return work{do: func() int {
		rng.Key{Seed: 1}.Normals(dst, step)
		step++
		return manyNormals
	}}, nil
}

// opensRNN goes through trials of so many steps and back, with 4 inputs, 15 contexts and 2 outputs, noise
// and leak: a step of the exhibit stability without what a rule does.
func opensRNN(units, trials int, steps func(s int) int) func([]byte) (work, error) {
	return func([]byte) (work, error) {
		net := rnn.New(4, 15, units, 2)
		net.Tau, net.Noise = 0.2, 0.158
		key := rng.Key{Seed: 1}
		key.Normals(net.Theta, 0)
		num.Scale(net.Theta[:len(net.Theta)&^(num.Lanes-1)], 0.1, net.Theta)
		const counted = 5
		lengths := make([]int32, trials)
		for s := range lengths {
			lengths[s] = int32(steps(s))
		}
		b := rnn.NewBatch(net.D, trials, steps(0), counted)
		b.Begin(lengths)
		x := make([]float32, net.D)
		for s := range lengths {
			b.Context[s], b.Weight[s] = int32(s%net.K), 1/float32(trials)
			for t := range steps(s) {
				rng.Key{Seed: 2, Stream: uint32(s)}.Normals(x, uint64(t))
				for i, v := range x {
					b.Set(t, s, i, v)
				}
			}
		}
		p, at := rnn.NewPass(net, b), uint64(0)
		return work{do: func() int {
			p.Forward(net, b, key, at)
			p.Backward(net, b)
			at++
			return 1
		}}, nil
	}
}

// opensMLP takes steps of a network with one hidden layer and 10 outputs in a batch of samples, a share of whose
// inputs are not 0: a step of the exhibit sticky. Counted are the multiply-adds of inputs and units that are
// on, forward and back.
func opensMLP(inputs, units, samples int, share float32) func([]byte) (work, error) {
	return func([]byte) (work, error) {
		net := &mlp.Net{D: inputs, H: units, O: 10}
		net.Theta = make([]float32, net.Size())
		weights := make([]float32, net.Size())
		rng.Key{Seed: 1}.Normals(weights, 0)
		net.EachRow(func(row []float32) {
			for i := range row {
				row[i] = 0.05 * weights[i]
			}
			weights = weights[len(row):]
		})
		p := mlp.NewPass(net, samples)
		p.Begin()
		targets, x, on := make([]byte, samples), make([]float32, inputs), 0
		for s := range targets {
			targets[s] = byte(s % net.O)
			rng.Key{Seed: 2}.Uniforms(x, uint64(s))
			var index []int32
			var values []float32
			for i, v := range x {
				if v < share {
					index, values = append(index, int32(i)), append(values, v/share)
				}
			}
			p.Add(net, index, values, nil)
			on += len(index)
		}
		l := &mlp.Learner{M: make([]float32, net.Size()), V: make([]float32, net.Size())}
		l.Reset(net)
		rule := num.Attract{Where: num.OfGradient, Lambda: 4.12, Gamma: 4.7, A1: 0.279}
		return work{do: func() int {
			p.Forward(net)
			p.Lose(net, targets)
			p.Backward(net, targets, 1/float32(samples))
			l.Step(net, p, rule, 1e-4)
			return 2*on*units + 2*p.Active()*net.O + samples*units*net.O
		}}, nil
	}
}

// openGEMM multiplies the input weights of all units with all samples.
func openGEMM([]byte) (work, error) {
	w := num.Rows{Data: make([]float32, units*weights), Stride: weights, Len: weights}
	h := num.Rows{Data: make([]float32, units*samples), Stride: samples, Len: samples}
	x := make([]float32, weights*samples)
	rng.Key{Seed: 1}.Normals(w.Data, 0)
	rng.Key{Seed: 1}.Normals(x, 1)
	tiles, on := num.NewLists(units, num.Tiles(samples)), num.NewLists(units, num.Tiles(samples))
	for j := range units {
		for t := range num.Tiles(samples) {
			tiles.Append(j, t)
		}
	}
	return work{do: func() int {
		num.Activate(h, w, x, &tiles, &on)
		return units * weights * samples
	}}, nil
}

// openDecode reads a picture as the view does.
func openDecode(file []byte) (work, error) {
	sim, err := load(file)
	if err != nil {
		return work{}, err
	}
	b, err := sim.AppendFrame(nil, true)
	if err != nil {
		return work{}, err
	}
	var f track.Frame
	return work{do: func() int {
		if _, err := f.UnmarshalMsg(b); err != nil {
			panic(err) // it was written a moment ago
		}
		return 1
	}}, nil
}
