/**
 * The words that the shell and the programs agree on, as in engine/wire/words.go: a test holds
 * both together.
 */

/** What a command may ask for. */
export const KINDS = /** @type {const} */ ([
  "open", "set", "play", "pause", "step", "reset", "seed", "poke", "draw",
  "csv", "about", "check", "curves", "describe", "beside", "status",
]);

/** Keys of an address that are the page's own. */
export const PAGE_KEYS = /** @type {const} */ (["embed", "theme", "paused", "play"]);

export const THEMES = /** @type {const} */ (["dark", "light", "projector"]);

/** How steps follow each other. */
export const TEMPOS = /** @type {const} */ (["story", "max", "fixed"]);
