/** How far the programs are on their way. It never stands still without a word. */

import { byId, say, setText } from "./dom.js";

const QUIET = 4000; // ms without news, after which the page says what it waits for

const PARTS = /** @type {const} */ (["engine", "view", "data"]);
const WAITS = {
  waiting: "the server's answer",
  loading: "the rest of a program: the connection is slow, or has stalled",
  fetching: "the exhibit's data: the connection is slow, or has stalled",
  compiling: "the browser to prepare a program",
  starting: "a program to start",
};

export class Progress {
  constructor() {
    this.box = byId("progress");
    this.word = byId("progress-word");
    /** @type {{[part: string]: keyof typeof WAITS | undefined}} */
    this.stages = { engine: "waiting", view: "waiting" };
    this.heard = performance.now();
    this.timer = setInterval(() => this.listen(), 1000);
  }

  /**
   * @param {string} part
   * @param {number} bytes
   * @param {number} of
   */
  load(part, bytes, of) {
    byId(`progress-${part}`).value = bytes / of;
    const mega = (/** @type {number} */ n) => (n / 1e6).toFixed(2);
    const text = `${mega(bytes)} of ${mega(of)} MB`;
    if (part !== "data") return this.enter(part, bytes < of ? "loading" : "compiling", text);
    byId("fetching").hidden = bytes >= of; // has a line of its own: data may come at any time
    this.enter(part, bytes < of ? "fetching" : undefined, text);
  }

  /** @param {string} part */
  start(part) {
    this.enter(part, "starting", "starting");
  }

  /**
   * @param {string} part
   * @param {keyof typeof WAITS | undefined} stage nothing, if the part is not waited for
   * @param {string} text
   */
  enter(part, stage, text) {
    this.stages[part] = stage;
    setText(byId(`bytes-${part}`), text);
    this.heard = performance.now();
    say(this.word, "");
  }

  listen() {
    const quiet = performance.now() - this.heard;
    if (quiet < QUIET) return;
    const seconds = quiet < 10_000 ? QUIET / 1000 : 10 * Math.floor(quiet / 10_000); // seldom: it is read out
    const slowest = Object.keys(WAITS).find((stage) => PARTS.some((part) => this.stages[part] === stage));
    const what = WAITS[/** @type {keyof typeof WAITS} */ (slowest)];
    say(this.word, `Nothing new for ${seconds} seconds; still waiting for ${what}.`);
  }

  /** There is a picture. */
  end() {
    clearInterval(this.timer);
    this.box.hidden = true;
  }
}
