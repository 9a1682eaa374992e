/** The run as curves in SVG, where there is no WebGL2: one small chart for each measure. */

import { readBack } from "./canvas.js";

const NS = "http://www.w3.org/2000/svg";
const REFRESH = 700; // ms
const GAP = 16;

export class Curves {
  /**
   * @param {HTMLElement} box
   * @param {() => void} onDrawn
   */
  constructor(box, onDrawn) {
    this.box = box;
    this.onDrawn = onDrawn;
    this.svg = document.createElementNS(NS, "svg");
    this.svg.setAttribute("class", "curves");
    this.svg.setAttribute("role", "img");
    this.svg.setAttribute("aria-label", "Curves of the run's measures over its steps");
    /** @type {import("./run.js").Run | undefined} */
    this.run = undefined;
    this.step = -1; // the newest the engine has told of
    this.asked = -1; // the one the table on show is of, or that is on its way
    this.shown = -1; // the one that is drawn
    /** @type {{name: string, values: number[]}[]} */
    this.columns = [];
    this.timer = setInterval(() => this.refresh(), REFRESH);
    box.append(this.svg);
  }

  /** @param {import("./run.js").Run} run */
  follow(run) {
    this.run = run;
    this.asked = NaN; // a paused run tells of no step
  }

  /** @param {number} step */
  stir(step) {
    this.step = step;
  }

  async refresh() {
    if (!this.run || this.step === this.asked) return;
    this.asked = this.step;
    try {
      const { text } = await this.run.command({ kind: "csv" });
      this.columns = parse(text ?? "");
      this.shown = this.columns[0].values[this.columns[0].values.length - 1];
      this.draw();
      this.onDrawn();
    } catch {
      // The run has ended; the next one will be followed.
    }
  }

  draw() {
    const width = this.box.clientWidth;
    const height = this.box.clientHeight;
    const [steps, ...rest] = this.columns;
    const measures = rest.filter(({ name }) => name !== "phase"); // said in words below
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("width", String(width));
    this.svg.setAttribute("height", String(height));
    this.svg.replaceChildren();
    if (!steps) return;
    const across = Math.max(1, Math.min(measures.length, Math.floor(width / 300)));
    const down = Math.ceil(measures.length / across);
    const w = (width - GAP * (across + 1)) / across;
    const h = (height - GAP * (down + 1)) / down;
    const style = getComputedStyle(document.documentElement);
    measures.forEach((measure, i) => {
      const x = GAP + (i % across) * (w + GAP);
      const y = GAP + Math.floor(i / across) * (h + GAP);
      this.svg.append(chart({ x, y, w, h }, steps.values, measure, style));
    });
  }

  /**
   * The curves as they stand, with a legend under them.
   * @param {number} scale
   * @param {import("./types").Legend} legend
   * @returns {Promise<import("./types").Pixels>}
   */
  async pixels(scale, { title, text }) {
    await this.refresh();
    const { clientWidth: w, clientHeight: h } = this.box;
    const style = getComputedStyle(document.documentElement);
    const color = (/** @type {string} */ of) => style.getPropertyValue(of).trim();
    const lines = [title, ...wrapped(text, Math.floor((w - 2 * GAP) / 7))];
    const whole = /** @type {SVGSVGElement} */ (this.svg.cloneNode(true));
    const high = h + 20 * lines.length + GAP;
    whole.setAttribute("viewBox", `0 0 ${w} ${high}`);
    whole.setAttribute("height", String(high));
    lines.forEach((line, i) => whole.append(label(GAP, h + 14 + 20 * i, line, color(i ? "--muted" : "--text"), "start")));
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(whole)], { type: "image/svg+xml" }));
    await image.decode();
    const read = readBack(w * scale, high * scale, (pen) => {
      pen.fillStyle = color("--ground");
      pen.fillRect(0, 0, w * scale, high * scale);
      pen.drawImage(image, 0, 0, w * scale, high * scale);
    });
    URL.revokeObjectURL(image.src);
    return { ...read, step: this.shown };
  }

  remove() {
    clearInterval(this.timer);
    this.svg.remove();
  }
}

/**
 * Text in lines of at most so many letters, broken between words.
 * @param {string} text
 * @param {number} most
 */
function wrapped(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The table by columns; what is no number becomes NaN.
 * @param {string} csv
 */
function parse(csv) {
  const [head, ...rows] = csv.trim().split("\n").filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  return head.map((name, i) => ({ name, values: rows.map((row) => Number(row[i])) }));
}

/**
 * One measure over the logarithm of the step.
 * @param {{x: number, y: number, w: number, h: number}} box
 * @param {number[]} steps
 * @param {{name: string, values: number[]}} measure
 * @param {CSSStyleDeclaration} style
 */
function chart(box, steps, { name, values }, style) {
  const color = (/** @type {string} */ of) => style.getPropertyValue(of).trim();
  const g = document.createElementNS(NS, "g");
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const plot = { x: box.x, y: box.y + 24, w: box.w, h: Math.max(10, box.h - 44) };
  const top = Math.log10(1 + (steps[steps.length - 1] || 1));
  g.append(
    element("rect", { x: plot.x, y: plot.y, width: plot.w, height: plot.h, fill: color("--surface"), stroke: color("--line") }),
    label(box.x, box.y + 14, name.replaceAll("_", " "), color("--text"), "start"),
    label(box.x, box.y + box.h - 4, "step 0", color("--muted"), "start"),
    label(box.x + box.w, box.y + box.h - 4, short(steps[steps.length - 1] ?? 0), color("--muted"), "end"),
  );
  if (!finite.length) return g;
  g.append(label(box.x + box.w, box.y + 14, `${short(low)} to ${short(high)}`, color("--muted"), "end"));
  const points = values.map((value, i) => {
    const x = plot.x + (plot.w * Math.log10(1 + steps[i])) / top;
    const y = plot.y + plot.h - 4 - ((plot.h - 8) * (value - low)) / (high - low || 1);
    return Number.isFinite(value) ? `${x.toFixed(1)},${y.toFixed(1)}` : "";
  });
  g.append(element("polyline", { points: points.filter(Boolean).join(" "), fill: "none", stroke: color("--accent"), "stroke-width": 2 }));
  return g;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function element(tag, attributes) {
  const e = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, String(value));
  return e;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} fill
 * @param {string} anchor
 */
function label(x, y, text, fill, anchor) {
  const e = element("text", { x, y, fill, "text-anchor": anchor, "font-size": 13, "font-family": "system-ui, sans-serif" });
  e.textContent = text;
  return e;
}

/** @param {number} value */
function short(value) {
  return Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(3)));
}
