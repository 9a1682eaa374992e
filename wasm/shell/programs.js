/** The WebAssembly programs: which to take, and how they are compiled. */

import { damaged, openBlock, openFile, readDist } from "./files.js";
import { forbidsWasm, isolates } from "./room.js";

/** A function with one SIMD instruction, as a program of its own. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** @typedef {"engine" | "plain" | "view"} Name */

export function hasWasm() {
  return typeof WebAssembly === "object" && typeof WebAssembly.instantiate === "function";
}

export function hasSimd() {
  return WebAssembly.validate(new Uint8Array(SIMD));
}

/**
 * Fetches and compiles a program. Errors are sentences for the visitor. A compiled program
 * can't be sent to a stranger: where the view's document is one, it compiles for itself.
 * @param {Name} name
 * @param {import("./files.js").Progress} progress
 * @param {boolean} again do not trust what the browser has kept
 * @returns {Promise<import("./types").Compiled>}
 */
export async function loadProgram(name, progress, again) {
  if (forbidsWasm()) {
    throw new Error("A policy of this page's host forbids WebAssembly: the script-src of its Content-Security-Policy has to allow 'wasm-unsafe-eval'.");
  }
  const stream = await openProgram(name, progress, again);
  if (name !== "view" || !isolates()) return compile(stream, name);
  return new Response(stream).blob().catch(() => {
    throw damaged("program", name);
  });
}

/**
 * @param {Name} name
 * @param {import("./files.js").Progress} progress
 * @param {boolean} again
 */
async function openProgram(name, progress, again) {
  const dist = readDist();
  const program = dist.programs[name];
  if (!program || (dist.offline && typeof DecompressionStream !== "function")) {
    throw new Error("This file needs a newer browser; the page on the web may still run in this one.");
  }
  return dist.offline ? openBlock(name + "-program", progress) : openFile("program", program, progress, again);
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {string} name
 */
async function compile(stream, name) {
  const response = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  try {
    if (WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch {
    throw damaged("program", name);
  }
}
