/**
 * window.driftlab, for slides, tests and the console; and the same over postMessage for
 * pages that embed this one: wasm/shell/EMBEDDING.md.
 */

import { tellAbout } from "./about.js";
import { fullAddress } from "./address.js";
import { CALLS, judge, show } from "./calls.js";
import { drawCommand } from "./drawing.js";
import { exportPNG } from "./picture.js";
import { exportCSV } from "./save.js";

/** What the page itself says by message: not to be answered if it comes back. */
const SAID = ["reply", "ready", "key"];

export class Api {
  /**
   * @param {import("./lab.js").Lab} lab
   * @param {import("./problems.js").Problems} problems
   * @param {Promise<void>} ready resolves when the first picture has been drawn
   * @param {(ink: ArrayLike<number>) => void} paint shows a drawing on the page's canvas
   */
  constructor(lab, problems, ready, paint) {
    this.ready = ready;
    const command = async (/** @type {import("./types").Command} */ c) => {
      await lab.command(c);
    };
    /**
     * Opens an exhibit: params are a preset, dials, tempo and speed. What there is not
     * rejects with a sentence, and changes nothing.
     * @param {string} scene
     * @param {Record<string, unknown>} params
     */
    this.open = async (scene, params = {}) => {
      judge("open", scene, params);
      const address = new URLSearchParams({ scene, ...texts(params) }).toString();
      if (lab.run) await command({ kind: "check", address });
      await lab.open(address, lab.run ? lab.wanted : true);
    };
    this.play = () => command({ kind: "play" });
    this.pause = () => command({ kind: "pause" });
    this.step = async (n = 1) => {
      judge("step", n);
      await command({ kind: "step", n });
    };
    this.reset = () => command({ kind: "reset" });
    /** @param {Record<string, unknown>} values */
    this.set = async (values) => {
      judge("set", values);
      await command({ kind: "set", values: texts(values) });
    };
    /**
     * Shows the networks a drawing, of each pixel 0 to 255, row after row, and says what they make of it;
     * without bytes it is taken away. What is no digit rejects with a sentence.
     * @param {ArrayLike<number>} ink
     */
    this.draw = async (ink = []) => {
      judge("draw", ink);
      const { text } = await lab.command(drawCommand(ink));
      paint(ink);
      return text;
    };
    this.state = () => {
      const s = lab.status;
      return {
        scene: s?.exhibit ?? "",
        playing: s?.playing ?? false,
        step: s?.step ?? 0,
        params: s?.params ?? {},
        measures: s?.measures ?? {},
        caption: s?.caption ?? "",
        error: problems.text() || s?.trouble || "",
      };
    };
    this.link = () => fullAddress(lab.status?.link ?? "");
    this.about = () => tellAbout(lab);
    /** @param {"png" | "csv" | "run"} kind */
    this.export = async (kind) => {
      judge("export", kind);
      if (kind === "png") return exportPNG(lab);
      if (kind === "csv") return exportCSV(lab);
      return lab.save();
    };
    /**
     * Opens a saved run, paused. A bad one rejects with a sentence, and changes nothing.
     * @param {BlobPart} file
     */
    this.load = async (file) => {
      judge("load", file);
      await lab.load(new Blob([file]));
    };
  }
}

/**
 * Answers the embedding page: {driftlab: "set", id, args} brings {driftlab: "reply", id,
 * value or error}. Every message that speaks to the page is answered, always.
 * @param {Api} api
 */
export function answerParent(api) {
  addEventListener("message", async ({ data, source, origin }) => {
    if (source !== parent || parent === window || typeof data !== "object" || data === null) return;
    if (!("driftlab" in data) || SAID.includes(data.driftlab)) return;
    const to = origin === "null" ? "*" : origin;
    const reply = { driftlab: "reply", id: data.id };
    try {
      parent.postMessage({ ...reply, value: await perform(api, data) }, to);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      try {
        parent.postMessage({ ...reply, error: text }, to);
      } catch {
        parent.postMessage({ driftlab: "reply", error: "the id cannot be sent back" }, to);
      }
    }
  });
  api.ready.then(() => parent !== window && parent.postMessage({ driftlab: "ready" }, "*"), () => {});
}

/**
 * Carries out a message's call.
 * @param {any} api
 * @param {{driftlab: unknown, args?: unknown}} message
 */
async function perform(api, { driftlab: name, args = [] }) {
  if (typeof name !== "string" || !CALLS.includes(name)) {
    throw new Error(`${show(name)} is not a call; there are ${CALLS.join(", ")}`);
  }
  if (!Array.isArray(args)) throw new Error(`${name}: args is to be a list, such as [10], not ${show(args)}`);
  return api[name](...args);
}

/**
 * Values as the engine takes them: text.
 * @param {Record<string, unknown>} values
 */
function texts(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
