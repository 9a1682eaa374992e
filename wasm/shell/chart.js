/** One chart in SVG: lines over a common axis, on the scales of the picture's. */

const NS = "http://www.w3.org/2000/svg";
const COLORS = ["--accent", "--warn"]; // of the lines; dashes tell them apart too
const TINT = ["--ground", "--warn", "--accent", "--muted"]; // of the phases, faintly; none first
const MINUS = "\u2212";

/**
 * @typedef {{x: number, y: number, w: number, h: number}} Box
 * @typedef {(name: string) => string} Palette a colour of the page's by its name
 */

/**
 * @param {Box} box
 * @param {import("./types").Curves} curves whose axis and bands the chart has
 * @param {import("./types").Chart} chart
 * @param {Palette} color
 */
export function drawChart(box, curves, chart, color) {
  const g = element("g", {});
  const named = chart.lines.some(({ name }) => name);
  const plot = { x: box.x + 44, y: box.y + 42, w: box.w - 54, h: Math.max(16, box.h - 64) };
  const last = curves.steps[curves.steps.length - 1] ?? 0;
  const across = scale(curves.log ? 1 : 0, Math.max(last, curves.log ? 10 : 1), plot.x, plot.x + plot.w, curves.log);
  const up = scale(...range(chart), plot.y + plot.h, plot.y, false);
  g.append(title(box, chart, color), element("rect", { ...sized(plot), fill: color("--surface") }));
  g.append(...bands(plot, curves, across, color));
  for (const v of ticks(up.lo, up.hi, Math.min(6, Math.max(2, Math.floor(plot.h / 26))))) {
    const y = up.at(v);
    g.append(element("line", { x1: plot.x, x2: plot.x + plot.w, y1: y, y2: y, stroke: color("--line") }));
    g.append(label(plot.x - 6, y + 4, short(v), color("--muted"), "end"));
  }
  const most = Math.min(11, Math.max(2, Math.floor(plot.w / 52)));
  for (const v of curves.log ? decades(across.hi, most) : ticks(0, across.hi, most)) {
    g.append(label(across.at(v), box.y + box.h - 6, short(v), color("--muted"), "middle"));
  }
  g.append(label(box.x, box.y + box.h - 6, curves.axis, color("--muted"), "start"));
  g.append(element("rect", { ...sized(plot), fill: "none", stroke: color("--edge") }));
  chart.lines.forEach((line, i) => {
    const ink = inkOf(i, color);
    for (const points of runs(line.y, curves.steps, across, up)) {
      g.append(element("polyline", { points, fill: "none", stroke: ink, "stroke-width": 2, "stroke-dasharray": line.dashed ? "6 4" : "none" }));
    }
  });
  if (named) g.append(...names(plot, chart.lines, color));
  return g;
}

/**
 * The lines' names, in the corner that lines which fall leave free.
 * @param {Box} plot
 * @param {import("./types").Chart["lines"]} lines
 * @param {Palette} color
 */
function names(plot, lines, color) {
  return lines.map((line, i) => {
    const y = plot.y + plot.h - 8 - 17 * (lines.length - 1 - i);
    const name = label(plot.x + 8, y, (line.dashed ? "- - " : "— ") + line.name, inkOf(i, color), "start");
    for (const [key, value] of Object.entries({ "paint-order": "stroke", stroke: color("--surface"), "stroke-width": "4" })) {
      name.setAttribute(key, value);
    }
    return name;
  });
}

/**
 * @param {number} i
 * @param {Palette} color
 */
function inkOf(i, color) {
  return color(COLORS[i % COLORS.length]);
}

/**
 * @param {Box} box
 * @param {import("./types").Chart} chart
 * @param {Palette} color
 */
function title(box, chart, color) {
  const text = label(box.x, box.y + 14, chart.title, color("--text"), "start");
  text.setAttribute("font-weight", "600");
  const unit = element("tspan", { fill: color("--muted"), "font-weight": "400", dx: 8 });
  unit.textContent = chart.unit;
  text.append(unit);
  return text;
}

/**
 * The phases: each a tint over its part of the axis, and its name above, where that fits.
 * @param {Box} plot
 * @param {import("./types").Curves} curves
 * @param {Scale} across
 * @param {Palette} color
 */
