/** Fields that bear a mark while what was typed there is no good, and a sentence beside them. */

import { say } from "./dom.js";

export class Mark {
  /**
   * @param {HTMLInputElement[]} fields
   * @param {HTMLElement} sentence
   */
  constructor(fields, sentence) {
    this.fields = fields;
    this.sentence = sentence;
    for (const field of fields) field.addEventListener("input", () => this.set(""));
  }

  /** Whether something is wrong. */
  get on() {
    return !this.sentence.hidden;
  }

  /**
   * Marks what the sentence speaks of ("x: ..."; a lone field needs no name), or nothing.
   * @param {string} text
   */
  set(text) {
    say(this.sentence, text);
    for (const field of this.fields) {
      const meant = this.fields.length === 1 || text.split("; ").some((part) => part.startsWith(field.name + ":"));
      if (text && meant) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      if (text && this.sentence.id) field.setAttribute("aria-errormessage", this.sentence.id);
      else field.removeAttribute("aria-errormessage");
    }
  }
}
