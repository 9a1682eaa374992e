/** One run: an engine in a worker of its own. Ending the run ends the worker. */

import { Pool } from "./pool.js";
import { noWorker, startWorker } from "./worker.js";

const PATIENCE = 10_000; // ms without a word from a worker that has something to do
const WATCH = 1000; // ms between two looks at that
const ASLEEP = 2 * WATCH; // ms late: the page itself was asleep or busy, and heard nothing

export class Run {
  /**
   * @param {import("./types").Compiled} module
   * @param {MessagePort | undefined} port to the view
   * @param {{status: (s: import("./types").Status) => void, said: (reply: import("./types").Reply) => void, crash: (text: string) => void, silent: (yes: boolean) => void, wants: (name: string) => Promise<import("./assets.js").Asset[]>}} on
   */
  constructor(module, port, on) {
    this.on = on;
    this.alive = true;
    this.busy = false; // playing, by the last status
    this.heard = performance.now();
    this.looked = this.heard;
    this.silent = false;
    this.why = ""; // it has ended
    /** @type {import("./types").Status | undefined} */
    this.status = undefined;
    this.lastID = 0;
    /** @type {Map<number, {resolve: (r: import("./types").Reply) => void, reject: (e: Error) => void}>} */
    this.waiting = new Map();
    /** @type {(() => void) | undefined} */
    this.start = undefined;
    this.started = new Promise((resolve) => (this.start = () => resolve(undefined)));
    this.worker = startWorker("driftlab engine", module, port);
    this.pool = new Pool(module, (message, transfer) => this.worker.postMessage(message, transfer));
    this.worker.onmessage = ({ data }) => this.receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.crash(event.message || noWorker());
    };
    this.watch = setInterval(() => this.listen(), WATCH);
  }

  /** @param {any} message */
  receive(message) {
    if (!this.alive) return;
    this.heard = performance.now();
    if (message.kind === "started") this.start?.();
    else if (message.kind === "crash") this.crash(message.error);
    else if (message.kind === "reply") this.answer(JSON.parse(message.json));
    else if (message.kind === "saved") this.answer(message);
    else if (message.kind === "jobs") this.pool.give(message);
    else if (message.kind === "status") {
      /** @type {import("./types").Status} */
      const status = JSON.parse(message.json);
      this.status = status;
      this.busy = status.playing;
      this.on.status(status);
      this.pool.call(message.help);
    }
  }

  /** @param {import("./types").Reply} reply */
  answer(reply) {
    if (!reply.id) return this.on.said(reply); // the picture asked
    const asked = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.error) asked?.reject(Object.assign(new Error(reply.error), { wants: reply.wants }));
    else asked?.resolve(reply);
  }

  /** @param {import("./types").Command} command */
  command(command) {
    return this.insist((id) => ({ kind: "command", json: JSON.stringify({ ...command, id }) }));
  }

  /**
   * Asks the engine for something, and once more with the file of data that it wants.
   * @param {(id: number) => object} message
   */
  async insist(message) {
    const reply = await this.ask(message).catch((/** @type {Error & {wants?: string}} */ error) => error);
    if (!(reply instanceof Error)) return reply;
    if (!reply.wants) throw reply;
    await this.bring([...this.pool.files, ...(await this.on.wants(reply.wants))]);
    return this.ask(message);
  }

  /** The run as a file: the reply's bytes. */
  save() {
    return this.ask((id) => ({ kind: "save", id }));
  }

  /**
   * Gives the engine, and its helpers, the data that the exhibit to be opened wants.
   * @param {import("./assets.js").Asset[]} files
   */
  async bring(files) {
    if (!files.length) return;
    await this.started;
    this.pool.files = files;
    if (this.alive) this.worker.postMessage({ kind: "assets", files });
  }

  /**
   * The exhibit of a saved run.
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async scene(bytes) {
    return (await this.ask((id) => ({ kind: "scene", id, bytes }))).text ?? "";
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes a saved run */
  load(bytes) {
    return this.insist((id) => ({ kind: "load", id, bytes }));
  }

  /**
   * Asks the engine for something. Rejects with the engine's own sentence.
   * @param {(id: number) => object} message
   * @param {Transferable[]} transfer
   * @returns {Promise<import("./types").Reply>}
   */
  async ask(message, transfer = []) {
    await this.started;
    if (!this.alive) throw new Error(this.why);
    const id = ++this.lastID;
    if (!this.waiting.size) this.heard = performance.now();
    return new Promise((resolve, reject) => {
      this.worker.postMessage(message(id), transfer); // what can't be sent rejects, and is not waited for
      this.waiting.set(id, { resolve, reject });
    });
  }

  /**
   * Leads the frames to another view.
   * @param {MessagePort} port
   */
  attach(port) {
    if (this.alive) this.worker.postMessage({ kind: "port", port }, [port]);
  }

  /**
   * Notices a worker that has died without a word, or computes for ever. While nobody looks,
   * because the tab is hidden or the machine asleep, its silence means nothing.
   */
  listen() {
    const now = performance.now();
    if (document.hidden || now - this.looked > WATCH + ASLEEP) this.heard = now;
    this.looked = now;
    const silent = (this.busy || this.waiting.size > 0) && now - this.heard > PATIENCE;
    if (silent !== this.silent) this.on.silent((this.silent = silent));
  }

  /** @param {string} text */
  crash(text) {
    if (!this.alive) return;
    this.end(`the engine has stopped: ${text}`);
    this.on.crash(text);
  }

  /** @param {string} why told to those who wait for an answer */
  end(why = "the engine has ended") {
    this.alive = false;
    this.why = why;
    clearInterval(this.watch);
    this.worker.terminate();
    this.pool.end();
    this.start?.();
    for (const { reject } of this.waiting.values()) reject(new Error(why));
    this.waiting.clear();
  }
}