function bands(plot, curves, across, color) {
  const all = curves.bands ?? [];
  return all.flatMap((band, i) => {
    const from = i ? across.at(band.from) : plot.x;
    const to = i + 1 < all.length ? across.at(all[i + 1].from) : plot.x + plot.w;
    const tint = element("rect", { x: from, y: plot.y - 20, width: Math.max(0, to - from), height: plot.h + 20, fill: color(TINT[band.phase] ?? TINT[0]), "fill-opacity": 0.16 });
    const name = to - from > 7 * band.name.length ? band.name : to - from > 12 && band.phase ? String(band.phase) : "";
    const words = label((from + to) / 2, plot.y - 6, name, color("--text"), "middle");
    const border = element("line", { x1: from, x2: from, y1: plot.y, y2: plot.y + plot.h, stroke: color("--muted") });
    return i ? [tint, border, words] : [tint, words];
  });
}

/**
 * The range of a chart: its own, or that of its lines with some room.
 * @param {import("./types").Chart} chart
 * @returns {[number, number]}
 */
function range({ lo, hi, least, lines }) {
  if (lo !== hi) return [lo, hi];
  const values = lines.flatMap(({ y }) => y).filter((v) => v !== null);
  if (!values.length) return [0, Math.max(least, 1)];
  let [low, high] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  if (high - low < least) [low, high] = [low - (least - high + low) / 2, low + (least + high - low) / 2];
  const pad = (high - low) / 20;
  return [low - pad, high + pad];
}

/** @typedef {{lo: number, hi: number, at: (v: number) => number}} Scale */

/**
 * @param {number} lo
 * @param {number} hi
 * @param {number} from
 * @param {number} to
 * @param {boolean} log
 * @returns {Scale}
 */
function scale(lo, hi, from, to, log) {
  const place = (/** @type {number} */ v) => (log ? Math.log(Math.max(v, lo) / lo) / Math.log(hi / lo) : (v - lo) / (hi - lo));
  return { lo, hi, at: (v) => from + (to - from) * Math.min(1, Math.max(0, place(v))) };
}

/**
 * A line's points, in as many pieces as there are gaps.
 * @param {(number | null)[]} values
 * @param {number[]} steps
 * @param {Scale} across
 * @param {Scale} up
 */
function runs(values, steps, across, up) {
  /** @type {string[][]} */
  const pieces = [[]];
  values.forEach((v, i) => {
    if (v === null) pieces.push([]);
    else pieces[pieces.length - 1].push(`${across.at(steps[i]).toFixed(1)},${up.at(v).toFixed(1)}`);
  });
  return pieces.filter((p) => p.length).map((p) => p.join(" "));
}

/**
 * Multiples of 1, 2 or 5 times a power of ten that divide a range into at most so many parts.
 * @param {number} lo
 * @param {number} hi
 * @param {number} most
 */
function ticks(lo, hi, most) {
  const least = (hi - lo) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5].find((m) => m * power >= least * (1 - 1e-9)) ?? 10);
  const found = [];
  for (let i = Math.ceil(lo / step - 1e-9); i * step <= hi + 1e-9 * step && found.length <= most; i++) found.push(i * step);
  return found;
}

/**
 * @param {number} hi
 * @param {number} most
 */
function decades(hi, most) {
  const last = Math.floor(Math.log10(hi) + 1e-9);
  const stride = 1 + Math.floor(last / most);
  return Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => 10 ** (i * stride));
}

/** @param {Box} box */
function sized({ x, y, w, h }) {
  return { x, y, width: w, height: h };
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
export function element(tag, attributes) {
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
export function label(x, y, text, fill, anchor) {
  const e = element("text", { x, y, fill, "text-anchor": anchor, "font-size": 13, "font-family": "system-ui, sans-serif" });
  e.textContent = text;
  return e;
}

/**
 * A number in a few characters: −0.5, 250, 2.5k, 10k, 1M.
 * @param {number} value
 */
function short(value) {
  const size = Math.abs(value);
  const [unit, suffix] = size >= 1e9 ? [1e9, "G"] : size >= 1e6 ? [1e6, "M"] : size >= 1e3 ? [1e3, "k"] : [1, ""];
  return String(Number((value / unit).toPrecision(3))).replace("-", MINUS) + suffix;
}
