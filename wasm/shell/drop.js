/** Saved runs that are dragged onto the page, or chosen. */

import { byId } from "./dom.js";

export class Drop {
  /** @param {(file: File) => void} take */
  constructor(take) {
    this.take = take;
    this.hint = byId("drop");
    this.hint.addEventListener("dragleave", () => (this.hint.hidden = true));
    this.watch(window);
    /** @type {HTMLInputElement} */
    const input = byId("file");
    input.addEventListener("change", () => {
      if (input.files?.[0]) take(input.files[0]);
      input.value = ""; // so that the same file can be chosen again
    });
  }

  /**
   * Takes files over a window: the page, or the picture, which has a document of its own.
   * The hint then covers both.
   * @param {EventTarget} target
   */
  watch(target) {
    const on = (/** @type {string} */ kind, /** @type {(data: DataTransfer) => void} */ act) => {
      target.addEventListener(kind, (event) => {
        const data = /** @type {DragEvent} */ (event).dataTransfer;
        if (!data?.types.includes("Files")) return;
        event.preventDefault(); // the browser would show the file instead of the page
        act(data);
      });
    };
    on("dragenter", () => (this.hint.hidden = false));
    on("dragover", (data) => {
      data.dropEffect = "copy";
      this.hint.hidden = false; // the picture may have come under a file that was there already
    });
    on("drop", (data) => {
      this.hint.hidden = true;
      if (data.files[0]) this.take(data.files[0]);
    });
  }
}
