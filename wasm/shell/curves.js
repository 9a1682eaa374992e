/** The run as curves in SVG, where there is no WebGL2: the same curves as the picture has. */

import { readBack } from "./canvas.js";
import { drawChart, element, label } from "./chart.js";

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
    this.svg = /** @type {SVGSVGElement} */ (element("svg", {}));
    this.svg.setAttribute("class", "curves");
    this.svg.setAttribute("role", "img");
    this.svg.setAttribute("aria-label", "Curves of the run's measures over its steps");
    /** @type {import("./run.js").Run | undefined} */
    this.run = undefined;
    this.step = -1; // the newest the engine has told of
    this.asked = -1; // the one those on show are of, or those on their way
    /** @type {import("./types").Curves | undefined} */
    this.curves = undefined; // as drawn
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
      this.curves = (await this.run.command({ kind: "curves" })).curves;
      this.draw();
      this.onDrawn();
    } catch {
      // The run has ended; the next one will be followed.
    }
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.box;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("width", String(width));
    this.svg.setAttribute("height", String(height));
    const curves = this.curves;
    if (!curves) return;
    const across = Math.max(1, Math.min(curves.charts.length, Math.floor(width / 300)));
    const down = Math.ceil(curves.charts.length / across);
    const w = (width - GAP * (across + 1)) / across;
    const h = (height - GAP * (down + 1)) / down;
    const color = palette();
    const charts = curves.charts.map((chart, i) => {
      const box = { x: GAP + (i % across) * (w + GAP), y: GAP + Math.floor(i / across) * (h + GAP), w, h };
      return drawChart(box, curves, chart, color);
    });
    this.svg.replaceChildren(...charts);
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
    const color = palette();
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
    return { ...read, step: this.curves?.step ?? -1 };
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

/** The page's colours by name. */
function palette() {
  const style = getComputedStyle(document.documentElement);
  return (/** @type {string} */ name) => style.getPropertyValue(name).trim();
}
