/** The view's iframe: one picture, alone in its document. It lives until it is removed. */

import { readDist } from "./files.js";

const GRACE = 3000; // ms
const DRAWING = 60_000; // ms that a picture may take to be drawn for a file
const MOST_PIXELS = 3840 * 2400; // beyond this a sharper picture costs more than it shows

/** Whether the browser can draw the picture at all. */
export function hasWebGL2() {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return !!gl;
}

export class Frame {
  /**
   * @param {HTMLElement} box what the picture fills
   * @param {import("./types").Compiled} module
   * @param {MessagePort} port to the engine
   * @param {import("./look.js").LookBook} look
   * @param {{drawn: () => void, height: (css: number) => void, key: (e: any) => void, drag: () => void, drop: (file: File) => void, lost: () => void, missing: () => void, error: (text: string) => void}} on
   */
  constructor(box, module, port, look, on) {
    this.box = box;
    this.look = look;
    this.on = on;
    this.module = module;
    this.port = port;
    this.said = false; // hello
    this.scale = 1;
    this.lastID = 0;
    /** @type {Map<number, (p: import("./types").Pixels) => void>} */
    this.asked = new Map();
    /** @type {() => void} */
    this.come = () => {};
    /** @type {(why: Error) => void} */
    this.go = () => {};
    /** @type {Promise<void>} */
    this.here = new Promise((resolve) => (this.come = resolve)); // once it is drawn
    /** @type {Promise<never>} */
    this.gone = new Promise((_, reject) => (this.go = reject));
    this.gone.catch(() => {}); // only those who wait for it need to know
    this.element = document.createElement("iframe");
    this.element.title = "The picture; what it shows is said in words beside it";
    this.element.tabIndex = -1;
    this.element.className = "coming";
    this.hear = this.hear.bind(this);
    addEventListener("message", this.hear);
    this.element.addEventListener("load", () => {
      // Its first word may still be on the way when its document is complete.
      setTimeout(() => this.said || this.on.missing(), GRACE);
    });
    this.element.srcdoc = readDist().view;
    this.fit();
    box.append(this.element);
  }

  /** Sizes the iframe in device pixels and scales it back, so that each is drawn once. */
  fit() {
    const width = this.box.clientWidth;
    const height = this.box.clientHeight;
    this.scale = Math.min(this.look.scale, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
    const style = this.element.style;
    style.width = Math.round(width * this.scale) + "px";
    style.height = Math.round(height * this.scale) + "px";
    style.transform = `scale(${1 / this.scale})`;
    if (this.said) this.post({ kind: "look", ...this.state() });
  }

  state() {
    return { theme: this.look.theme, scale: this.scale, motion: this.look.motion };
  }

  /** @param {MessageEvent} event */
  hear({ source, data }) {
    if (source !== this.element.contentWindow || !data) return;
    if (data.kind === "hello" && !this.said) this.greet();
    else if (data.kind === "drawn") this.arrive();
    else if (data.kind === "height") this.on.height(data.css);
    else if (data.kind === "key") this.on.key(data);
    else if (data.kind === "drag") this.on.drag();
    else if (data.kind === "drop") this.on.drop(data.file);
    else if (data.kind === "lost") this.on.lost();
    else if (data.kind === "error") this.on.error(data.error);
    else if (data.kind === "pixels") {
      this.asked.get(data.id)?.(data);
      this.asked.delete(data.id);
    }
  }

  greet() {
    this.said = true;
    const message = { kind: "init", module: this.module, port: this.port, ...this.state() };
    this.element.contentWindow?.postMessage(message, "*", [this.port]);
  }

  arrive() {
    this.element.className = "";
    this.come();
    this.on.drawn();
  }

  /** Makes way for another picture, which is not drawn yet, and keeps still meanwhile. */
  fade() {
    this.post({ kind: "look", ...this.state(), motion: false });
    this.element.className = "leaving";
    return this;
  }

  /** @param {object} message */
  post(message) {
    this.element.contentWindow?.postMessage(message, "*");
  }

  /**
   * Draws the picture at another sharpness than the screen's, once it is there.
   * @param {number} scale
   * @param {import("./types").Legend} legend
   * @returns {Promise<import("./types").Pixels>}
   */
  async pixels(scale, legend) {
    /** @type {number | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      const why = new Error("the picture is not being drawn now; bring it onto the screen and try again");
      timer = setTimeout(reject, DRAWING, why);
    });
    const id = ++this.lastID;
    try {
      return await Promise.race([this.drawing(id, scale, legend), this.gone, late]);
    } finally {
      clearTimeout(timer);
      this.asked.delete(id);
    }
  }

  /**
   * @param {number} id
   * @param {number} scale
   * @param {import("./types").Legend} legend
   * @returns {Promise<import("./types").Pixels>}
   */
  async drawing(id, scale, legend) {
    await this.here;
    const width = Math.round(this.box.clientWidth * scale);
    const height = Math.round(this.box.clientHeight * scale);
    return new Promise((resolve) => {
      this.asked.set(id, resolve);
      this.post({ kind: "pixels", id, width, height, scale, ...legend });
    });
  }

  /**
   * The picture at once, for paper, or nothing while there is none. Only here does the page
   * reach into the view's document, which may be closed to it.
   * @param {{width: number, height: number, scale: number, theme: string}} wish CSS pixels
   * @returns {import("./types").Pixels | undefined}
   */
  snap({ width, height, scale, theme }) {
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    try {
      return /** @type {any} */ (this.element.contentWindow).driftview.snap({ ...size, scale, theme });
    } catch {
      return undefined; // the browser prints the frame as it stands
    }
  }

  remove() {
    removeEventListener("message", this.hear);
    this.go(new Error("the picture was replaced meanwhile; try again"));
    this.element.remove();
  }
}
