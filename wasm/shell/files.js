/** The files that belong to the page, programs and data: how they arrive, and what can go wrong with that. */

import { byId, dataBlock } from "./dom.js";
import { whyNoFiles } from "./room.js";

const NEWER = "A newer release may have taken its place: reload the page.";

/** @typedef {"program" | "data"} What */
/** @typedef {(bytes: number, of: number) => void} Progress */

/** @returns {import("./types").Dist} */
export function readDist() {
  return JSON.parse(byId("dist").textContent);
}

/**
 * A file's bytes as they come. Errors are sentences for the visitor. The packed file is taken
 * where the browser can unpack it, so that any plain host sends few bytes; a host that unpacks
 * it by itself is fine too.
 * @param {What} what
 * @param {import("./types").Parcel} parcel
 * @param {Progress} progress
 * @param {boolean} again do not trust what the browser has kept
 */
export async function openFile(what, parcel, progress, again) {
  const packing = typeof DecompressionStream === "function";
  const response = await get(what, parcel.file + (packing ? ".gz" : ""), again);
  if (!response.body) throw new Error(`The ${what} ${parcel.file} came without content.`);
  const { packed, stream } = await sniff(what, response.body, parcel, progress);
  return packed ? unpack(stream) : stream;
}

/**
 * The bytes of a file that the page carries inside.
 * @param {string} id of its data block
 * @param {Progress} progress
 */
export function openBlock(id, progress) {
  const bytes = dataBlock(id);
  progress(bytes.length, bytes.length);
  return unpack(new Blob([bytes]).stream());
}

/**
 * @param {What} what
 * @param {string} file
 * @param {boolean} again
 */
async function get(what, file, again) {
  let response;
  try {
    response = await fetch(file, { cache: again ? "reload" : "default" });
  } catch {
    await new Promise((resolve) => setTimeout(resolve)); // the browser's word on policies comes after
    throw new Error(`The ${what} ${file} could not be fetched. ${whyNoFiles() || "The connection failed."}`);
  }
  if (!response.ok) throw new Error(`The ${what} ${file} is missing: the server answered ${response.status}. ${NEWER}`);
  return response;
}

/**
 * Counts the bytes and looks at the first ones to see what they are. Of data that is not
 * packed any bytes may be the first: their number has to tell.
 * @param {What} what
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {import("./types").Parcel} parcel
 * @param {Progress} progress
 */
async function sniff(what, body, parcel, progress) {
  const reader = body.getReader();
  const first = await reader.read();
  const start = first.value ?? new Uint8Array();
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  if (!packed && what === "program" && !(start[0] === 0 && start[1] === 0x61)) throw stranger(what, parcel);
  const of = packed ? parcel.packed : parcel.size;
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

/**
 * @param {What} what
 * @param {import("./types").Parcel} parcel
 */
function stranger(what, { file }) {
  return new Error(`What the server sent for ${file} is no ${what}. ${NEWER}`);
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
function unpack(stream) {
  return stream.pipeThrough(new DecompressionStream("gzip"));
}

/**
 * @param {What} what
 * @param {string} name
 */
export function damaged(what, name) {
  return new Error(`The ${what} ${name} arrived cut short or damaged.`);
}
