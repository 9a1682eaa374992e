/** Workers: each an engine of its own, from the one script that the page holds. */

import { readDist } from "./files.js";
import { hasRefused } from "./room.js";

/** @type {string | undefined} */
let blobURL;

/** The worker's script: no network is needed for a new one. */
function workerURL() {
  blobURL ??= URL.createObjectURL(new Blob([readDist().worker], { type: "text/javascript" }));
  return blobURL;
}

/**
 * Starts an engine: it says "started", or why not.
 * @param {string} name
 * @param {import("./types").Compiled} module
 * @param {MessagePort | undefined} [port] to the view
 */
export function startWorker(name, module, port) {
  const worker = new Worker(workerURL(), { name });
  worker.postMessage({ kind: "start", module, port }, port ? [port] : []);
  return worker;
}

/** Why a worker does not start at all. */
export function noWorker() {
  if (!hasRefused("worker-src")) return "its script did not start";
  return "a policy of this page's host forbids workers (the worker-src of its Content-Security-Policy has to allow blob:)";
}
