/** Exports: the data and the run as files. */

import { readDist } from "./files.js";

/**
 * The history as a table.
 * @param {import("./lab.js").Lab} lab
 */
export async function exportCSV(lab) {
  const { text } = await lab.command({ kind: "csv", ...asker() });
  return new Blob([text ?? ""], { type: "text/csv" });
}

/** Who asks for a run's facts: the program's version, and where the page lies. */
export function asker() {
  return { version: readDist().version, address: location.href.split(/[?#]/)[0] };
}

/**
 * The file name of a saved run.
 * @param {{exhibit: string, step: number} | undefined} run
 */
export function runName(run) {
  return `driftlab-${run?.exhibit}-step-${run?.step}.driftlab`;
}

/**
 * Hands a file to the visitor.
 * @param {Blob} blob
 * @param {string} name
 */
export function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
