/**
 * The training step of engine/nn in plain JavaScript, for comparison: the same network, the
 * same full batch, the same rule, in Float32Arrays, sums held in local numbers, four
 * samples at a time.
 *
 *   h = relu(m x + b)   y = n h   L = mean (y - target)^2   theta -= rate (grad + noise N(0, 1))
 *
 * T samples (padded to S, a multiple of four), D inputs, H units, O outputs. Matrices are
 * flat, row after row, with the samples along the rows.
 */

export class Training {
  /** @param {{T: number, D: number, H: number, O: number}} size */
  constructor({ T, D, H, O }) {
    const S = (T + 3) & ~3;
    Object.assign(this, { T, D, H, O, S });
    this.x = new Float32Array((D + 1) * S); // the inputs, and a row of ones for the bias
    this.target = new Float32Array(O * S);
    this.m = new Float32Array(H * (D + 1)); // input weights and bias, unit after unit
    this.n = new Float32Array(H * O); // output weights, unit after unit
    this.h = new Float32Array(H * S);
    this.y = new Float32Array(O * S);
    this.g = new Float32Array(O * S); // the loss by y
    this.dh = new Float32Array(S); // the loss by one unit's activity
    this.dm = new Float32Array(this.m.length);
    this.dn = new Float32Array(this.n.length);
    this.loss = NaN;
    this.random = new Normals(1);
  }

  /** Draws data and weights of a usual size. */
  fill() {
    const { T, D, H, O, S, x, target, m, n, random } = this;
    for (let t = 0; t < T; t++) {
      for (let d = 0; d < D; d++) x[d * S + t] = Math.tanh(random.next());
      x[D * S + t] = 1;
      for (let o = 0; o < O; o++) target[o * S + t] = Math.tanh(random.next());
    }
    for (let i = 0; i < m.length; i++) m[i] = random.next() * Math.sqrt(2 / D);
    for (let i = 0; i < n.length; i++) n[i] = (random.next() * 2) / H;
    return this;
  }

  /**
   * @param {number} rate
   * @param {number} noise
   */
  step(rate, noise) {
    this.forward();
    this.backward();
    descend(this.m, this.dm, rate, noise, this.random);
    descend(this.n, this.dn, rate, noise, this.random);
  }

  forward() {
    const { T, D, H, O, S, x, m, n, h, y, g, target } = this;
    y.fill(0);
    for (let j = 0; j < H; j++) {
      combine(h, j * S, m, j * (D + 1), D + 1, x, S);
      for (let i = j * S; i < (j + 1) * S; i++) if (h[i] < 0) h[i] = 0;
    }
    // Four units at a time, so that each output is loaded and stored once for them.
    let j = 0;
    for (; j + 4 <= H; j += 4) addUnits(y, n, j, O, h, S);
    for (; j < H; j++) addUnit(y, n, j, O, h, S);
    const scale = 2 / (T * O);
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      const e = y[i] - target[i];
      sum += e * e;
      g[i] = scale * e;
    }
    this.loss = sum / (T * O);
  }

  backward() {
    const { D, H, O, S, x, n, h, g, dh, dm, dn } = this;
    for (let j = 0; j < H; j++) {
      dotRows(dn, j * O, O, h, j * S, g, S);
      combine(dh, 0, n, j * O, O, g, S);
      for (let t = 0; t < S; t++) if (!(h[j * S + t] > 0)) dh[t] = 0;
      dotRows(dm, j * (D + 1), D + 1, dh, 0, x, S);
    }
  }
}

/**
 * The training step of engine/nn/rnn, likewise: trials side by side, longest first, S of them, a multiple
 * of four.
 *
 *   h = w (r, x, e) + noise N(0, 1)   r = (1 - tau) r + tau relu(h)   y = c r
 *
 * D inputs x, one of K contexts e, H units, O outputs. The loss is the cross-entropy of softmax y, summed over
 * the last steps of each trial and averaged over trials.
 */
export class Recurrent {
  /** @param {{D: number, K: number, H: number, O: number, steps: number[], counted: number, tau: number, noise: number}} size */
  constructor({ D, K, H, O, steps, counted, tau, noise }) {
    const S = steps.length, T = steps[0], R = H + D;
    Object.assign(this, { D, K, H, O, S, T, R, steps, counted, tau, noise });
    const rows = (n, many) => Array.from({ length: many }, () => new Float32Array(n * S));
    this.z = rows(R, T + 1); // r before each step, and the inputs of the step
    this.a = rows(H, T); // relu(h)
    this.w = new Float32Array(H * (R + K)); // unit after unit
    this.c = new Float32Array(O * H); // output after output
    this.dw = new Float32Array(this.w.length);
    this.dc = new Float32Array(this.c.length);
    this.back = new Float32Array(H * H); // the recurrent part of w, transposed
    [this.held, this.dr, this.dh, this.sum] = rows(H, 4);
    this.context = new Int32Array(S);
    this.target = new Int32Array(S);
    this.dy = rows(O, counted);
    this.loss = NaN;
    this.random = new Normals(1);
  }

