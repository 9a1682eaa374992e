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

/** out[at + t] = sum of w[from + d] * rows[d*S + t] over count rows, for all t in S. */
function combine(out, at, w, from, count, rows, S) {
  for (let t = 0; t < S; t += 4) {
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

/** out[at + d] = sum of v[from + t] * rows[d*S + t] over all t in S, for count rows. */
function dotRows(out, at, count, v, from, rows, S) {
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    let a = 0, b = 0, c = 0, d = 0;
    for (let t = 0, i = k * S; t < S; t++, i++) {
      const u = v[from + t];
      a += u * rows[i];
      b += u * rows[i + S];
      c += u * rows[i + 2 * S];
      d += u * rows[i + 3 * S];
    }
    out[at + k] = a;
    out[at + k + 1] = b;
    out[at + k + 2] = c;
    out[at + k + 3] = d;
  }
  for (; k < count; k++) {
    let a = 0;
    for (let t = 0; t < S; t++) a += v[from + t] * rows[k * S + t];
    out[at + k] = a;
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
