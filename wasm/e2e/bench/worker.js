/** Runs one timing after another: of a Go program, or of plain.js. */
import "./wasm_exec.js";
import { cases } from "./plain.js";

/** @type {Map<string, {unit: string, items: number, work: () => void}>} */
const open = new Map();

self.onmessage = async ({ data: { module, args, input } }) => {
  try {
    self.postMessage({ value: module ? await program(module, args, input) : plain(args) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};

/**
 * Runs a program to its end and returns what it has printed.
 * @param {WebAssembly.Module} module
 * @param {string[]} args
 * @param {Uint8Array} input
 */
async function program(module, args, input) {
  const go = new Go();
  const decoder = new TextDecoder();
  let printed = "";
  let read = 0;
  go.argv = ["bench", ...args];
  fs.writeSync = (_, bytes) => {
    printed += decoder.decode(bytes);
    return bytes.length;
  };
  fs.read = (_, buffer, offset, length, __, done) => {
    const part = input.subarray(read, read + length);
    buffer.set(part, offset);
    read += part.length;
    done(null, part.length);
  };
  const code = new Promise((resolve) => (go.exit = resolve));
  await go.run(await WebAssembly.instantiate(module, go.importObject));
  if (await code) throw new Error(printed);
  return printed;
}

/**
 * Times a case of plain.js: args as the program takes them.
 * @param {string[]} args
 */
function plain(args) {
  const option = (name) => args[args.indexOf(name) + 1];
  const name = option("-case");
  if (!open.has(name)) open.set(name, cases[name]());
  const { unit, items, work } = open.get(name);
  clock(work, parseFloat(option("-warm")));
  const [calls, took] = clock(work, parseFloat(option("-for")));
  return JSON.stringify({ case: name, path: "js", unit, items: calls * items, ns: took * 1e6 });
}

/**
 * Calls work for so many ms; returns how often, and how long that took.
 * @param {() => void} work
 * @param {number} long
 */
function clock(work, long) {
  const began = performance.now();
  let calls = 0;
  let took = 0;
  for (let batch = 1; took < long; ) {
    const before = took;
    for (let i = 0; i < batch; i++) work();
    calls += batch;
    took = performance.now() - began;
    if (took - before < long / 64) batch *= 2;
  }
  return [calls, took];
}
