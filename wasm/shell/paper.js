/**
 * The page on paper: the picture whole and light, its caption, and the settings that give it
 * again. A browser prints at once, so the picture is drawn while it waits.
 */

import { fullAddress } from "./address.js";
import { canvasOf } from "./canvas.js";
import { all, byId, make } from "./dom.js";
import { readDist } from "./files.js";

const PAPER = { width: 1120, height: 700, scale: 2, theme: "light" };
const NARROW = 680; // CSS pixels that every paper has across

export class Paper {
  /**
   * @param {import("./lab.js").Lab} lab
   * @param {import("./look.js").LookBook} look
   */
  constructor(lab, look) {
    this.lab = lab;
    this.look = look;
    this.box = byId("picture");
    addEventListener("beforeprint", () => this.lay());
    addEventListener("afterprint", () => this.clear());
  }

  lay() {
    this.clear();
    const { clientWidth: width, clientHeight: height } = this.box;
    const style = this.box.style;
    style.setProperty("--screen-width", `${width}px`);
    style.setProperty("--screen-height", `${height}px`);
    style.setProperty("--shrink", String(Math.min(1, NARROW / width)));
    this.look.print(true);
    this.lab.stage.curves?.draw();
    const pixels = this.lab.stage.frame?.snap(PAPER);
    if (pixels) this.box.append(sheet(pixels));
    this.list();
  }

  clear() {
    for (const old of all(".paper", this.box)) old.remove();
    this.look.print(false);
    this.lab.stage.curves?.draw();
  }

  /** Every dial of the open exhibit, and the address that holds them. */
  list() {
    const now = this.lab.status;
    if (!now) return;
    const title = make("p", `${document.title} ${readDist().version} · preset ${now.params.preset}`);
    const dials = make("dl");
    for (const box of all("article:not([hidden]) [data-dial]")) {
      const label = /** @type {HTMLElement} */ (box.querySelector("label")?.cloneNode(true));
      for (const note of all(".fresh", label)) note.remove();
      const row = make("div");
      row.append(make("dt", label.textContent.trim()), make("dd", now.params[box.dataset.dial ?? ""]));
      dials.append(row);
    }
    byId("settings").replaceChildren(title, dials, make("p", fullAddress(now.link)));
  }
}

/** @param {import("./types").Pixels} pixels */
function sheet({ width, height, buffer }) {
  const canvas = canvasOf(width, height);
  canvas.className = "paper";
  const bytes = new Uint8ClampedArray(buffer, 0, 4 * width * height);
  canvas.getContext("2d")?.putImageData(new ImageData(bytes, width, height), 0, 0);
  return canvas;
}
