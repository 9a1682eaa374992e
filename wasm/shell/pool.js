/**
 * The helpers of a run that is made of many jobs: engines in workers of their own, which do jobs
 * and hand the results back as bytes. They start when the run first has something
 * for them, and end with it. What a helper loses is done again, so that nothing depends
 * on how many there are, or on what becomes of them; but a run of a sweep that two die of has failed.
 */

import { startWorker } from "./worker.js";

const MOST = 15; // helpers: each has a memory of its own
const AT_ONCE = 2; // jobs of a helper: it goes on with the second while the first is on its way home
const LONG = 1000; // ms that a job has to be at before anybody asks whether it is still wanted
const LOSSES = 3; // helpers that are replaced; after that each one lost makes one less

export class Pool {
  /**
   * @param {import("./types").Compiled} module
   * @param {(message: object, transfer: Transferable[]) => void} post to the run's worker
   */
  constructor(module, post) {
    this.module = module;
    this.post = post;
    this.size = Math.min(MOST, (navigator.hardwareConcurrency || 1) - 1);
    /** @type {Set<Helper>} */
    this.helpers = new Set();
    /** @type {import("./assets.js").Asset[]} */
    this.files = []; // that the exhibit wants
    this.lost = 0;
    this.wanted = false; // the run plays and has jobs to give away
    this.asked = false; // for some, and not answered yet
  }

  /**
   * The run says whether it has jobs to give away.
   * @param {boolean} wanted
   */
  call(wanted) {
    this.wanted = wanted;
    if (!wanted) return;
    while (this.helpers.size < this.size) this.helpers.add(new Helper(this));
    this.ask();
  }

  /** Asks the run for as many jobs as the helpers have room for. */
  ask() {
    const n = this.room().length;
    if (!this.wanted || this.asked || (!n && !this.late())) return;
    this.asked = true;
    this.post({ kind: "jobs", n }, []);
  }

  /** The helpers that can take a job, each as often as it can, those with none first. */
  room() {
    const helpers = [...this.helpers].filter((helper) => helper.started);
    return Array.from({ length: AT_ONCE }, (_, n) => helpers.filter((helper) => helper.jobs.length <= n)).flat();
  }

  /** Whether a helper has been at something long: it may be of an experiment that is over. */
  late() {
    return [...this.helpers].some((helper) => helper.jobs.length && performance.now() - helper.began > LONG);
  }

  /** @param {import("./types").Jobs} jobs as many as were asked for, at most */
  give({ jobs, generation = 0, address = "" }) {
    this.asked = false;
    const room = this.room();
    if (!room.length) return generation && this.recall(generation);
    this.wanted &&= jobs.length > 0; // until the next status
    jobs.forEach((job, i) => room[i]?.work(job, generation, address));
    this.ask(); // for those that have got room meanwhile
  }

  /**
   * Others take the place of helpers that are busy with another experiment than the present one.
   * @param {number} generation
   */
  recall(generation) {
    for (const helper of [...this.helpers]) {
      if (!helper.jobs.length || helper.generation === generation) continue;
      helper.worker.terminate();
      this.helpers.delete(helper);
      this.helpers.add(new Helper(this));
    }
  }

  /**
   * Hands a result to the run.
   * @param {{generation: number, job: number, bytes: Uint8Array<ArrayBuffer>}} done
   */
  done(done) {
    this.post({ kind: "take", ...done }, [done.bytes.buffer]);
    this.wanted = true; // with the result there may be more to do
    this.ask();
  }

  /**
   * The run hears what a helper had. One that died did so of the first job, which it was at.
   * @param {Helper} helper
   * @param {string} why it is lost
   * @param {boolean} died
   */
  lose(helper, why, died) {
    helper.worker.terminate();
    if (!this.helpers.delete(helper)) return;
    if (++this.lost > LOSSES) this.size--;
    console.warn(`driftlab: a helper is lost: ${why}`);
    helper.jobs.forEach((job, i) => this.post({ kind: "lost", ...job, died: died && i === 0 }, []));
  }

  end() {
    this.wanted = false;
    this.size = 0;
    for (const { worker } of this.helpers) worker.terminate();
    this.helpers.clear();
  }
}

class Helper {
  /** @param {Pool} pool */
  constructor(pool) {
    this.pool = pool;
    this.started = false;
    /** @type {{generation: number, job: number}[]} */
    this.jobs = []; // that it has, in the order in which it does them
    this.began = 0; // when it last had something to begin with
    this.generation = 0; // of the experiment that it has opened
    this.worker = startWorker("driftlab helper", pool.module);
    this.worker.onmessage = ({ data }) => this.receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      pool.lose(this, event.message, true);
    };
  }

  /** @param {any} message */
  receive({ kind, generation, job, bytes, error }) {
    if (kind === "crash" || (kind === "worked" && !bytes)) return this.pool.lose(this, error, kind === "crash");
    if (kind !== "started" && kind !== "worked") return;
    if (kind === "started") {
      this.started = true;
      this.pool.ask();
    } else {
      this.jobs.shift();
      this.began = performance.now();
      this.pool.done({ generation, job, bytes });
    }
  }

  /**
   * @param {import("./types").Job} job
   * @param {number} generation
   * @param {string} address
   */
  work(job, generation, address) {
    if (this.jobs.push({ generation, job: job.job }) === 1) this.began = performance.now();
    if (generation !== this.generation) {
      this.generation = generation;
      this.worker.postMessage({ kind: "assets", files: this.pool.files });
      this.worker.postMessage({ kind: "command", json: JSON.stringify({ kind: "open", address }) });
    }
    this.worker.postMessage({ kind: "work", generation, ...job }, [job.input.buffer]);
  }
}
