/**
 * The open exhibit: one run and its picture. A run that ends takes its worker with it; a
 * picture that fails is replaced, by a new one or by curves, and the run goes on.
 */

import { Curves } from "./curves.js";
import { sentence } from "./dom.js";
import { Frame, hasWebGL2 } from "./frame.js";
import { Kept, newKey } from "./kept.js";
import { hasSimd, hasWasm, loadProgram } from "./programs.js";
import { RELOAD } from "./room.js";
import { Run } from "./run.js";

const MOST_BYTES = 256 << 20; // of a saved run; the engine reads no more
const KEEPING = 3000; // ms that a run has to hand itself over
const LONG = 1000; // steps of a run that nobody should lose by a key
const LOSSES = 3; // pictures lost within a minute, after which curves are drawn

export class Lab {
  /**
   * @param {HTMLElement} box where the picture goes
   * @param {import("./look.js").LookBook} look
   * @param {import("./problems.js").Problems} problems
   * @param {{status: (s: import("./types").Status) => void, said: (reply: import("./types").Reply) => void, progress: (name: string, bytes: number, of: number) => void, starting: (name: string) => void, opened: (key: string) => void, drawn: () => void, height: (css: number) => void, key: (e: any) => void, drag: () => void, drop: (file: File) => void}} on
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
    this.key = ""; // the run's name, to come back to it
    this.kept = new Kept();
    this.seen = true; // somebody can see the page: else nothing plays
    this.wanted = false; // to play, when it is seen
    /** @type {boolean | undefined} */
    this.early = undefined; // what was wanted before there was a run
    /** @type {Frame | undefined} */
    this.frame = undefined;
    /** @type {Frame[]} */
    this.leaving = []; // older pictures, shown until the new one is drawn
    /** @type {Curves | undefined} */
    this.curves = undefined;
    this.plain = hasWasm() && !hasSimd(); // the engine without SIMD is in use
    /** @type {{[name: string]: Promise<import("./types").Compiled> | undefined}} */
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
   * @param {string} key names the run, to come back to it
   */
  async open(address, play, key = newKey()) {
    const turn = ++this.turn;
    const again = () => this.open(address, play, key).catch(() => {});
    try {
      const run = await this.begin(address, turn, (run) => run.command({ kind: "open", address }));
      if (run) await this.take(run, play, key);
    } catch (error) {
      if (turn === this.turn) throw this.inVain(error, again);
      throw error;
    }
  }

  /**
   * Opens a saved run, paused. Rejects with a sentence, and the present run goes on.
   * @param {Blob} file
   * @param {string} key
   */
  async load(file, key = newKey()) {
    if (file.size > MOST_BYTES) throw new Error("the file is too large for a saved run");
    const turn = this.turn;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const run = await this.begin("", turn, (run) => run.load(bytes));
    if (!run) throw new Error("something else was opened meanwhile");
    this.turn++;
    await this.take(run, false, key);
  }

  /** The present run stays: what is being opened comes to nothing. */
  stay() {
    if (this.run?.alive) this.turn++;
  }

  /**
   * Fills a run in a worker of its own while the present one goes on. There is none if
   * something else was wished for meanwhile.
   * @param {string} address
   * @param {number} turn
   * @param {(run: Run) => Promise<unknown>} fill
   */
  async begin(address, turn, fill) {
    const loading = this.engine();
    if (this.draws()) this.module("view")?.catch(() => {}); // picture() tells
    const module = await loading;
    if (turn !== this.turn) return undefined;
    this.on.starting("engine");
    const run = this.start(module, address);
    try {
      await fill(run);
      await this.keep();
      if (turn === this.turn) return run;
    } catch (error) {
      run.end();
      throw error;
    }
    run.end();
    return undefined;
  }

  /**
   * Puts a run in the place of the present one.
   * @param {Run} run
   * @param {boolean} play
   * @param {string} key
   */
  async take(run, play, key) {
    this.run?.end();
    this.run = run;
    this.key = key;
    this.wanted = this.early ?? play;
    this.early = undefined;
    this.problems.clear();
    this.on.opened(key);
    if (run.status) this.hear(run.status);
    this.picture(); // now, so that its start does not hold up the engine's
    if (this.wanted && this.seen) await run.command({ kind: "play" });
  }

