/**
 * What the page has loaded: each program and each file of data once. What did not arrive is sent
 * for again when it is next asked for.
 */

import { assetsOf, loadAsset } from "./assets.js";
import { hasSimd, hasWasm, loadProgram } from "./programs.js";

export class Shelf {
  /** @param {(part: string, bytes: number, of: number) => void} progress */
  constructor(progress) {
    this.progress = progress;
    this.plain = hasWasm() && !hasSimd(); // the engine without SIMD is in use
    /** @type {Map<string, Promise<any>>} */
    this.things = new Map();
    /** @type {Set<string>} */
    this.failed = new Set(); // what the browser has kept of these is not to be trusted
  }

  /**
   * Sends for something, if it is not here or on its way.
   * @template T
   * @param {string} name
   * @param {(again: boolean) => Promise<T>} how
   * @returns {Promise<T>}
   */
  send(name, how) {
    const thing = this.things.get(name) ?? how(this.failed.has(name));
    this.things.set(name, thing);
    return thing;
  }

  /**
   * The thing itself; rejects with a sentence, and forgets it, if it does not arrive.
   * @template T
   * @param {string} name
   * @param {(again: boolean) => Promise<T>} how
   */
  async get(name, how) {
    try {
      return await this.send(name, how);
    } catch (error) {
      this.things.delete(name);
      this.failed.add(name);
      throw error;
    }
  }

  /** Sends for the view's program, which will be asked for. */
  prepare() {
    this.send("view", this.program("view")).catch(() => {}); // view tells
  }

  /** The view's program. */
  view() {
    return this.get("view", this.program("view"));
  }

  /** The engine's program, with SIMD or without. */
  async engine() {
    if (!hasWasm()) {
      throw new Error("This browser cannot run WebAssembly. A current Firefox, Chrome, Edge or Safari will do, unless WebAssembly is switched off.");
    }
    const name = this.plain ? "plain" : "engine";
    return this.get(name, this.program(name));
  }

  /** @param {import("./programs.js").Name} name */
  program(name) {
    const part = name === "view" ? "view" : "engine";
    return (/** @type {boolean} */ again) => loadProgram(name, (bytes, of) => this.progress(part, bytes, of), again);
  }

  /**
   * The files of data that an exhibit wants.
   * @param {string | null} scene
   * @returns {Promise<import("./assets.js").Asset[]>}
   */
  assets(scene) {
    return this.files(assetsOf(scene));
  }

  /**
   * Files of data by their names.
   * @param {string[]} names
   * @returns {Promise<import("./assets.js").Asset[]>}
   */
  async files(names) {
    const sums = names.map(() => [0, 0]);
    const progress = (/** @type {number} */ i) => (/** @type {number} */ bytes, /** @type {number} */ of) => {
      sums[i] = [bytes, of];
      this.progress("data", sum(sums, 0), sum(sums, 1));
    };
    try {
      return await Promise.all(names.map((name, i) => this.get(`data/${name}`, (again) => loadAsset(name, progress(i), again))));
    } finally {
      if (names.length) this.progress("data", 1, 1); // here, or not to come
    }
  }
}

/**
 * @param {number[][]} rows
 * @param {number} column
 */
function sum(rows, column) {
  return rows.reduce((total, row) => total + row[column], 0);
}
