/** The keyboard: every action has a key, and the list of keys is made from the same table. */

import { handOn, turnsSlides } from "./deck.js";
import { all, byId, make } from "./dom.js";

/** What keys do: the keys, the action, the words. Held down, only those that repeat go on. */
const KEYS = [
  { keys: [" "], does: "play", words: "play or pause", show: ["Space"] },
  { keys: ["ArrowRight", "."], does: "step", words: "one step", show: ["→", "."], repeats: true },
  { keys: ["r"], does: "restart", words: "restart: same seed, same weights", show: ["R"] },
  { keys: ["n"], does: "seed", words: "new seed", show: ["N"] },
  { keys: ["f"], does: "freeze", words: "freeze the order of the rows (track)", show: ["F"] },
  { keys: ["d"], does: "poke", words: "drop a walker (valley, minima)", show: ["D"] },
  { keys: ["i"], does: "describe", words: "describe: step, phase, figures, and what has changed since last asked", show: ["I"] },
  { keys: ["t"], does: "theme", words: "next theme: dark, light, projector", show: ["T"] },
  { keys: ["p"], does: "panel", words: "show or hide the controls, which the projector theme hides", show: ["P"] },
  { keys: ["c"], does: "copy", words: "copy the link", show: ["C"] },
  { keys: ["s"], does: "run", words: "save the run", show: ["S"] },
  { keys: ["o"], does: "open", words: "open a saved run", show: ["O"] },
  { keys: ["Escape"], does: "hush", words: "hide what was said", show: ["Esc"] },
  { keys: ["?"], does: "help", words: "this list", show: ["?"] },
];

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const SLIDES = [...ARROWS, "PageUp", "PageDown", "Home", "End"]; // what moves a slider

/** @typedef {{key: string, code: string, shift: boolean, repeat: boolean}} Press */

export class Keys {
  /**
   * @param {import("./actions.js").Actions} act
   * @param {boolean} embedded slide keys go to the parent
   */
  constructor(act, embedded) {
    this.act = act;
    this.embedded = embedded;
    this.stepping = 0; // steps that are not done yet
    addEventListener("keydown", (event) => {
      if (event.repeat && event.key === "Enter" && !stepsOn(event.target)) event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      const { key, code, shiftKey: shift, repeat } = event;
      if (byId("help").open || belongsTo(event.target, nameOf({ key, code, shift, repeat }))) return;
      if (this.press({ key, code, shift, repeat })) event.preventDefault();
    });
    this.list();
  }

  /**
   * A key pressed in the view, which has no use for it.
   * @param {Press} press
   */
  fromView(press) {
    if (this.press(press)) return;
    const page = innerHeight * 0.85;
    const by = { PageDown: page, PageUp: -page, ArrowDown: 40, ArrowUp: -40, End: 1e6, Home: -1e6 }[press.key];
    if (by) scrollBy(0, by);
  }

  /**
   * Does what the key is for; reports whether it is for anything.
   * @param {Press} press
   */
  press(press) {
    if (this.embedded && turnsSlides(press.key)) {
      handOn(press.key);
      return true;
    }
    const name = nameOf(press);
    const tab = all("[data-tab]")[Number(name) - 1];
    const found = KEYS.find(({ keys }) => keys.includes(name));
    if (tab && !press.repeat) tab.click();
    else if (found && (!press.repeat || found.repeats)) this.perform(found.does, press.repeat);
    else if (!tab && !found && this.embedded && press.key.length === 1) handOn(press.key);
    return !!(tab || found);
  }

  /**
   * Does it; a key that is held repeats faster than some steps are taken, and waits for each.
   * @param {string} does
   * @param {boolean} held
   */
  async perform(does, held) {
    if (does !== "step") return this.act.perform(does);
    if (held && this.stepping) return;
    this.stepping++;
    await this.act.perform(does);
    this.stepping--;
  }

  /** Fills the overlay in. */
  list() {
    const rows = [...KEYS, { words: "the exhibits", show: all("[data-tab]").map((_, i) => String(i + 1)) }];
    for (const { words, show } of rows) {
      const term = make("dt");
      term.append(...show.map((text) => make("kbd", text)));
      byId("keys").append(term, make("dd", words));
    }
  }
}

/**
 * What a key is called in the list: the Latin letter, digit or mark that it writes. A key of
 * another script goes by its place on the keyboard, and so does one of the digits' row that
 * writes something else, as in France.
 * @param {Press} press
 */
function nameOf({ key, code, shift }) {
  if (key.length > 1) return key;
  const letter = key.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (KEYS.some(({ keys }) => keys.includes(letter)) || /\d/.test(key)) return letter;
  if (digit) return shift ? letter : digit;
  if (/\p{Script=Latin}/u.test(key)) return letter;
  if (code === "Period" && !shift) return ".";
  if (code === "Slash" && shift) return "?";
  return /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? letter;
}

/**
 * Whether Enter, held on this, takes step after step; any other button acts once.
 * @param {EventTarget | null} target
 */
function stepsOn(target) {
  return target instanceof Element && target.matches("[data-do=step]");
}

/**
 * Whether a key belongs to the element that has the focus.
 * @param {EventTarget | null} target
 * @param {string} name
 */
function belongsTo(target, name) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("select, textarea")) return true;
  if (target instanceof HTMLInputElement) {
    if (target.type === "range") return SLIDES.includes(name) || /^[\d.,+-]$/.test(name);
    if (target.type === "radio") return ARROWS.includes(name) || name === " ";
    return target.type === "checkbox" ? name === " " : true;
  }
  return name === " " && target.matches("button, summary, a");
}
