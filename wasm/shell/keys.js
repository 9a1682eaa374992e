/** The keyboard: every action has a key, and the list of keys is made from the same table. */

import { handOn, turnsSlides } from "./deck.js";
import { all, byId, make } from "./dom.js";

/** What keys do: the keys, the action, the words. */
const KEYS = [
  { keys: [" "], does: "play", words: "play or pause", show: ["Space"] },
  { keys: ["ArrowRight", "."], does: "step", words: "one step", show: ["→", "."] },
  { keys: ["r"], does: "restart", words: "restart: same seed, same weights", show: ["R"] },
  { keys: ["n"], does: "seed", words: "new seed", show: ["N"] },
  { keys: ["f"], does: "freeze", words: "freeze the order of the rows (track)", show: ["F"] },
  { keys: ["d"], does: "poke", words: "drop a walker (valley)", show: ["D"] },
  { keys: ["t"], does: "theme", words: "next theme: dark, light, projector", show: ["T"] },
  { keys: ["c"], does: "copy", words: "copy the link", show: ["C"] },
  { keys: ["s"], does: "run", words: "save the run", show: ["S"] },
  { keys: ["o"], does: "open", words: "open a saved run", show: ["O"] },
  { keys: ["?"], does: "help", words: "this list", show: ["?"] },
];

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

export class Keys {
  /**
   * @param {import("./actions.js").Actions} act
   * @param {boolean} embedded slide keys go to the parent
   */
  constructor(act, embedded) {
    this.act = act;
    this.embedded = embedded;
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (byId("help").open || belongsTo(event.target, event.key)) return;
      if (this.press(event.key)) event.preventDefault();
    });
    this.list();
  }

  /**
   * A key pressed in the view, which has no use for it.
   * @param {{key: string, code: string, shift: boolean}} event
   */
  fromView({ key }) {
    if (this.press(key)) return;
    const page = innerHeight * 0.85;
    const by = { PageDown: page, PageUp: -page, ArrowDown: 40, ArrowUp: -40, End: 1e6, Home: -1e6 }[key];
    if (by) scrollBy(0, by);
  }

  /**
   * Does what the key is for; reports whether it is for anything.
   * @param {string} key
   */
  press(key) {
    if (this.embedded && turnsSlides(key)) {
      handOn(key);
      return true;
    }
    const tab = all("[data-tab]")[Number(key) - 1];
    if (tab) {
      tab.click();
      return true;
    }
    const found = KEYS.find(({ keys }) => keys.includes(key.length === 1 ? key.toLowerCase() : key));
    if (found) this.act.perform(found.does);
    else if (this.embedded && key.length === 1) handOn(key);
    return !!found;
  }

  /** Fills the overlay in. */
  list() {
    const rows = [...KEYS, { words: "the exhibits", show: all("[data-tab]").map((_, i) => String(i + 1)) }];
    for (const { words, show } of rows) {
      const term = make("dt");
      term.append(...show.map((text) => make("kbd", text)));
      byId("keys").append(term, make("dd", words));
    }
  }
}

/**
 * Whether a key belongs to the element that has the focus.
 * @param {EventTarget | null} target
 * @param {string} key
 */
function belongsTo(target, key) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) {
    if (target.type === "range") return ARROWS.includes(key) || key === "PageUp" || key === "PageDown";
    if (target.type === "radio") return ARROWS.includes(key) || key === " ";
    return target.type === "checkbox" ? key === " " : true;
  }
  return key === " " && /^(BUTTON|SUMMARY|A)$/.test(target.tagName);
}
