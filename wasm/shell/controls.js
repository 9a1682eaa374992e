/** The controls beside the picture, and the words that belong to the open exhibit. */

import { all, byId, say, setText } from "./dom.js";
import { Dial } from "./dial.js";
import { Drawing } from "./drawing.js";
import { mendMath } from "./mathfont.js";
import { PokeForm } from "./poke.js";

const COUNT = new Intl.NumberFormat("en");
const FEW = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });

export class Controls {
  /** @param {import("./actions.js").Actions} act */
  constructor(act) {
    this.act = act;
    this.scene = "";
    this.articles = all("[data-exhibit]");
    this.tabs = all("[data-tab]");
    this.plays = all("[data-do=play]");
    this.whens = all("[data-when]"); // words that are true for some values of a dial only
    /** @type {Map<Element, Dial[]>} */
    this.dialsOf = new Map(this.articles.map((article) => [article, this.dialsIn(article)]));
    /** @type {Dial[]} */
    this.dials = []; // of the open exhibit
    this.tempos = /** @type {HTMLInputElement[]} */ (all("input[name=tempo]"));
    this.pace = new Dial(byId("tempo"), (values) => this.act.set({ tempo: "fixed", ...values }));
    /** @type {Map<Element | null, PokeForm>} */
    this.pokes = new Map();
    /** @type {Map<Element | null, Drawing>} */
    this.drawings = new Map();
    this.run = ""; // what the dials were shown of: another run takes what was wrong with it
    this.step = 0;
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
      this.pokes.set(form.closest("article"), new PokeForm(form, (values) => this.act.pokeAt(values)));
    }
    for (const box of all("[data-canvas]")) {
      this.drawings.set(box.closest("article"), new Drawing(box, (ink) => this.act.draw(ink)));
    }
    for (const radio of this.tempos) {
      radio.addEventListener("change", () => this.act.try(this.act.set({ tempo: radio.value })));
    }
  }

  /** @param {HTMLElement} article */
  dialsIn(article) {
    return all("[data-dial]", article).map((box) => new Dial(box, (values) => this.act.set(values)));
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
    for (const question of all("[data-question]")) question.hidden = question.dataset.question !== this.scene;
    for (const tab of this.tabs) {
      if (tab.dataset.tab === this.scene) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    shown.querySelector(".words")?.before(byId("about"));
    this.dials = this.dialsOf.get(shown) ?? [];
    document.title = `${shown.dataset.title} · driftlab`;
    for (const title of ["menu-title", "bar-title"]) byId(title).textContent = shown.dataset.title;
    mendMath();
  }

  /** @param {import("./types").Status} status */
  show(status) {
    this.showScene(status.exhibit);
    const dials = [...this.dials, this.pace];
    const run = `${status.exhibit} ${status.params.preset}`;
    if (run !== this.run || status.step < this.step) for (const dial of dials) dial.mark.on && dial.restore();
    if (run !== this.run) this.drawing?.wipe();
    this.run = run;
    this.step = status.step;
    for (const dial of this.dials) dial.hold(!!status.keep);
    for (const dial of dials) dial.show(status.params[dial.name]);
    const preset = byId(`${this.scene}-preset`);
    if (document.activeElement !== preset) preset.value = status.params.preset;
    for (const radio of this.tempos) radio.checked = radio.value === status.params.tempo;
    for (const button of this.plays) say(button, status.playing ? "Pause" : "Play");
    this.drawing?.show(status.canvas);
    for (const words of this.whens) words.hidden = !holds(words.dataset.when, status.params);
    this.tell(status);
  }

  /** @param {import("./types").Status} status */
  tell(status) {
    setText(byId("step"), `step ${COUNT.format(status.step)}`);
    say(byId("speed"), status.playing ? course(status) : "paused");
    say(byId("phase"), status.phase);
    setText(byId("caption"), status.caption.replaceAll(" %", "\u00a0%"));
  }

  /** What belongs to the open exhibit. */
  get article() {
    return this.articles.find((a) => !a.hidden) ?? null;
  }

  /** Touches the model at the place that the visitor wrote, if the exhibit can be touched. */
  poke() {
    return this.pokes.get(this.article)?.send();
  }

  /** The canvas of the open exhibit, if it has one. */
  get drawing() {
    return this.drawings.get(this.article);
  }
}

/**
 * Whether every dial that is named has the value named, or one of them: "task=random,smoothed".
 * @param {string | undefined} when
 * @param {Record<string, string>} params
 */
function holds(when, params) {
  return Object.entries(pairs(when)).every(([name, value]) => value.split(",").includes(params[name]));
}

/**
 * Reads "name=value&name=value".
 * @param {string | undefined} text
 * @returns {Record<string, string>}
 */
function pairs(text) {
  return Object.fromEntries(new URLSearchParams(text));
}

/**
 * How fast a run goes on; a long job says how much of it is done, and how long it still takes.
 * @param {import("./types").Status} status
 */
function course({ rate, share, of, left }) {
  const done = share > 0 && share < 1 ? `, ${Math.floor(100 * share)} % done${left ? `, ${during(left)} left` : ""}` : "";
  if (of) return `${rate ? `${count(60 * rate)} runs/min` : "computing"}${done}`;
  return `${count(rate)} steps/s${done}`;
}

/** @param {number} n */
function count(n) {
  return n < 10 ? FEW.format(n) : COUNT.format(Math.round(n));
}

/**
 * A time, as roughly as it is known.
 * @param {number} seconds
 */
function during(seconds) {
  if (seconds < 100) return `about ${Math.ceil(seconds / 10) * 10} s`;
  return seconds < 6000 ? `about ${Math.round(seconds / 60)} min` : `about ${Math.round(seconds / 3600)} h`;
}
