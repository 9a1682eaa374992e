/** How the page looks: theme, pixel ratio, motion. */

import { THEMES } from "./words.js";

const KEY = "driftlab-theme";

/** @param {string | null} name @returns {name is import("./types").Theme} */
function isTheme(name) {
  return THEMES.some((t) => t === name);
}

/** What the visitor chose before, if the browser tells. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is closed, as in some frames and files
  }
}

export class LookBook {
  /** @param {string | null} asked the theme the address asks for */
  constructor(asked) {
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const light = matchMedia("(prefers-color-scheme: light)");
    /** @type {() => void} */
    this.onChange = () => {};
    this.motion = !still.matches;
    this.scale = devicePixelRatio || 1;
    this.onPaper = false;
    this.aside = false; // the controls, for the picture's sake
    const chosen = isTheme(asked) ? asked : remembered();
    this.fixed = isTheme(chosen);
    /** @type {import("./types").Theme} */
    this.theme = isTheme(chosen) ? chosen : light.matches ? "light" : "dark";
    this.aside = this.theme === "projector";
    this.apply();
    light.addEventListener("change", () => {
      if (this.fixed) return;
      this.theme = light.matches ? "light" : "dark";
      this.apply();
    });
    still.addEventListener("change", () => {
      this.motion = !still.matches;
      this.apply();
    });
    this.watchScale();
  }

  /** The window may move to another screen, and the browser may zoom. */
  watchScale() {
    const ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    ratio.addEventListener("change", () => this.rescale(), { once: true });
  }

  rescale() {
    if (this.onPaper) return; // that of the paper
    this.watchScale();
    this.scale = devicePixelRatio || 1;
    this.apply();
  }

  /**
   * Takes the theme that an address asks for, if it asks.
   * @param {string | null} name
   */
  obey(name) {
    if (!isTheme(name)) return;
    this.theme = name;
    this.fixed = true;
    this.aside = name === "projector";
    this.apply();
  }

  /**
   * Hides the controls or shows them, until another theme is chosen.
   * @param {boolean} aside
   */
  stepAside(aside) {
    this.aside = aside;
    this.apply();
  }

  /** The visitor's choice: the next theme, remembered. */
  next() {
    this.obey(THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length]);
    try {
      localStorage.setItem(KEY, this.theme);
    } catch {
      // Storage is closed: the choice holds for this visit.
    }
  }

  /**
   * The page is printed, in light colours, or it has been.
   * @param {boolean} onPaper
   */
  print(onPaper) {
    if (onPaper === this.onPaper) return;
    this.onPaper = onPaper;
    document.documentElement.dataset.theme = onPaper ? "light" : this.theme;
    if (!onPaper) this.watchScale(); // it may have missed a change
  }

  apply() {
    if (this.onPaper) return;
    document.documentElement.dataset.theme = this.theme;
    document.documentElement.classList.toggle("aside", this.aside);
    document.getElementById("panel")?.setAttribute("aria-expanded", String(!this.aside));
    this.onChange();
  }
}
