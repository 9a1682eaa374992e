/**
 * The picture of the open run: the view, or curves where there is no view. A view that fails is
 * replaced, by a new one or by curves, and the run goes on.
 */

import { Curves } from "./curves.js";
import { Frame, hasWebGL2 } from "./frame.js";

const LOSSES = 3; // pictures lost within a minute, after which curves are drawn

export class Stage {
  /**
   * @param {HTMLElement} box where the picture goes
   * @param {import("./look.js").LookBook} look
   * @param {import("./problems.js").Problems} problems
   * @param {import("./shelf.js").Shelf} shelf
   * @param {{starting: (name: string) => void, drawn: () => void, height: (css: number) => void, key: (e: any) => void, drag: () => void, drop: (file: File) => void}} on
   */
  constructor(box, look, problems, shelf, on) {
    this.box = box;
    this.look = look;
    this.problems = problems;
    this.shelf = shelf;
    this.on = on;
    /** @type {import("./run.js").Run | undefined} */
    this.run = undefined;
    /** @type {Frame | undefined} */
    this.frame = undefined;
    /** @type {Frame[]} */
    this.leaving = []; // older pictures, shown until the new one is drawn
    /** @type {Curves | undefined} */
    this.curves = undefined;
    /** @type {number[]} */
    this.losses = [];
    /** @type {boolean | undefined} */
    this.webgl2 = undefined;
    new ResizeObserver(() => this.fit()).observe(box);
  }

  fit() {
    this.frame?.fit();
    this.curves?.draw();
  }

  /** Whether the browser can draw the picture. Asked once: a context costs time. */
  draws() {
    this.webgl2 ??= hasWebGL2();
    return this.webgl2;
  }

  /** Sends for the view's program, which show will need. */
  prepare() {
    if (this.draws()) this.shelf.prepare();
  }

  /** @param {import("./run.js").Run} run to be shown from now on */
  show(run) {
    this.run = run;
    return this.draw();
  }

  /** Shows the run's picture: the view, or curves where there is no view. */
  async draw() {
    const run = this.run;
    if (this.curves && run) return this.curves.follow(run);
    if (!this.draws()) {
      return this.fall("This browser offers no WebGL2, so the run is drawn as curves. Switching on hardware acceleration often helps.");
    }
    let module;
    try {
      module = await this.shelf.view();
    } catch (error) {
      return this.fall(`${error instanceof Error ? error.message : error} The run is drawn as curves instead.`);
    }
    if (run !== this.run || !run || !module || this.curves) return;
    this.on.starting("view");
    const { port1, port2 } = new MessageChannel();
    run.attach(port1);
    if (this.frame) this.leaving.push(this.frame.fade());
    this.frame = this.raise(module, port2);
  }

  /**
   * Puts up a view.
   * @param {import("./types").Compiled} module
   * @param {MessagePort} port to the engine
   */
  raise(module, port) {
    /** @type {Frame} */
    const frame = new Frame(this.box, module, port, this.look, {
      drawn: () => this.drawn(frame),
      height: (css) => this.on.height(css),
      key: (event) => this.on.key(event),
      drag: () => this.on.drag(),
      drop: (file) => this.on.drop(file),
      lost: () => frame === this.frame && this.replace("its graphics context was lost"),
      missing: () => frame === this.frame && this.fall("The picture's document did not start; a policy of the page's host may forbid its script. The run is drawn as curves instead."),
      error: (text) => frame === this.frame && this.replace(text),
    });
    return frame;
  }

  /** @param {Frame} frame */
  drawn(frame) {
    if (frame !== this.frame) return;
    this.sweep();
    this.on.drawn();
  }

  sweep() {
    for (const old of this.leaving) old.remove();
    this.leaving = [];
  }

  /**
   * Puts a new picture in place of one that died; the run goes on.
   * @param {string} why
   */
  replace(why) {
    const now = performance.now();
    this.losses = [...this.losses.filter((t) => now - t < 60_000), now];
    if (this.losses.length > LOSSES) {
      this.losses = [];
      return this.fall(`The picture failed again and again (${why}). The run is drawn as curves instead.`);
    }
    this.frame?.remove();
    this.frame = undefined;
    this.draw();
  }

  /**
   * Falls back to curves.
   * @param {string} text
   */
  fall(text) {
    this.sweep();
    this.frame?.remove();
    this.frame = undefined;
    this.problems.show("view", { text, actions: [{ label: "Try the picture again", run: () => this.rise() }] });
    this.curves = new Curves(this.box, this.on.drawn);
    if (this.run) this.curves.follow(this.run);
  }

  /** Tries the picture again after a fall. */
  rise() {
    this.problems.hide("view");
    this.curves?.remove();
    this.curves = undefined;
    this.webgl2 = undefined;
    this.draw();
  }
}