  /** Draws data and weights of a usual size. */
  fill() {
    const { K, H, S, T, R, z, w, c, context, target, random } = this;
    for (let t = 0; t < T; t++) for (let i = H * S; i < R * S; i++) z[t][i] = random.next();
    for (let s = 0; s < S; s++) [context[s], target[s]] = [s % K, s % 2];
    for (let i = 0; i < w.length; i++) w[i] = random.next() / Math.sqrt(H);
    for (let i = 0; i < c.length; i++) c[i] = random.next() / Math.sqrt(H);
    return this;
  }

  /** How many trials last beyond a step, rounded up to four. */
  active(step) {
    let n = this.S;
    while (n > 0 && this.steps[n - 1] <= step) n--;
    return (n + 3) & ~3;
  }

  step() {
    this.forward();
    this.backward();
  }

  forward() {
    const { K, H, S, T, R, z, a, w, held, context, tau, noise, random } = this;
    for (let j = 0; j < H; j++) {
      for (let s = 0; s < S; s++) held[j * S + s] = K > 0 ? w[j * (R + K) + R + context[s]] : 0;
    }
    this.loss = 0;
    for (let t = 0; t < T; t++) {
      const n = this.active(t), at = a[t], now = z[t], next = z[t + 1];
      for (let j = 0; j < H; j++) {
        combine(at, j * S, w, j * (R + K), R, now, S, n);
        for (let i = j * S; i < j * S + n; i++) {
          let h = at[i] + held[i];
          if (noise > 0) h += noise * random.next();
          at[i] = h > 0 ? h : 0;
          next[i] = (1 - tau) * now[i] + tau * at[i];
        }
      }
      this.answer(t, n);
    }
  }

  /** The loss of the trials for which a step counts, and its gradient by their outputs. */
  answer(t, n) {
    const { H, O, S, steps, counted, c, target } = this, r = this.z[t + 1];
    for (let s = 0; s < n; s++) {
      const k = t - steps[s] + counted;
      if (k < 0 || k >= counted) continue;
      let total = 0;
      const dy = this.dy[k];
      for (let o = 0; o < O; o++) {
        let y = 0;
        for (let j = 0; j < H; j++) y += c[o * H + j] * r[j * S + s];
        total += dy[o * S + s] = Math.exp(y);
      }
      for (let o = 0; o < O; o++) dy[o * S + s] /= total;
      this.loss -= Math.log(dy[target[s] * S + s]) / S;
      dy[target[s] * S + s] -= 1;
    }
  }

  backward() {
    const { K, H, S, T, R, z, a, w, dw, dc, back, dr, dh, sum, held, tau, context } = this;
    for (const x of [dw, dc, dr, held]) x.fill(0);
    for (let i = 0; i < H; i++) for (let j = 0; j < H; j++) back[i * H + j] = w[j * (R + K) + i];
    for (let t = T - 1; t >= 0; t--) {
      const n = this.active(t);
      this.question(t, n);
      for (let j = 0; j < H; j++) {
        for (let i = j * S; i < j * S + n; i++) {
          dh[i] = a[t][i] > 0 ? tau * dr[i] : 0;
          held[i] += dh[i];
        }
        dotRows(dw, j * (R + K), R, dh, j * S, z[t], S, n, true);
      }
      for (let i = 0; i < H; i++) {
        combine(sum, i * S, back, i * H, H, dh, S, n);
        for (let k = i * S; k < i * S + n; k++) dr[k] = (1 - tau) * dr[k] + sum[k];
      }
    }
    for (let j = 0; j < H; j++) {
      for (let s = 0; s < S && K > 0; s++) dw[j * (R + K) + R + context[s]] += held[j * S + s];
    }
  }

  /** Takes the gradient by the outputs of a step to r and to c. */
  question(t, n) {
    const { H, O, S, steps, counted, c, dc, dr } = this, r = this.z[t + 1];
    for (let s = 0; s < n; s++) {
      const k = t - steps[s] + counted;
      if (k < 0 || k >= counted) continue;
      for (let o = 0; o < O; o++) {
        const d = this.dy[k][o * S + s] / S;
        for (let j = 0; j < H; j++) {
          dr[j * S + s] += d * c[o * H + j];
          dc[o * H + j] += d * r[j * S + s];
        }
      }
    }
  }
}

