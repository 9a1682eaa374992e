/**
 * What the calls of window.driftlab take. Only what JavaScript alone can tell is judged
 * here: whether a value is of the kind that can be sent to the engine without becoming
 * another (JSON makes null of NaN). What a dial or a step count may be, the engine says.
 */

const KINDS = ["png", "csv", "run"];
const FILES = ["[object Blob]", "[object File]", "[object ArrayBuffer]"];

/**
 * By call, what is wrong with its arguments: a sentence, or nothing.
 * @type {Record<string, (...args: any[]) => string>}
 */
const WRONG = {
  open: (scene, params = {}) =>
    typeof scene === "string" ? wrongValues(params) : `the exhibit's name is to be text, not ${show(scene)}`,
  step: (n = 1) => (Number.isInteger(n) ? "" : `${show(n)} is not a whole number`),
  set: (values) => wrongValues(values),
  draw: (ink = []) => (isBytes(ink) ? "" : `a drawing is to be its bytes, row after row, not ${show(ink)}`),
  export: (kind) => (KINDS.includes(kind) ? "" : `${show(kind)} is not one of ${KINDS.join(", ")}`),
  load: (file) =>
    ArrayBuffer.isView(file) || FILES.includes(Object.prototype.toString.call(file))
      ? ""
      : `a saved run is to be a Blob or its bytes, not ${show(file)}`,
};

/** The names of all calls. */
export const CALLS = ["open", "play", "pause", "step", "reset", "set", "draw", "state", "link", "about", "export", "load"];

/**
 * Throws a sentence if a call's arguments are of the wrong kind.
 * @param {string} name
 * @param {unknown[]} args
 */
export function judge(name, ...args) {
  const wrong = WRONG[name]?.(...args);
  if (wrong) throw new Error(`${name}: ${wrong}`);
}

/**
 * Whether these are bytes, or a list of numbers that could be.
 * @param {unknown} ink
 */
function isBytes(ink) {
  if (Array.isArray(ink)) return ink.every((v) => Number.isInteger(v) && v >= 0 && v <= 255);
  return ["[object Uint8Array]", "[object Uint8ClampedArray]"].includes(Object.prototype.toString.call(ink));
}

/** @param {unknown} values to be dials' values by name */
function wrongValues(values) {
  if (Object.prototype.toString.call(values) !== "[object Object]") {
    return `values by name are needed, such as {rate: 0.05}, not ${show(values)}`;
  }
  const plain = ["string", "number", "boolean"];
  const bad = Object.entries(/** @type {object} */ (values)).find(([, value]) => !plain.includes(typeof value));
  return bad ? `${bad[0]} is to be a number, text, true or false, not ${show(bad[1])}` : "";
}

/**
 * A value as a sentence names it.
 * @param {unknown} value
 */
export function show(value) {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? value.slice(0, 40) + "…" : value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return String(value);
}
