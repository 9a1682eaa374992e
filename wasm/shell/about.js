/** About this run: what it is made of, its hash, and how to have it again elsewhere. */

import { all, byId, make, say } from "./dom.js";
import { readDist } from "./files.js";
import { asker, runName } from "./save.js";

const EVERY = 1000; // ms between two hashes while the run plays

const SAME = "On the command line, this gives the same run and the same hash:";
const TOUCHED =
  "Dials were turned or the model was touched on the way, so no single command gives this run. Save it, and this shows the same hash and goes on from there:";

/**
 * What is known about the run now.
 * @param {import("./lab.js").Lab} lab
 */
export async function tellAbout(lab) {
  const { about } = await lab.command({ kind: "about", ...asker() });
  if (!about) throw new Error("the engine does not know");
  return { ...about, version: readDist().version };
}

export class About {
  /** @param {import("./lab.js").Lab} lab */
  constructor(lab) {
    this.lab = lab;
    this.box = byId("about");
    this.fields = all("[data-about]");
    this.command = byId("command");
    this.asked = -EVERY;
    this.asking = false;
    this.box.addEventListener("toggle", () => this.refresh());
  }

  /**
   * Keeps up with the run: at every change while it is paused, else once a second.
   * @param {import("./types").Status} status
   */
  follow({ playing }) {
    if (playing && performance.now() - this.asked < EVERY) return;
    this.refresh();
  }

  /** Nothing is hashed while the panel is closed. */
  async refresh() {
    if (!this.box.open || this.asking) return; // the question itself brings a status
    this.asking = true;
    this.asked = performance.now();
    try {
      this.show(await tellAbout(this.lab));
    } catch {
      // The run has ended, which the page says elsewhere.
    } finally {
      this.asking = false;
    }
  }

  /** @param {import("./types").About & {version: string}} about */
  show(about) {
    /** @type {Record<string, string>} */
    const texts = {
      exhibit: about.exhibit,
      preset: about.preset,
      seed: about.seed,
      step: String(about.step),
      changed: about.changed.join(", ") || "none",
      hash: about.hash,
      engine: about.vector ? "SIMD" : "plain, without SIMD: the same numbers, more slowly",
      version: about.version,
      how: about.command ? SAME : TOUCHED,
    };
    for (const field of this.fields) say(field, texts[field.dataset.about ?? ""]);
    this.setCommand(about.command || `bin/lab run -from ${runName(about)} -steps 0 -hash`);
  }

  /**
   * Sets a command so that its lines break between its flags, not at their dashes.
   * @param {string} text
   */
  setCommand(text) {
    if (this.command.textContent === text) return; // what is selected stays so
    const parts = text.split(/(?<= )(?=-)/);
    this.command.replaceChildren(...parts.map((part) => make("span", part)));
  }
}
