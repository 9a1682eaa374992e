/**
 * One dial's control. It holds a wish until the engine has answered; then it shows what is.
 */

import { Mark } from "./mark.js";

const TOP = 1000; // the right end of a logarithmic slider

export class Dial {
  /**
   * @param {HTMLElement} box the dial as the template made it
   * @param {(values: Record<string, string>) => Promise<unknown>} set
   */
  constructor(box, set) {
    this.box = box;
    this.set = set;
    this.name = box.dataset.dial ?? "";
    this.kind = box.dataset.kind ?? "";
    this.log = "log" in box.dataset;
    this.least = Number(box.dataset.log); // where a logarithmic slider begins
    this.fresh = "fresh" in box.dataset; // as it is declared
    this.view = "view" in box.dataset; // it concerns the picture only
    this.min = Number(box.dataset.min);
    this.max = Number(box.dataset.max);
    this.value = ""; // as the engine says
    this.pending = 0; // wishes not yet answered
    this.held = false; // the visitor is at it
    /** @type {string | undefined} */
    this.wish = undefined; // the newest, while an older one is on its way
    /** @type {HTMLInputElement} */
    this.field = /** @type {any} */ (box.querySelector("input:is(.value, [type=checkbox]), select"));
    /** @type {HTMLInputElement | null} */
    this.slider = box.querySelector("input[type=range]");
    this.mark = new Mark([this.field], /** @type {HTMLElement} */ (box.querySelector(".wrong")));
    this.listen();
    this.write(this.kind === "bool" ? String(this.field.checked) : this.field.value);
  }

  listen() {
    const { field, slider } = this;
    field.addEventListener("change", () => this.ask(this.kind === "bool" ? String(field.checked) : field.value));
    field.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && field.type !== "checkbox") this.restore();
    });
    field.addEventListener("blur", () => {
      if (this.mark.on) this.restore();
    });
    slider?.addEventListener("input", () => {
      const text = this.read(Number(slider.value));
      this.mark.set("");
      field.value = text;
      this.fill();
      this.held = true;
      if (!this.restarts) this.ask(text);
    });
    slider?.addEventListener("change", () => {
      this.held = false;
      if (this.restarts) this.ask(field.value);
    });
  }

  /** Whether another value begins the run anew. */
  get restarts() {
    return "fresh" in this.box.dataset;
  }

  /**
   * A run that lasts beyond the visit follows from its dials alone: each that is not of the picture begins it anew.
   * @param {boolean} lasts
   */
  hold(lasts) {
    this.box.toggleAttribute("data-fresh", this.fresh || (lasts && !this.view));
  }

  /** Back to what is. */
  restore() {
    this.mark.set("");
    this.write(this.value);
  }

  /**
   * Asks the engine for a value: one question at a time, and the newest wish wins.
   * @param {string} text
   */
  async ask(text) {
    if (this.pending) {
      this.wish = text;
      return;
    }
    this.pending++;
    let bad = "";
    try {
      await this.set({ [this.name]: text });
    } catch (error) {
      bad = /** @type {Error} */ (error).message;
    }
    this.pending--;
    if (this.wish === undefined) this.mark.set(bad);
    if (this.wish !== undefined) {
      const next = this.wish;
      this.wish = undefined;
      this.ask(next);
    } else if (!bad && (this.kind === "bool" || this.field.value === text)) {
      this.write(this.value); // unless something else is being typed by now
    }
  }

  /**
   * The engine's value. One that has changed otherwise takes the place of what was wrong.
   * @param {string | undefined} value
   */
  show(value) {
    if (value === undefined || value === this.value) return;
    this.value = value;
    if (!this.held && !this.pending) this.restore();
  }

  /** @param {string} value */
  write(value) {
    if (this.kind === "bool") this.field.checked = value === "true";
    else this.field.value = value;
    if (!this.slider) return;
    this.slider.value = String(this.place(Number(value)));
    this.slider.setAttribute("aria-valuetext", value);
    this.fill();
  }

  /** Tells the style how far the slider is. */
  fill() {
    if (!this.slider) return;
    const { min, max, value } = this.slider;
    this.slider.style.setProperty("--at", String((Number(value) - Number(min)) / (Number(max) - Number(min))));
  }

  /**
   * Where a value stands on the slider.
   * @param {number} value
   */
  place(value) {
    if (!this.log) return value;
    if (value <= this.min) return 0;
    return Math.max(1, Math.round((TOP * Math.log(value / this.least)) / Math.log(this.max / this.least)));
  }

  /**
   * The value at a place of the slider, rounded to what a person would write. The left end
   * is the smallest value, which may be 0. A whole number moves by one at least, so that
   * arrow keys get anywhere.
   * @param {number} place
   */
  read(place) {
    if (!this.log) return String(place);
    const exact = place ? this.least * (this.max / this.least) ** (place / TOP) : this.min;
    if (this.kind !== "int") return String(Number(exact.toPrecision(3)));
    const now = Number(this.field.value);
    const whole = Math.round(exact);
    const was = this.place(now);
    if (whole === now && place !== was) return String(Math.min(this.max, Math.max(this.min, now + Math.sign(place - was))));
    return String(whole);
  }
}
