/**
 * The menu of exhibits: a button that names the open one, and a panel of plain links. The panel
 * closes when something else is touched or takes the focus; Tab goes through it as through
 * the rest of the page, arrows move among its links.
 */

import { all, byId } from "./dom.js";

/** Where a key leads from a link, of so many; none is the focus on the button. */
const MOVES = {
  ArrowDown: (/** @type {number} */ at, /** @type {number} */ of) => (at + 1) % of,
  ArrowUp: (/** @type {number} */ at, /** @type {number} */ of) => (at > 0 ? at : of) - 1,
  Home: () => 0,
  End: (/** @type {number} */ _, /** @type {number} */ of) => of - 1,
};

export class Menu {
  constructor() {
    this.button = byId("menu");
    this.panel = byId("exhibits");
    this.box = this.button.parentElement;
    this.button.addEventListener("click", () => this.show(this.panel.hidden));
    this.box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.press(event));
    this.panel.addEventListener("click", (/** @type {Event} */ event) => {
      if (event.defaultPrevented) this.close(); // the page follows the link, not the browser beside it
    });
    this.box.addEventListener("focusout", (/** @type {FocusEvent} */ { relatedTarget }) => {
      if (relatedTarget && !this.box.contains(relatedTarget)) this.show(false);
    });
    addEventListener("pointerdown", ({ target }) => {
      if (target === this.box || !this.box.contains(target)) this.show(false); // beside it
    });
  }

  /** @param {boolean} yes */
  show(yes) {
    if (yes === !this.panel.hidden) return;
    this.panel.hidden = !yes;
    this.button.setAttribute("aria-expanded", String(yes));
    if (!yes) return;
    this.panel.style.setProperty("--from", `${this.panel.getBoundingClientRect().top}px`); // the header may wrap, or be scrolled
    this.button.focus(); // not every browser does by a click; it has to leave the menu to close it
  }

  /** Closes the menu from inside: the focus goes back to the button. */
  close() {
    if (this.panel.contains(document.activeElement)) this.button.focus();
    this.show(false);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const move = MOVES[/** @type {keyof MOVES} */ (event.key)];
    if (event.key === "Escape" && !this.panel.hidden) this.close();
    else if (move && (!this.panel.hidden || event.key.startsWith("Arrow"))) this.move(move);
    else return;
    event.preventDefault(); // the page has other uses for these keys
  }

  /** @param {(at: number, of: number) => number} to */
  move(to) {
    this.show(true);
    const links = all("a", this.panel);
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    links[to(at, links.length)].focus();
  }
}
