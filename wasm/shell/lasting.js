/**
 * Runs that outlive the visit. What a run of whole jobs has come to is kept in the browser's database under
 * the address that it follows from, status.keep, and gone on with where that is opened again. A browser
 * that keeps nothing costs the run nothing: it is said once.
 */

import { Database } from "./database.js";
import { sentence } from "./dom.js";

const EVERY = 5000; // ms between two savings of a run that goes on
const LOOKING = 300; // ms that an opening waits for the database
const WRITING = 10_000; // ms after which a database has failed

const LOST = "what is computed is lost with the page. Save the run to a file instead.";
const NOTHING = `This browser keeps nothing: ${LOST}`;
const SLOW = "The browser did not tell in time whether it has kept something of this run: reload the page to go on from there.";
const FULL = `This browser has no room left to keep the run in: ${LOST}`;
const UNKEPT = (/** @type {string} */ why) => `The browser could not keep this run (${why}). It is tried again: until then ${LOST}`;
const UNREAD = (/** @type {string} */ why) =>
  `The browser could not read what it may have kept of this run (${why}): reload the page to go on from there.`;
const LARGE = `This run is too large to be kept in the browser: ${LOST}`;

const COUNT = new Intl.NumberFormat("en");

/** @typedef {{text: string, went?: boolean}} Told what to say; whether the run went on */

export class Lasting {
  /** @param {(told: Told) => void} tell */
  constructor(tell) {
    this.tell = tell;
    this.database = new Database(); // now, so that nothing has to wait for it
    this.useless = false;
    /** @type {Set<string>} */
    this.said = new Set();
    /** @type {import("./run.js").Run | undefined} */
    this.run = undefined;
    this.kept = ""; // the run and its step, as last written
    this.due = 0; // when to write again
    this.writing = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    const leave = () => document.hidden && this.write();
    document.addEventListener("visibilitychange", leave);
    addEventListener("pagehide", () => this.write());
  }

  /**
   * Hears that the present run has a new status.
   * @param {import("./run.js").Run} run
   */
  follow(run) {
    this.run = run;
    if (this.timer || !this.grown()) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.write();
    }, Math.max(0, this.due - performance.now()));
  }

  /** Whether there is something to keep that is not kept yet. */
  grown() {
    const now = this.run?.status;
    return !this.useless && !!now?.keep && now.step > 0 && !now.trouble && mark(now) !== this.kept;
  }

  /** Keeps the present run, if there is something to keep. */
  async write() {
    const { run } = this;
    if (!run || this.writing || !this.grown()) return;
    this.writing = true;
    try {
      const { bytes } = await run.save();
      if (bytes) await this.put(run.status, bytes);
    } catch {
      // The run has ended, and what ended it is told.
    }
    this.writing = false;
    this.due = performance.now() + EVERY;
    if (this.run) this.follow(this.run); // it may have come to rest meanwhile
  }

  /**
   * Keeps a run that was just saved, if that is worth it. Never rejects.
   * @param {import("./types").Status | undefined} status as it was then
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async put(status, bytes) {
    if (this.useless || !status?.keep || !status.step || status.trouble) return;
    this.kept = mark(status); // even in vain: there is a next time
    try {
      await soon(this.database.put(status.keep, status.step, bytes), WRITING);
    } catch (error) {
      const told = this.fail(error);
      if (told) this.tell(told);
    }
  }

  /**
   * Goes on with what was kept of the address that a run was just opened at, its view and tempo as they
   * are. Resolves, soon, with what there is to say of it; rejects only if the run is lost.
   * @param {import("./run.js").Run} run
   * @returns {Promise<Told | undefined>}
   */
  async resume(run) {
    const fresh = run.status;
    if (!fresh?.keep || this.useless) return undefined;
    const key = fresh.keep;
    let entry;
    try {
      entry = await soon(this.database.find(key), LOOKING);
    } catch (error) {
      return error === LATE ? { text: SLOW } : this.fail(error, UNREAD);
    }
    if (!entry || run.status?.keep !== key || entry.step <= run.status.step) return undefined;
    try {
      await run.load(entry.bytes);
      if (run.status.keep !== key) throw new Error("it is of another run");
    } catch (error) {
      this.drop(key);
      if (run.status.keep !== key) await run.command({ kind: "open", address: fresh.link });
      if (!run.alive) throw error;
      const why = sentence(error instanceof Error ? error.message : String(error));
      return { text: `What was computed here before is of no use: ${why} The run begins anew.` };
    }
    await this.dress(run, fresh);
    this.kept = mark(run.status);
    return { text: `Went on with what was computed here before: ${progress(run.status)}.`, went: true };
  }

  /**
   * Gives a run that was loaded the view and the tempo of the one in its place.
   * @param {import("./run.js").Run} run
   * @param {import("./types").Status} fresh
   */
  async dress(run, fresh) {
    const others = Object.entries(fresh.params).filter(([name, value]) => name !== "preset" && run.status?.params[name] !== value);
    if (others.length) await run.command({ kind: "set", values: Object.fromEntries(others) });
  }

  /**
   * Forgets what was kept under a key.
   * @param {string | undefined} key
   */
  drop(key) {
    if (!key || this.useless) return;
    this.kept = "";
    this.database.drop(key).catch(() => {}); // the next writing tells
  }

  /**
   * What to say of a database that failed, once. One that can't be opened is not asked again.
   * @param {unknown} error
   * @param {(why: string) => string} other what else to say
   * @returns {Told | undefined}
   */
  fail(error, other = UNKEPT) {
    const { name = "", message = "" } = error instanceof Error || error instanceof DOMException ? error : {};
    this.useless = this.database.refused;
    const text = { QuotaExceededError: FULL, RangeError: LARGE }[name] ?? (this.useless ? NOTHING : other(message || name || "it does not say why"));
    if (this.said.has(text)) return undefined;
    this.said.add(text);
    return { text };
  }
}

/**
 * A run and its step.
 * @param {import("./types").Status} status
 */
function mark({ keep, step }) {
  return `${step} ${keep}`;
}

/**
 * How far a run has come: "17 of 36" where its share says of how many.
 * @param {import("./types").Status} status
 */
function progress({ step, share }) {
  const all = share > 0 ? step / share : 0;
  if (!all || Math.abs(all - Math.round(all)) > 1e-6 * all) return `step ${COUNT.format(step)}`;
  return `${COUNT.format(step)} of ${COUNT.format(Math.round(all))}`;
}

const LATE = new Error("the database does not answer");

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ms
 * @returns {Promise<T>}
 */
function soon(promise, ms) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms, LATE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
