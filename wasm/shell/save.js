/** Exports: the picture, the data and the run as files. */

import { readDist } from "./programs.js";

const SHARP = 2; // pixels of an exported picture for one CSS pixel

/**
 * The picture as it stands, at twice the sharpness of CSS pixels.
 * @param {import("./lab.js").Lab} lab
 * @returns {Promise<Blob>}
 */
export async function exportPNG(lab) {
  if (lab.curves) return lab.curves.png(SHARP);
  if (!lab.frame) throw new Error("there is no picture yet");
  const { width, height, buffer } = await lab.frame.pixels(SHARP);
  const canvas = canvasOf(width, height);
  const pixels = new Uint8ClampedArray(buffer, 0, 4 * width * height);
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return png(canvas);
}

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
 * @param {number} width
 * @param {number} height
 */
export function canvasOf(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
export function png(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large to save"))), "image/png");
  });
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
