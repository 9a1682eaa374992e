/** Keeps a worker for every program, so that each stays warm. */

/** @type {Record<string, Promise<WebAssembly.Module>>} */
const modules = {};
/** @type {Record<string, Worker>} */
const workers = {};

/**
 * Times something: in a Go program, or in plain.js if none is named.
 * @param {string} program file of the program
 * @param {string[]} args as engine/cmd/bench takes them; times in ms
 * @param {string} input file that the program reads
 * @returns {Promise<string>} the JSON that it prints
 */
globalThis.time = async (program, args, input) => {
  if (program) modules[program] ??= WebAssembly.compileStreaming(fetch(program));
  const worker = (workers[program] ??= new Worker("worker.js", { type: "module" }));
  const message = {
    module: program && (await modules[program]),
    args,
    input: input && new Uint8Array(await (await fetch(input)).arrayBuffer()),
  };
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.value));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
};
