/**
 * The open exhibit: one run, which takes its worker with it when it ends. What is opened
 * takes its place once it is open; what fails leaves it as it is.
 */

import { anyAssets } from "./assets.js";
import { sentence } from "./dom.js";
import { Kept, newKey } from "./kept.js";
import { Lasting } from "./lasting.js";
import { RELOAD } from "./room.js";
import { Run } from "./run.js";

const MOST_BYTES = 256 << 20; // of a saved run; the engine reads no more
const KEEPING = 3000; // ms that a run has to hand itself over
const LONG = 1000; // steps of a run that nobody should lose by a key

export class Lab {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./stage.js").Stage} stage
   * @param {import("./problems.js").Problems} problems
   * @param {{status: (s: import("./types").Status) => void, said: (reply: import("./types").Reply) => void, starting: (name: string) => void, opened: (key: string) => void, told: (told: import("./lasting.js").Told) => void}} on
   */
  constructor(shelf, stage, problems, on) {
    this.shelf = shelf;
    this.stage = stage;
    this.problems = problems;
    this.on = on;
    /** @type {import("./types").Status | undefined} */
    this.status = undefined;
    /** @type {Run | undefined} */
    this.run = undefined;
    this.key = ""; // the run's name, to come back to it
    this.kept = new Kept();
    this.lasting = new Lasting(on.told);
    this.seen = true; // somebody can see the page: else nothing plays
    this.wanted = false; // to play, when it is seen
    /** @type {boolean | undefined} */
    this.early = undefined; // what was wanted before there was a run
    this.turn = 0;
  }

  /**
   * Opens what the address names, in a new worker, and resolves when it is open. It goes on from what was
   * kept of that in an earlier visit.
   * @param {string} address
   * @param {boolean} play
   * @param {string} key names the run, to come back to it
   */
  async open(address, play, key = newKey()) {
    const turn = ++this.turn;
    const again = () => this.open(address, play, key).catch(() => {});
    const assets = this.shelf.assets(new URLSearchParams(address).get("scene"));
    assets.catch(() => {}); // begin tells
    /** @type {import("./lasting.js").Told | undefined} */
    let told;
    const fill = async (/** @type {Run} */ run) => {
      await run.command({ kind: "open", address });
      told = await this.lasting.resume(run);
    };
    try {
      const run = await this.begin(address, turn, fill, assets);
      if (run) await this.take(run, play, key, told);
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
    const run = await this.begin("", turn, async (run) => {
      if (anyAssets()) await run.bring(await this.shelf.assets(await run.scene(bytes)));
      await run.load(bytes);
    });
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
   * @param {Promise<import("./assets.js").Asset[]>} assets that it will want
   */
  async begin(address, turn, fill, assets = Promise.resolve([])) {
    const loading = this.shelf.engine();
    this.stage.prepare();
    const module = await loading;
    const files = await assets;
    if (turn !== this.turn) return undefined;
    this.on.starting("engine");
    const run = this.start(module, address);
    try {
      await run.bring(files);
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
   * @param {import("./lasting.js").Told} [told] of how it was opened
   */
  async take(run, play, key, told) {
    this.run?.end();
    this.run = run;
    this.key = key;
    this.wanted = this.early ?? play;
    this.early = undefined;
    this.problems.clear();
    this.on.opened(key);
    if (run.status) this.hear(run.status);
    if (told) this.on.told(told);
    this.stage.show(run); // now, so that its start does not hold up the engine's
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
    if (bytes) this.lasting.put(run.status, bytes);
  }

  /** Keeps the present run before it begins anew, which makes it another one, if there is much to lose. */
  async part() {
    const { step = 0, keep = "" } = this.status ?? {};
    if (step < (keep ? 1 : LONG)) return;
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
      wants: (name) => this.shelf.files([name]),
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
    this.stage.curves?.stir(status.step);
    if (this.run) this.lasting.follow(this.run);
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
    const run = this.run;
    const was = run.status?.keep;
    const reply = await run.command(kind === "play" && !this.seen ? { ...command, kind: "status" } : command);
    if (kind === "reset") this.lasting.drop(run.status?.keep);
    else if ((kind === "set" || kind === "seed") && run.status?.keep !== was && run === this.run) await this.resume(run);
    return reply;
  }

  /**
   * Other dials have made the present run another one, which may have been here before.
   * @param {Run} run
   */
  async resume(run) {
    const told = await this.lasting.resume(run);
    if (!told) return;
    this.on.told(told);
    if (told.went && this.wanted && this.seen) await run.command({ kind: "play" });
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
