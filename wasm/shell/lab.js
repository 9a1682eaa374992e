/**
 * The open exhibit: one run and its picture. A run that ends takes its worker with it; a
 * picture that fails is replaced, by a new one or by curves, and the run goes on.
 */

import { Curves } from "./curves.js";
import { Frame, hasWebGL2 } from "./frame.js";
import { hasSimd, hasWasm, loadProgram } from "./programs.js";
import { Run } from "./run.js";

const MOST_BYTES = 256 << 20; // of a saved run; the engine reads no more
const LOSSES = 3; // pictures lost within a minute, after which curves are drawn

export class Lab {
  /**
   * @param {HTMLElement} box where the picture goes
   * @param {import("./look.js").LookBook} look
   * @param {import("./problems.js").Problems} problems
   * @param {{status: (s: import("./types").Status) => void, progress: (name: string, bytes: number, of: number) => void, drawn: () => void, height: (css: number) => void, key: (e: any) => void, drag: (target: EventTarget) => void}} on
   */
  constructor(box, look, problems, on) {
    this.box = box;
    this.look = look;
    this.problems = problems;
    this.on = on;
    /** @type {import("./types").Status | undefined} */
    this.status = undefined;
    /** @type {Run | undefined} */
    this.run = undefined;
    /** @type {Frame | undefined} */
    this.frame = undefined;
    /** @type {Frame[]} */
    this.leaving = []; // older pictures, shown until the new one is drawn
    /** @type {Curves | undefined} */
    this.curves = undefined;
    this.plain = hasWasm() && !hasSimd(); // the engine without SIMD is in use
    /** @type {{[name: string]: Promise<WebAssembly.Module> | undefined}} */
    this.modules = {};
    /** @type {Set<string>} */
    this.failed = new Set();
    /** @type {number[]} */
    this.losses = [];
    /** @type {boolean | undefined} */
    this.webgl2 = undefined;
    this.turn = 0;
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

  /**
   * The program, loaded and compiled once.
   * @param {"engine" | "plain" | "view"} name
   */
  module(name) {
    const part = name === "view" ? "view" : "engine";
    this.modules[name] ??= loadProgram(
      name,
      (bytes, of) => this.on.progress(part, bytes, of),
      this.failed.has(name),
    );
    return this.modules[name];
  }

  /**
   * Forgets a program that did not arrive: the next call of module tries again.
   * @param {string} name
   */
  forget(name) {
    this.modules[name] = undefined;
    this.failed.add(name);
  }

  /**
   * Opens what the address names, in a new worker, and resolves when it is open.
   * @param {string} address
   * @param {boolean} play
   */
  async open(address, play) {
    const turn = ++this.turn;
    this.run?.end();
    this.run = undefined;
    this.problems.clear();
    const again = () => this.open(address, play).catch(() => {});
    if (!hasWasm()) {
      const text = `This browser cannot run WebAssembly, so nothing can be computed here. ${words("The words can be read all the same. ")}A current Firefox, Chrome, Edge or Safari will do, unless WebAssembly is switched off.`;
      this.problems.show("engine", { text, actions: [{ label: "Try again", run: () => location.reload() }] });
      throw new Error(text);
    }
    const loading = this.engine();
    if (this.draws()) this.module("view")?.catch(() => {}); // picture() tells
    let module;
    try {
      module = await loading;
    } catch (error) {
      const text = `${sentence(error)} Without it nothing can be computed${words("; the words can be read all the same")}.`;
      if (turn === this.turn) this.problems.show("engine", { text, actions: [{ label: "Try again", run: again }] });
      throw error;
    }
    if (turn !== this.turn) return;
    const run = (this.run = this.start(module, address));
    try {
      await run.command({ kind: "open", address });
      if (turn !== this.turn) return;
      this.picture(); // now, so that its start does not hold up the engine's
      if (play) await run.command({ kind: "play" });
    } catch (error) {
      if (turn === this.turn) throw error; // else the next wish has ended this run
    }
  }

  /**
   * Opens a saved run, paused, in a worker of its own. It takes the place of the present
   * run when it is open: a bad file does no harm. Rejects with a sentence.
   * @param {Blob} file
   */
  async load(file) {
    if (file.size > MOST_BYTES) throw new Error("the file is too large for a saved run");
    const turn = this.turn;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const run = this.start(await this.engine(), "");
    try {
      await run.load(bytes);
      if (turn !== this.turn) throw new Error("something else was opened meanwhile");
    } catch (error) {
      run.end();
      throw error;
    }
    this.turn++;
    this.run?.end();
    this.run = run;
    this.problems.clear();
    this.picture();
    await run.command({ kind: "status" });
  }

  /** The engine's program, with SIMD or without. */
  async engine() {
    const name = this.plain ? "plain" : "engine";
    try {
      return await this.module(name);
    } catch (error) {
      this.forget(name);
      throw error;
    }
  }

  /**
   * Starts a worker. Nothing is heard of its run until that is this.run.
   * @param {WebAssembly.Module | undefined} module
   * @param {string} address opened again should the engine stop before it says its own
   */
  start(module, address) {
    if (!module) throw new Error("there is no engine");
    let link = address;
    const again = () => this.open(link, true).catch(() => {});
    const restart = [{ label: "Start again with the same settings", run: again }];
    const run = new Run(module, undefined, {
      status: (status) => {
        link = status.link;
        if (run !== this.run) return;
        this.status = status;
        this.on.status(status);
        this.curves?.stir(status.step);
      },
      crash: (text) => {
        if (run !== this.run) return;
        this.problems.show("engine", { text: `The engine has stopped: ${text}.`, actions: restart });
      },
      silent: (yes) => {
        if (run !== this.run) return run.end("it took too long to open");
        if (!yes) return this.problems.hide("engine");
        this.problems.show("engine", { text: "The engine has not answered for ten seconds.", actions: restart });
      },
    });
    return run;
  }

  /** Shows the run's picture: the view, or curves where there is no view. */
  async picture() {
    const run = this.run;
    if (this.curves && run) return this.curves.follow(run);
    if (!this.draws()) {
      return this.fall("This browser offers no WebGL2, so the run is drawn as curves. Switching on hardware acceleration often helps.");
    }
    let module;
    try {
      module = await this.module("view");
    } catch (error) {
      this.forget("view");
      return this.fall(`${sentence(error)} The run is drawn as curves instead.`);
    }
    if (run !== this.run || !run || !module || this.curves) return;
    const { port1, port2 } = new MessageChannel();
    run.attach(port1);
    if (this.frame) this.leaving.push(this.frame.fade());
    /** @type {Frame} */
    const frame = new Frame(this.box, module, port2, this.look, {
      drawn: () => this.drawn(frame),
      height: (css) => this.on.height(css),
      key: (event) => this.on.key(event),
      drag: (target) => this.on.drag(target),
      lost: () => frame === this.frame && this.replace("its graphics context was lost"),
      missing: () => frame === this.frame && this.fall("The picture's document could not be loaded. The run is drawn as curves instead."),
      error: (text) => frame === this.frame && this.replace(text),
    });
    this.frame = frame;
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
    this.picture();
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
    this.picture();
  }

  /**
   * @param {import("./types").Command} command
   * @returns {Promise<import("./types").Reply>}
   */
  async command(command) {
    if (!this.run) throw new Error("no exhibit is open");
    return this.run.command(command);
  }

  /** The run as a file. */
  async save() {
    if (!this.run) throw new Error("no exhibit is open");
    const { bytes } = await this.run.save();
    return new Blob(bytes ? [bytes] : [], { type: "application/octet-stream" });
  }
}

/**
 * Text that speaks of the words beside the picture; embedded, there are none.
 * @param {string} text
 */
function words(text) {
  return document.documentElement.classList.contains("embedded") ? "" : text;
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}
