/** The form that touches the model at a place which somebody has typed. */

import { all } from "./dom.js";
import { Mark } from "./mark.js";

export class PokeForm {
  /**
   * @param {HTMLFormElement} form
   * @param {(values: Record<string, string>) => Promise<unknown>} poke
   */
  constructor(form, poke) {
    this.form = form;
    this.poke = poke;
    const fields = /** @type {HTMLInputElement[]} */ (all("input", form));
    this.mark = new Mark(fields, all(".wrong", form)[0]);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
  }

  /** Sends the text as it is: the engine reads numbers. What is wrong is said here. */
  async send() {
    const values = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(this.form)));
    try {
      await this.poke(values);
      this.mark.set("");
    } catch (error) {
      this.mark.set(/** @type {Error} */ (error).message);
    }
  }
}
