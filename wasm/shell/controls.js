/** The controls beside the picture, and the words that belong to the open exhibit. */

import { all, byId, say } from "./dom.js";
import { Dial } from "./dial.js";
import { mendMath } from "./mathfont.js";

const COUNT = new Intl.NumberFormat("en");

export class Controls {
  /** @param {import("./actions.js").Actions} act */
  constructor(act) {
    this.act = act;
    this.scene = "";
    this.articles = all("[data-exhibit]");
    this.tabs = all("[data-tab]");
    this.plays = all("[data-do=play]");
    /** @type {Dial[]} */
    this.dials = [];
    this.tempos = /** @type {HTMLInputElement[]} */ (all("input[name=tempo]"));
    /** @type {HTMLInputElement} */
    this.pace = byId("pace");
    this.bind();
  }

  bind() {
    for (const button of all("[data-do]")) {
      button.addEventListener("click", () => this.act.perform(button.dataset.do ?? ""));
    }
    for (const button of all("[data-set]")) {
      button.addEventListener("click", () => this.act.try(this.act.set(pairs(button.dataset.set))));
    }
    for (const button of all("[data-open]")) {
      button.addEventListener("click", () => this.act.try(this.act.openHere(pairs(button.dataset.open))));
    }
    for (const select of /** @type {HTMLSelectElement[]} */ (all("[data-preset]"))) {
      select.addEventListener("change", () => this.act.try(this.act.openHere({ preset: select.value })));
    }
    for (const form of /** @type {HTMLFormElement[]} */ (all("[data-poke]"))) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.act.poke();
      });
    }
    for (const radio of this.tempos) {
      radio.addEventListener("change", () => this.setTempo({ tempo: radio.value }));
    }
    this.pace.addEventListener("change", () => this.setTempo({ tempo: "fixed", speed: this.pace.value }));
  }

  /** @param {Record<string, string>} values */
  async setTempo(values) {
    let bad = "";
    await this.act.set(values).catch((/** @type {Error} */ error) => (bad = error.message));
    say(byId("tempo-wrong"), bad);
  }

  /**
   * Shows the words and dials of an exhibit; an unknown name shows the first.
   * @param {string} scene
   */
  showScene(scene) {
    if (scene === this.scene) return;
    const shown = this.articles.find((a) => a.dataset.exhibit === scene) ?? this.articles[0];
    this.scene = shown.dataset.exhibit ?? "";
    for (const article of this.articles) article.hidden = article !== shown;
    for (const tab of this.tabs) {
      if (tab.dataset.tab === this.scene) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    shown.querySelector(".words")?.before(byId("about"));
    this.dials = all("[data-dial]", shown).map((box) => new Dial(box, (values) => this.act.set(values)));
    document.title = `${shown.dataset.title} · driftlab`;
    byId("bar-title").textContent = shown.dataset.title;
    mendMath();
  }

  /** @param {import("./types").Status} status */
  show(status) {
    this.showScene(status.exhibit);
    for (const dial of this.dials) dial.show(status.params[dial.name]);
    const preset = byId(`${this.scene}-preset`);
    if (document.activeElement !== preset) preset.value = status.params.preset;
    for (const radio of this.tempos) radio.checked = radio.value === status.params.tempo;
    if (document.activeElement !== this.pace) this.pace.value = status.params.speed;
    for (const button of this.plays) say(button, status.playing ? "Pause" : "Play");
    this.tell(status);
  }

  /** @param {import("./types").Status} status */
  tell(status) {
    byId("step").textContent = `step ${COUNT.format(status.step)}`;
    say(byId("speed"), status.playing ? `${COUNT.format(Math.round(status.rate))} steps/s` : "paused");
    say(byId("phase"), status.phase);
    byId("caption").textContent = status.caption;
  }

  /** The place the visitor wrote for a poke, if the exhibit takes one. */
  pokePlace() {
    const form = this.articles.find((a) => !a.hidden)?.querySelector("[data-poke]");
    if (!form) return undefined;
    const { x, y } = Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (form)));
    return { x: Number(x), y: Number(y) };
  }
}

/**
 * Reads "name=value&name=value".
 * @param {string | undefined} text
 * @returns {Record<string, string>}
 */
function pairs(text) {
  return Object.fromEntries(new URLSearchParams(text));
}
