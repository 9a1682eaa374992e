/** What the visitor is told when something goes wrong, above the picture. */

import { byId, make } from "./dom.js";

const LINES = 3; // of the notice

export class Problems {
  constructor() {
    this.box = byId("problem");
    this.notice = byId("notice");
    /** @type {Map<string, import("./types").Problem>} */
    this.problems = new Map();
    this.dismissed = "";
    this.told = false; // the notice is of the run, not of its address
  }

  /**
   * Says what is wrong with a part ("engine", "view", "network", "action",
   * "file") and what can
   * be done.
   * @param {string} part
   * @param {import("./types").Problem} problem
   */
  show(part, problem) {
    if (this.problems.get(part)?.text === problem.text) return;
    this.problems.set(part, problem);
    this.render();
  }

  /** @param {string} part */
  hide(part) {
    if (this.problems.delete(part)) this.render();
  }

  /** A new run: what was wrong with the old one is past. The picture may still be missing. */
  clear() {
    for (const part of ["engine", "network", "action", "file"]) this.hide(part);
    this.dismissed = "";
    this.note([]);
  }

  /** What is wrong now, or nothing. */
  text() {
    return [...this.problems.values()].map((p) => p.text).join(" ");
  }

  render() {
    this.box.replaceChildren(...[...this.problems.values()].map(paragraph));
    this.box.hidden = !this.problems.size;
  }

  /**
   * Lists what the address asked for in vain, once, until dismissed.
   * @param {string[]} notices
   */
  list(notices) {
    const key = notices.join("\n");
    if (key === this.dismissed) return;
    this.dismissed = key;
    this.note(notices, "In the address: ");
  }

  /**
   * Tells something of the run that is no problem, until it plays.
   * @param {string} text
   */
  tell(text) {
    this.note([text]);
    this.told = true;
  }

  /**
   * Tells something of the run that is to be read even while it plays.
   * @param {string} text
   * @param {{label: string, run: () => void}[]} actions that take it away
   */
  announce(text, actions = []) {
    this.note([text], "", actions);
  }

  /** @param {import("./types").Status} status */
  follow({ playing, notices }) {
    if (playing && this.told) this.note([]);
    this.list(notices ?? []);
  }

  /**
   * Shows as many texts as three lines hold and counts the others: the picture is more
   * important. Pointing at them shows all.
   * @param {string[]} texts
   * @param {string} lead
   * @param {{label: string, run: () => void}[]} actions
   */
  note(texts, lead = "", actions = []) {
    this.told = false;
    this.notice.hidden = !texts.length;
    const p = make("p");
    p.title = texts.join("\n");
    const hide = () => (this.notice.hidden = true);
    const buttons = make("div");
    buttons.append(...actions.map(({ label, run }) => button(label, () => (hide(), run()))), button("Dismiss", hide));
    this.notice.replaceChildren(p, buttons);
    for (let shown = texts.length; shown > 0; shown--) {
      p.textContent = lead + some(texts, shown);
      if (p.scrollHeight <= (LINES + 0.5) * parseFloat(getComputedStyle(p).lineHeight)) return;
    }
  }
}

/**
 * The first texts, and how many more there are.
 * @param {string[]} texts
 * @param {number} shown
 */
function some(texts, shown) {
  const more = texts.length - shown;
  return texts.slice(0, shown).join("; ") + (more ? `; and ${more} more` : "");
}

/** @param {import("./types").Problem} problem */
function paragraph({ text, actions = [] }) {
  const p = make("p", text + " ");
  p.append(...actions.map(({ label, run }) => button(label, run)));
  return p;
}

/**
 * @param {string} label
 * @param {() => void} run
 */
function button(label, run) {
  const b = make("button", label);
  b.type = "button";
  b.addEventListener("click", run);
  return b;
}
