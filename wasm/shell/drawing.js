/**
 * The canvas on which a visitor draws a digit with mouse, finger or pen, and what the networks make of it.
 * What is drawn is kept in samples and not read back from the canvas: some browsers change what they read.
 */

import { all, say, sentence } from "./dom.js";

const PEN = 3; // the pen's width, in pixels of the drawing
const FINE = 4; // samples along one of those
const SHOWN = 16; // pixels of the canvas along one

/**
 * The command that shows a drawing to the networks; without bytes it is taken away.
 * @param {ArrayLike<number>} ink
 * @returns {import("./types").Command}
 */
export function drawCommand(ink) {
  return { kind: "draw", ink: btoa(Array.from(ink, (v) => String.fromCharCode(v)).join("")) };
}

export class Drawing {
  /**
   * @param {HTMLElement} box
   * @param {(ink: Uint8Array) => Promise<unknown>} draw
   */
  constructor(box, draw) {
    this.draw = draw;
    this.side = Number(box.dataset.canvas); // pixels of the drawing
    this.samples = new Uint8Array((this.side * FINE) ** 2);
    this.canvas = /** @type {HTMLCanvasElement} */ (all("canvas", box)[0]);
    this.canvas.width = this.canvas.height = this.side * SHOWN;
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.heard = all("[data-heard]", box)[0];
    this.mistake = all(".wrong", box)[0];
    this.text = ""; // what is said of it
    this.wrong = ""; // with what is drawn
    this.taken = false; // the engine has it
    this.sending = 0;
    /** @type {{x: number, y: number} | undefined} */
    this.last = undefined; // where the pen is while it is down
    this.bind();
    all("button", box)[0].addEventListener("click", () => this.clear());
  }

  bind() {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button || !event.isPrimary) return;
      event.preventDefault(); // selects nothing
      canvas.setPointerCapture(event.pointerId);
      this.last = this.at(event);
      this.stroke(this.last, this.last);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!event.isPrimary) return;
      const passed = event.getCoalescedEvents?.() ?? [];
      for (const one of passed.length ? passed : [event]) {
        if (!this.last) return;
        const now = this.at(one);
        this.stroke(this.last, now);
        this.last = now;
      }
    });
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      canvas.addEventListener(end, (event) => {
        if (!this.last || !event.isPrimary) return;
        this.last = undefined;
        this.send(this.ink());
      });
    }
  }

  /**
   * Where a pointer is, in pixels of the drawing.
   * @param {PointerEvent} event
   */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return { x: ((clientX - left) / width) * this.side, y: ((clientY - top) / height) * this.side };
  }

  /**
   * Inks a round stroke.
   * @param {{x: number, y: number}} from
   * @param {{x: number, y: number}} to
   */
  stroke(from, to) {
    const { pen } = this;
    pen.lineWidth = PEN * SHOWN;
    pen.lineCap = "round";
    pen.beginPath();
    pen.moveTo(from.x * SHOWN, from.y * SHOWN);
    pen.lineTo(to.x * SHOWN, to.y * SHOWN);
    pen.stroke();
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = dx * dx + dy * dy;
    const all = this.side * FINE;
    for (let row = 0; row < all; row++) {
      for (let column = 0; column < all; column++) {
        const [x, y] = [(column + 0.5) / FINE - from.x, (row + 0.5) / FINE - from.y];
        const along = length ? Math.min(1, Math.max(0, (x * dx + y * dy) / length)) : 0;
        if (Math.hypot(x - along * dx, y - along * dy) <= PEN / 2) this.samples[row * all + column] = 255;
      }
    }
  }

  /** The drawing: of each pixel, the mean of its samples. */
  ink() {
    const sums = new Float64Array(this.side ** 2);
    const all = this.side * FINE;
    this.samples.forEach((v, i) => {
      sums[Math.floor(i / all / FINE) * this.side + Math.floor((i % all) / FINE)] += v;
    });
    return Uint8Array.from(sums, (sum) => Math.round(sum / FINE ** 2));
  }

  /**
   * Asks the networks. What is wrong with the drawing is said beside it.
   * @param {Uint8Array} ink
   */
  async send(ink) {
    this.sending++;
    try {
      await this.draw(ink);
      this.taken = ink.length > 0;
      this.wrong = "";
    } catch (error) {
      this.wrong = sentence(/** @type {Error} */ (error).message);
    }
    this.sending--;
    this.tell();
  }

  /** Takes the drawing away, and goes back to the test digit. */
  clear() {
    this.wipe();
    return this.send(new Uint8Array());
  }

  /** Empties the canvas. */
  wipe() {
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.samples.fill(0);
    this.last = undefined;
    this.taken = false;
    this.wrong = "";
  }

  /**
   * Shows a drawing that has come to the networks in another way.
   * @param {ArrayLike<number>} ink
   */
  paint(ink) {
    this.wipe();
    this.taken = ink.length > 0;
    const all = this.side * FINE;
    this.samples.forEach((_, i) => {
      this.samples[i] = ink[Math.floor(i / all / FINE) * this.side + Math.floor((i % all) / FINE)] ?? 0;
    });
    Array.from(ink).forEach((v, i) => {
      this.pen.globalAlpha = v / 255;
      this.pen.fillRect((i % this.side) * SHOWN, Math.floor(i / this.side) * SHOWN, SHOWN, SHOWN);
    });
    this.pen.globalAlpha = 1;
    this.tell();
  }

  /**
   * Shows what is said of the drawing. Where the run has none any more, the canvas has none.
   * @param {{drawn: boolean, text: string} | undefined} canvas
   */
  show(canvas) {
    if (!canvas) return;
    if (!canvas.drawn && this.taken && !this.sending && !this.last) this.wipe();
    this.text = canvas.text;
    this.tell();
  }

  tell() {
    say(this.mistake, this.wrong);
    say(this.heard, this.wrong ? "" : this.text.replaceAll(" %", "\u00a0%"));
  }
}
