/**
 * Pictures as PNG files, written here: a canvas would have to be read back, which some
 * browsers falsify, and takes no words along.
 */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/**
 * Writes an opaque picture, with words about it by keyword.
 * @param {{width: number, height: number, buffer: ArrayBuffer}} picture RGBA
 * @param {{name: string, text: string}[]} words
 */
export async function writePNG({ width, height, buffer }, words) {
  const size = new Uint8Array(13);
  const view = new DataView(size.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  size.set([8, 2], 8); // eight bits of red, green and blue
  const data = await deflate(filtered(new Uint8Array(buffer, 0, 4 * width * height), width, height));
  const parts = [new Uint8Array(SIGNATURE), chunk("IHDR", size), ...words.map(textChunk), chunk("IDAT", data), chunk("IEND", new Uint8Array())];
  return new Blob(parts, { type: "image/png" });
}

/**
 * Red, green and blue, row after row, each as the difference from the row above: little is
 * left where a picture is flat.
 * @param {Uint8Array} pixels
 * @param {number} width
 * @param {number} height
 */
function filtered(pixels, width, height) {
  const UP = 2;
  const out = new Uint8Array(height * (3 * width + 1));
  const row = 4 * width;
  for (let y = 0, to = 0; y < height; y++) {
    out[to++] = UP;
    for (let at = y * row; at < (y + 1) * row; at += 4) {
      for (let c = at; c < at + 3; c++) out[to++] = pixels[c] - (y ? pixels[c - row] : 0);
    }
  }
  return out;
}

/**
 * @param {{name: string, text: string}} word in Latin letters the name, in any the text
 */
function textChunk({ name, text }) {
  return chunk("iTXt", new TextEncoder().encode(`${name}\0\0\0\0\0${text}`));
}

/**
 * @param {string} kind
 * @param {Uint8Array} content
 */
function chunk(kind, content) {
  const out = new Uint8Array(content.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, content.length);
  for (let i = 0; i < 4; i++) out[4 + i] = kind.charCodeAt(i);
  out.set(content, 8);
  view.setUint32(8 + content.length, crc(out.subarray(4, 8 + content.length)));
  return out;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** @param {Uint8Array} bytes */
function crc(bytes) {
  let c = 0xffffffff;
  for (const b of bytes) c = CRC[(c ^ b) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function deflate(bytes) {
  if (typeof CompressionStream !== "function") return stored(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The same without compression, for browsers that have none.
 * @param {Uint8Array} bytes
 */
function stored(bytes) {
  const most = 65535;
  const blocks = Math.ceil(bytes.length / most);
  const out = new Uint8Array(2 + bytes.length + 5 * blocks + 4);
  out.set([0x78, 1]);
  let to = 2;
  let a = 1;
  let b = 0;
  for (let from = 0; from < bytes.length; from += most) {
    const block = bytes.subarray(from, from + most);
    const n = block.length;
    out.set([Number(from + n === bytes.length), n & 255, n >> 8, ~n & 255, (~n >> 8) & 255], to);
    out.set(block, to + 5);
    to += 5 + n;
    for (const v of block) {
      a = (a + v) % 65521;
      b = (b + a) % 65521;
    }
  }
  new DataView(out.buffer).setUint32(to, b * 65536 + a);
  return out;
}