/** out[at + t] = sum of w[from + d] * rows[d*S + t] over count rows, for the first n of S samples t. */
function combine(out, at, w, from, count, rows, S, n = S) {
  for (let t = 0; t < n; t += 4) {
    let a = 0, b = 0, c = 0, d = 0;
    for (let k = 0, i = t; k < count; k++, i += S) {
      const v = w[from + k];
      a += v * rows[i];
      b += v * rows[i + 1];
      c += v * rows[i + 2];
      d += v * rows[i + 3];
    }
    out[at + t] = a;
    out[at + t + 1] = b;
    out[at + t + 2] = c;
    out[at + t + 3] = d;
  }
}

/**
 * out[at + d] = sum of v[from + t] * rows[d*S + t] over the first n of S samples t, for count rows; or it is
 * added to what is there.
 */
function dotRows(out, at, count, v, from, rows, S, n = S, add = false) {
  if (!add) out.fill(0, at, at + count);
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    let a = 0, b = 0, c = 0, d = 0;
    for (let t = 0, i = k * S; t < n; t++, i++) {
      const u = v[from + t];
      a += u * rows[i];
      b += u * rows[i + S];
      c += u * rows[i + 2 * S];
      d += u * rows[i + 3 * S];
    }
    out[at + k] += a;
    out[at + k + 1] += b;
    out[at + k + 2] += c;
    out[at + k + 3] += d;
  }
  for (; k < count; k++) {
    let a = 0;
    for (let t = 0; t < n; t++) a += v[from + t] * rows[k * S + t];
    out[at + k] += a;
  }
}

/** Adds what units j to j+3 say to the outputs y. */
function addUnits(y, n, j, O, h, S) {
  const h0 = j * S, h1 = h0 + S, h2 = h1 + S, h3 = h2 + S;
  for (let o = 0; o < O; o++) {
    const a = n[j * O + o], b = n[(j + 1) * O + o], c = n[(j + 2) * O + o], d = n[(j + 3) * O + o];
    for (let t = 0, i = o * S; t < S; t++, i++) {
      y[i] += a * h[h0 + t] + b * h[h1 + t] + (c * h[h2 + t] + d * h[h3 + t]);
    }
  }
}

/** Adds what unit j says to the outputs y. */
function addUnit(y, n, j, O, h, S) {
  for (let o = 0; o < O; o++) {
    const a = n[j * O + o];
    for (let t = 0, i = o * S; t < S; t++, i++) y[i] += a * h[j * S + t];
  }
}

/** theta -= rate (grad + noise N(0, 1)) */
function descend(theta, grad, rate, noise, random) {
  for (let i = 0; i < theta.length; i++) theta[i] -= rate * (grad[i] + noise * random.next());
}

/** Standard normals: Marsaglia's xorshift and the Box-Muller transform. */
export class Normals {
  /** @param {number} seed not 0 */
  constructor(seed) {
    this.word = seed | 0;
    this.spare = 0;
    this.full = false;
  }

  uniform() {
    let w = this.word;
    w ^= w << 13;
    w ^= w >>> 17;
    w ^= w << 5;
    this.word = w;
    return ((w >>> 0) + 0.5) / 4294967296;
  }

  next() {
    if (this.full) {
      this.full = false;
      return this.spare;
    }
    const r = Math.sqrt(-2 * Math.log(this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = r * Math.sin(angle);
    this.full = true;
    return r * Math.cos(angle);
  }
}

/** What can be timed, as engine/cmd/bench has it: a call of work does so many items. */
export const cases = {
  fig2: () => training({ T: 150, D: 18, H: 500, O: 17 }, 0.1, 0.01389),
  tiny: () => training({ T: 5, D: 20, H: 100, O: 5 }, 0.1, 0.06),
  rnn: () => recurrent(30, Array.from({ length: 64 }, (_, s) => 81 - s)),
  rnn100: () => recurrent(100, Array(32).fill(55)),
  normals() {
    const random = new Normals(1);
    const out = new Float32Array(4096);
    const work = () => {
      for (let i = 0; i < out.length; i++) out[i] = random.next();
    };
    return { unit: "normal", items: out.length, work };
  },
  gemm() {
    const { m, x, h, D, H, S } = new Training({ T: 150, D: 18, H: 500, O: 1 }).fill();
    const work = () => {
      for (let j = 0; j < H; j++) combine(h, j * S, m, j * (D + 1), D + 1, x, S);
    };
    return { unit: "multiply-add", items: H * (D + 1) * S, work };
  },
};

/**
 * @param {{T: number, D: number, H: number, O: number}} size
 * @param {number} rate
 * @param {number} noise
 */
function training(size, rate, noise) {
  const net = new Training(size).fill();
  return { unit: "step", items: 1, work: () => net.step(rate, noise) };
}

/**
 * @param {number} units
 * @param {number[]} steps of the trials
 */
function recurrent(units, steps) {
  const net = new Recurrent({ D: 4, K: 15, H: units, O: 2, steps, counted: 5, tau: 0.2, noise: 0.158 }).fill();
  return { unit: "step", items: 1, work: () => net.step() };
}
