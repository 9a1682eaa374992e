package main

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"

	"driftlab/engine/nn"
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

// plain runs plain.js on a problem and decodes what it found.
func plain(t *testing.T, problem map[string]any, found any) {
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
	plain(t, map[string]any{
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
