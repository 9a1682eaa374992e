/** Saved runs that are dragged onto the page, or chosen. */

import { byId } from "./dom.js";

export class Drop {
  /** @param {(file: File) => void} take */
  constructor(take) {
    this.take = take;
    this.hint = byId("drop");
    this.hint.addEventListener("dragleave", () => (this.hint.hidden = true));
    this.watch();
    /** @type {HTMLInputElement} */
    const input = byId("file");
    input.addEventListener("change", () => {
      if (input.files?.[0]) take(input.files[0]);
      input.value = ""; // so that the same file can be chosen again
    });
  }

  /** A file is over the page, or over the picture, which has a document of its own: the hint covers both. */
  hover() {
    this.hint.hidden = false;
  }

  /** @param {File | undefined} file */
  drop(file) {
    this.hint.hidden = true;
    if (file) this.take(file);
  }

  watch() {
    const on = (/** @type {string} */ kind, /** @type {(data: DataTransfer) => void} */ act) => {
      addEventListener(kind, (event) => {
        const data = /** @type {DragEvent} */ (event).dataTransfer;
        if (!data?.types.includes("Files")) return;
        event.preventDefault(); // the browser would show the file instead of the page
        act(data);
      });
    };
    on("dragenter", () => this.hover());
    on("dragover", (data) => {
      data.dropEffect = "copy";
      this.hover(); // the page may have come under a file that was there already
    });
    on("drop", (data) => this.drop(data.files[0]));
  }
}
