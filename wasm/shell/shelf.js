/** What the page has loaded: each program once. One that did not arrive is sent for again when it is next asked for. */

import { hasSimd, hasWasm, loadProgram } from "./programs.js";

/** @typedef {"engine" | "plain" | "view"} Name */

export class Shelf {
  /** @param {(part: string, bytes: number, of: number) => void} progress */
  constructor(progress) {
    this.progress = progress;
    this.plain = hasWasm() && !hasSimd(); // the engine without SIMD is in use
    /** @type {{[name: string]: Promise<import("./types").Compiled> | undefined}} */
    this.programs = {};
    /** @type {Set<string>} */
    this.failed = new Set(); // what the browser has kept of these is not to be trusted
  }

  /**
   * Sends for a program, if it is not here or on its way.
   * @param {Name} name
   */
  load(name) {
    const part = name === "view" ? "view" : "engine";
    this.programs[name] ??= loadProgram(
      name,
      (bytes, of) => this.progress(part, bytes, of),
      this.failed.has(name),
    );
    return this.programs[name];
  }

  /**
   * The program; rejects with a sentence, and forgets it, if it does not arrive.
   * @param {Name} name
   */
  async take(name) {
    try {
      return await this.load(name);
    } catch (error) {
      this.programs[name] = undefined;
      this.failed.add(name);
      throw error;
    }
  }

  /** The engine's program, with SIMD or without. */
  async engine() {
    if (!hasWasm()) {
      throw new Error("This browser cannot run WebAssembly. A current Firefox, Chrome, Edge or Safari will do, unless WebAssembly is switched off.");
    }
    return this.take(this.plain ? "plain" : "engine");
  }
}
