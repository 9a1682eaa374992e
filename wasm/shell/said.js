/**
 * What is said in passing: what a touch of the model did, and descriptions that were asked
 * for. It is read out, and stands over the picture for as long as it takes to read.
 */

import { byId, make } from "./dom.js";

const LEAST = 4000; // ms
const LETTER = 70; // ms of reading

export class Said {
  constructor() {
    this.box = byId("said");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.timer);
    this.box.replaceChildren(make("span", text)); // a new one: the same words are read out again
    this.timer = setTimeout(() => this.clear(), LEAST + LETTER * text.length);
  }

  clear() {
    clearTimeout(this.timer);
    this.box.replaceChildren();
  }
}
