/** Canvases: made, and read back. */

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
 * What was painted on a canvas, and by how much the browser changes what it reads: known
 * stripes are painted and read first.
 * @param {number} width
 * @param {number} height
 * @param {(pen: CanvasRenderingContext2D) => void} paint
 * @returns {{width: number, height: number, buffer: ArrayBuffer, marred: number}} RGBA
 */
export function readBack(width, height, paint) {
  const canvas = canvasOf(Math.round(width), Math.round(height));
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("there is no canvas to draw on");
  const read = () => pen.getImageData(0, 0, canvas.width, canvas.height).data;
  const marred = probe(pen, read, canvas);
  paint(pen);
  return { width: canvas.width, height: canvas.height, buffer: /** @type {ArrayBuffer} */ (read().buffer), marred };
}

/**
 * The probe of wasm/view/export.go, for a canvas of this document.
 * @param {CanvasRenderingContext2D} pen
 * @param {() => Uint8ClampedArray} read
 * @param {{width: number, height: number}} size
 */
function probe(pen, read, { width, height }) {
  const stripe = 16;
  const shade = (/** @type {number} */ y) => 40 + ((23 * Math.floor(y / stripe)) % 160);
  for (let y = 0; y < height; y += stripe) {
    pen.fillStyle = `rgb(${shade(y)}, ${255 - shade(y)}, 90)`;
    pen.fillRect(0, y, width, stripe);
  }
  const data = read();
  let worst = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const v = shade(y);
    for (let x = 0; x < width; x++, at += 4) {
      worst = Math.max(worst, Math.abs(data[at] - v), Math.abs(data[at + 1] - 255 + v), Math.abs(data[at + 2] - 90));
    }
  }
  return worst;
}
