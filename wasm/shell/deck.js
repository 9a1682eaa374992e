/** Embedded, the keyboard is the embedding page's: slides turn, whatever was clicked. */

import { leaveFocus } from "./embed.js";

/** Keys that turn slides, with the codes that decks know them by. */
const SLIDES = /** @type {{[key: string]: number}} */ ({
  PageUp: 33, PageDown: 34, End: 35, Home: 36,
  ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Escape: 27,
});

/** @param {string} key */
export function turnsSlides(key) {
  return key in SLIDES;
}

/**
 * Hands a key on: to the embedding page itself where it is of the same origin and takes it,
 * else as a message.
 * @param {string} key
 */
export function handOn(key) {
  if (!giveKey(key)) parent.postMessage({ driftlab: "key", key }, "*");
}

/** @param {string} key */
function giveKey(key) {
  try {
    const { document: page, KeyboardEvent: Event } = /** @type {any} */ (parent);
    const keyCode = SLIDES[key] ?? key.toUpperCase().charCodeAt(0);
    const event = new Event("keydown", { key, keyCode, which: keyCode, bubbles: true, cancelable: true });
    return !(page.activeElement ?? page.body).dispatchEvent(event);
  } catch {
    return false; // the embedding page is a stranger
  }
}

/** A click leaves the keyboard where it was: in the deck. Who comes by Tab keeps it. */
export function lendKeyboard() {
  addEventListener("pointerup", () => setTimeout(leaveFocus));
}
