/**
 * window.driftlab, for slides, tests and the console; and the same over postMessage for
 * pages that embed this one: wasm/shell/EMBEDDING.md.
 */

import { tellAbout } from "./about.js";
import { fullAddress } from "./address.js";
import { exportCSV, exportPNG } from "./save.js";

const CALLS = /** @type {const} */ ([
  "open", "play", "pause", "step", "reset", "set", "state", "link", "about", "export", "load",
]);

export class Api {
  /**
   * @param {import("./lab.js").Lab} lab
   * @param {import("./problems.js").Problems} problems
   * @param {Promise<void>} ready resolves when the first picture has been drawn
   */
  constructor(lab, problems, ready) {
    this.ready = ready;
    const command = async (/** @type {import("./types").Command} */ c) => {
      await lab.command(c);
    };
    /**
     * Opens an exhibit: params are a preset, dials, tempo and speed.
     * @param {string} scene
     * @param {Record<string, unknown>} params
     */
    this.open = (scene, params = {}) =>
      lab.open(new URLSearchParams({ scene, ...texts(params) }).toString(), lab.run ? lab.wanted : true);
    this.play = () => command({ kind: "play" });
    this.pause = () => command({ kind: "pause" });
    this.step = (n = 1) => command({ kind: "step", n });
    this.reset = () => command({ kind: "reset" });
    /** @param {Record<string, unknown>} values */
    this.set = (values) => command({ kind: "set", values: texts(values) });
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
      if (kind === "png") return exportPNG(lab);
      if (kind === "csv") return exportCSV(lab);
      if (kind === "run") return lab.save();
      throw new Error(`export: ${JSON.stringify(kind)} is not one of png, csv, run`);
    };
    /**
     * Opens a saved run, paused. A bad one rejects with a sentence, and changes nothing.
     * @param {BlobPart} file
     */
    this.load = (file) => lab.load(new Blob([file]));
  }
}

/**
 * Answers the embedding page: {driftlab: "set", id, args} brings {driftlab: "reply", id,
 * value or error}.
 * @param {Api} api
 */
export function answerParent(api) {
  addEventListener("message", async ({ data, source, origin }) => {
    if (source !== parent || parent === window || !data?.driftlab) return;
    const call = CALLS.find((name) => name === data.driftlab);
    if (!call) return;
    const reply = { driftlab: "reply", id: data.id };
    const to = origin === "null" ? "*" : origin;
    try {
      const value = await /** @type {any} */ (api[call])(...(data.args ?? []));
      parent.postMessage({ ...reply, value }, to);
    } catch (error) {
      parent.postMessage({ ...reply, error: /** @type {Error} */ (error).message }, to);
    }
  });
  api.ready.then(() => parent !== window && parent.postMessage({ driftlab: "ready" }, "*"), () => {});
}

/**
 * Values as the engine takes them: text.
 * @param {Record<string, unknown>} values
 */
function texts(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
