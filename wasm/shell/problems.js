/** What the visitor is told when something goes wrong, above the picture. */

import { byId, make } from "./dom.js";

export class Problems {
  constructor() {
    this.box = byId("problem");
    this.notice = byId("notice");
    /** @type {Map<string, import("./types").Problem>} */
    this.problems = new Map();
    this.dismissed = "";
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
    this.notice.hidden = !notices.length;
    if (!notices.length) return;
    const items = make("ul");
    items.append(...notices.map((text) => make("li", text)));
    const close = button("Dismiss", () => (this.notice.hidden = true));
    this.notice.replaceChildren(make("p", "Not everything in the address could be understood; the rest was applied:"), items, close);
  }
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
