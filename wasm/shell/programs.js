/** The WebAssembly programs: which to take, how they arrive, what can go wrong with that. */

import { byId, dataBlock } from "./dom.js";
import { forbidsWasm, isolates, whyNoFiles } from "./room.js";

const NEWER = "A newer release may have taken its place: reload the page.";

/** A function with one SIMD instruction, as a program of its own. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** @returns {import("./types").Dist} */
export function readDist() {
  return JSON.parse(byId("dist").textContent);
}

export function hasWasm() {
  return typeof WebAssembly === "object" && typeof WebAssembly.instantiate === "function";
}

export function hasSimd() {
  return WebAssembly.validate(new Uint8Array(SIMD));
}

/**
 * Fetches and compiles a program. Errors are sentences for the visitor. A compiled program
 * can't be sent to a stranger: where the view's document is one, it compiles for itself.
 * @param {"engine" | "plain" | "view"} name
 * @param {(bytes: number, of: number) => void} progress
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
    throw damaged(name);
  });
}

/**
 * A program's bytes. The packed file is taken where the browser can unpack it, so that any
 * plain host sends few bytes; a host that unpacks it by itself is fine too.
 * @param {"engine" | "plain" | "view"} name
 * @param {(bytes: number, of: number) => void} progress
 * @param {boolean} again
 */
async function openProgram(name, progress, again) {
  const dist = readDist();
  const program = dist.programs[name];
  if (!program || (dist.offline && typeof DecompressionStream !== "function")) {
    throw new Error("This file needs a newer browser; the page on the web may still run in this one.");
  }
  if (dist.offline) {
    const bytes = dataBlock(name + "-program");
    progress(bytes.length, bytes.length);
    return unpack(new Blob([bytes]).stream());
  }
  const packing = typeof DecompressionStream === "function";
  const response = await get(program.file + (packing ? ".gz" : ""), again);
  if (!response.body) throw new Error(`The program ${program.file} came without content.`);
  const { packed, stream } = await sniff(response.body, program, progress);
  return packed ? unpack(stream) : stream;
}

/**
 * @param {string} file
 * @param {boolean} again
 */
async function get(file, again) {
  let response;
  try {
    response = await fetch(file, { cache: again ? "reload" : "default" });
  } catch {
    await new Promise((resolve) => setTimeout(resolve)); // the browser's word on policies comes after
    throw new Error(`The program ${file} could not be fetched. ${whyNoFiles() || "The connection failed."}`);
  }
  if (!response.ok) throw new Error(`The program ${file} is missing: the server answered ${response.status}. ${NEWER}`);
  return response;
}

/**
 * Counts the bytes and looks at the first ones to see what they are.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {import("./types").Program} program
 * @param {(bytes: number, of: number) => void} progress
 */
async function sniff(body, program, progress) {
  const reader = body.getReader();
  const first = await reader.read();
  const start = first.value ?? new Uint8Array();
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  if (!packed && !(start[0] === 0 && start[1] === 0x61)) {
    throw new Error(`What the server sent for ${program.file} is no program. ${NEWER}`);
  }
  const of = packed ? program.packed : program.size;
  let bytes = start.length;
  progress(bytes, of);
  /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(start),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      bytes += value.length;
      progress(bytes, of);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { packed, stream };
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
function unpack(stream) {
  return stream.pipeThrough(new DecompressionStream("gzip"));
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
    throw damaged(name);
  }
}

/** @param {string} name */
function damaged(name) {
  return new Error(`The program ${name} arrived cut short or damaged.`);
}