  /** Keeps the present run, as it is, to come back to. */
  async keep() {
    const { run, key } = this;
    if (!run?.alive) return;
    const late = new Promise((resolve) => setTimeout(resolve, KEEPING));
    const { bytes } = (await Promise.race([run.save(), late]).catch(() => {})) ?? {}; // it may be stuck
    const { exhibit, step } = run.status ?? {};
    if (bytes && exhibit && step) this.kept.put({ key, exhibit, step, bytes });
    else this.kept.drop(key);
  }

  /** Keeps the present run before it begins anew, which makes it another one, if there is much to lose. */
  async part() {
    if ((this.status?.step ?? 0) < LONG) return;
    await this.keep();
    this.key = newKey();
    this.on.opened(this.key);
  }

  /**
   * Says why nothing could be opened, and what goes on.
   * @param {unknown} error
   * @param {() => void} again
   */
  inVain(error, again) {
    const why = sentence(error instanceof Error ? error.message : String(error));
    if (this.run?.alive) {
      this.run.command({ kind: "status" }).catch(() => {}); // the controls show the run that goes on
      return new Error(`${why} The present run goes on.`);
    }
    const text = `${why} Without it nothing can be computed${words("; the words can be read all the same")}.`;
    this.problems.show("engine", { text, actions: [{ label: "Try again", run: again }, ...RELOAD] });
    return new Error(text);
  }

  /** The engine's program, with SIMD or without. */
  async engine() {
    if (!hasWasm()) {
      throw new Error("This browser cannot run WebAssembly. A current Firefox, Chrome, Edge or Safari will do, unless WebAssembly is switched off.");
    }
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
   * @param {import("./types").Compiled | undefined} module
   * @param {string} address opened again should the engine stop before it says its own
   */
  start(module, address) {
    if (!module) throw new Error("there is no engine");
    let link = address;
    const again = () => this.open(link, true, this.key).catch(() => {});
    const restart = [{ label: "Start again with the same settings", run: again }];
    const run = new Run(module, undefined, {
      status: (status) => {
        link = status.link;
        if (run === this.run) this.hear(status);
      },
      said: (reply) => run === this.run && this.on.said(reply),
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

  /** @param {import("./types").Status} status of the present run */
  hear(status) {
    this.status = status;
    if (status.trouble && !status.playing) this.wanted = false;
    this.on.status(status);
    this.curves?.stir(status.step);
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
      return this.fall(`${error instanceof Error ? error.message : error} The run is drawn as curves instead.`);
    }
    if (run !== this.run || !run || !module || this.curves) return;
    this.on.starting("view");
    const { port1, port2 } = new MessageChannel();
    run.attach(port1);
    if (this.frame) this.leaving.push(this.frame.fade());
    /** @type {Frame} */
    const frame = new Frame(this.box, module, port2, this.look, {
      drawn: () => this.drawn(frame),
      height: (css) => this.on.height(css),
      key: (event) => this.on.key(event),
      drag: () => this.on.drag(),
      drop: (file) => this.on.drop(file),
      lost: () => frame === this.frame && this.replace("its graphics context was lost"),
      missing: () => frame === this.frame && this.fall("The picture's document did not start; a policy of the page's host may forbid its script. The run is drawn as curves instead."),
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
    const { kind } = command;
    if (kind === "play") this.wanted = true;
    else if (kind === "pause" || kind === "step") this.wanted = false;
    if (!this.run) {
      if (kind === "play" || kind === "pause") return this.wait(kind === "play");
      throw new Error("no exhibit is open");
    }
    return this.run.command(kind === "play" && !this.seen ? { ...command, kind: "status" } : command);
  }

  /**
   * Whether to play, wished for before there is a run.
   * @param {boolean} play
   * @returns {import("./types").Reply}
   */
  wait(play) {
    this.early = play;
    return { id: 0 };
  }

  /**
   * Somebody can see the page, or nobody: what plays rests unseen. What was paused stays so.
   * @param {boolean} yes
   */
  see(yes) {
    if (yes === this.seen) return;
    this.seen = yes;
    if (this.wanted) this.run?.command({ kind: yes ? "play" : "pause" }).catch(() => {}); // it has ended
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
