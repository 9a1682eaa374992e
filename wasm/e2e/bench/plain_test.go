package main

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"

	"driftlab/engine/nn"
	"driftlab/engine/nn/rnn"
	"driftlab/engine/rng"
)

// check is what node does after the text of plain.js: a gradient, and losses on the way down.
const check = `
import { readFileSync } from "node:fs";
const p = JSON.parse(readFileSync(0, "utf8"));
const net = new Training(p);
const { D, O, S } = net;
p.inputs.forEach((v, i) => (net.x[(i % D) * S + Math.floor(i / D)] = v));
for (let t = 0; t < p.T; t++) net.x[D * S + t] = 1;
p.targets.forEach((v, i) => (net.target[(i % O) * S + Math.floor(i / O)] = v));
net.m.set(p.m);
net.n.set(p.n);
net.forward();
net.backward();
const out = { dm: [...net.dm], dn: [...net.dn], losses: [] };
for (let step = 0; step < p.steps; step++) {
  net.step(p.rate, 0);
  out.losses.push(net.loss);
}
console.log(JSON.stringify(out));
`

// recurrent is the same for a recurrent network.
const recurrent = `
import { readFileSync } from "node:fs";
const p = JSON.parse(readFileSync(0, "utf8"));
const net = new Recurrent(p);
const { D, H, R, S, T } = net;
for (let t = 0; t < T; t++) {
  for (let d = 0; d < D; d++) for (let s = 0; s < S; s++) net.z[t][(H + d) * S + s] = p.inputs[(t * S + s) * D + d];
}
for (const name of ["w", "c", "context", "target"]) net[name].set(p[name]);
net.step();
net.step(); // nothing is left of the first
console.log(JSON.stringify({ dw: [...net.dw], dc: [...net.dc], loss: net.loss }));
`

// plain runs plain.js and then check on a problem and decodes what it found.
func plain(t *testing.T, check string, problem map[string]any, found any) {
	t.Helper()
	source, err := os.ReadFile("plain.js")
	if err != nil {
		t.Fatal(err)
	}
	in, err := json.Marshal(problem)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "--input-type=module", "--eval", string(source)+check)
	cmd.Stdin = strings.NewReader(string(in))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, found); err != nil {
		t.Fatal(err)
	}
}

// plain.js learns what engine/nn learns.
func TestPlainAgainstTheEngine(t *testing.T) {
	const samples, d, h, o, rate, steps = 13, 6, 9, 3, 0.1, 50
	inputs, targets := make([]float32, samples*d), make([]float32, samples*o)
	rng.Key{Seed: 1, Stream: 1}.Normals(inputs, 0)
	rng.Key{Seed: 1, Stream: 2}.Normals(targets, 0)
	net, batch := nn.New(d, h, o, nn.Rich, rng.Key{Seed: 1}), nn.NewBatch(samples, inputs, targets)
	var m, n []float32
	for j := range h {
		m, n = append(m, net.In(j)...), append(n, net.Out(j)...)
	}
	var got struct{ DM, DN, Losses []float64 }
	plain(t, check, map[string]any{
		"T": samples, "D": d, "H": h, "O": o, "inputs": inputs, "targets": targets,
		"m": m, "n": n, "rate": rate, "steps": steps,
	}, &got)

	pass, descent := nn.NewPass(net, batch), new(nn.Descent)
	pass.Forward(net, batch)
	pass.Backward(net, batch)
	for j := range h {
		grad := pass.Grad[j*(d+1+o) : (j+1)*(d+1+o)]
		near(t, "gradient of m", got.DM[j*(d+1):(j+1)*(d+1)], grad[:d+1])
		near(t, "gradient of n", got.DN[j*o:(j+1)*o], grad[d+1:])
	}
	var losses []float32
	for step := range steps {
		pass.Forward(net, batch)
		pass.Backward(net, batch)
		losses = append(losses, float32(pass.MSE))
		descent.Step(net, pass.Grad, rate, 0, rng.Key{}, uint64(step))
	}
	near(t, "loss", got.Losses, losses)
	if losses[steps-1] > losses[0]/2 {
		t.Errorf("the loss falls only from %v to %v", losses[0], losses[steps-1])
	}
}

// The recurrent network's gradient is that of engine/nn/rnn.
func TestPlainRecurrentAgainstTheEngine(t *testing.T) {
	const d, k, h, o, counted = 3, 2, 6, 2, 3
	steps := []int32{12, 12, 11, 9, 9, 7, 5, 3}
	net := rnn.New(d, k, h, o)
	net.Tau = 0.3
	rng.Key{Seed: 1, Stream: 1}.Normals(net.Theta, 0)
	batch := rnn.NewBatch(d, len(steps), 12, counted)
	batch.Begin(steps)
	inputs := make([]float32, 12*len(steps)*d)
	rng.Key{Seed: 1, Stream: 2}.Normals(inputs, 0)
	context, target := make([]int, len(steps)), make([]int, len(steps))
	for s := range steps {
		context[s], target[s] = s%k, (s/2)%o
		batch.Context[s], batch.Weight[s] = int32(context[s]), 1/float32(len(steps))
		for i := range counted {
			batch.Target[s*counted+i] = uint8(target[s])
		}
		for step := range 12 {
			for i := range d {
				batch.Set(step, s, i, inputs[(step*len(steps)+s)*d+i])
			}
		}
	}
	pass := rnn.NewPass(net, batch)
	pass.Forward(net, batch, rng.Key{}, 0)
	pass.Backward(net, batch)
	rows := net.Rows()
	var got struct {
		DW, DC []float64
		Loss   float64
	}
	plain(t, recurrent, map[string]any{
		"D": d, "K": k, "H": h, "O": o, "steps": steps, "counted": counted, "tau": 0.3, "noise": 0, "inputs": inputs,
		"w": turned(net.W(), rows, h), "c": turned(net.C(), h, o), "context": context, "target": target,
	}, &got)
	near(t, "gradient of w", got.DW, turned(pass.Grad[:rows*h], rows, h))
	near(t, "gradient of c", got.DC, turned(pass.Grad[rows*h:], h, o))
	near(t, "loss", []float64{got.Loss}, []float32{float32(pass.Loss)})
}

// turned is a matrix of so many rows and columns, column after column.
func turned(m []float32, rows, columns int) (out []float32) {
	for j := range columns {
		for i := range rows {
			out = append(out, m[i*columns+j])
		}
	}
	return out
}

func near(t *testing.T, what string, got []float64, want []float32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	for i, w := range want {
		if math.Abs(got[i]-float64(w)) > 1e-4*(0.1+math.Abs(float64(w))) {
			t.Errorf("%s: number %d is %v, the engine has %v", what, i, got[i], w)
		}
	}
}

func TestPlainNormals(t *testing.T) {
	source, err := os.ReadFile("plain.js")
	if err != nil {
		t.Fatal(err)
	}
	const sums = `
const random = new Normals(1), n = 100000;
let mean = 0, square = 0;
for (let i = 0; i < n; i++) {
  const v = random.next();
  mean += v / n;
  square += (v * v) / n;
}
console.log(JSON.stringify([mean, square]));`
	out, err := exec.Command("node", "--input-type=module", "--eval", string(source)+sums).Output()
	if err != nil {
		t.Fatal(err)
	}
	var moments [2]float64
	if err := json.Unmarshal(out, &moments); err != nil {
		t.Fatal(err)
	}
	if math.Abs(moments[0]) > 0.02 || math.Abs(moments[1]-1) > 0.03 {
		t.Errorf("mean and mean square are %v, want 0 and 1", moments)
	}
}
