/**
 * The address: what the engine understands, and a few keys that are the shell's own.
 * The hash carries everything; a query is understood once and moved into the hash.
 */

import { newKey } from "./kept.js";
import { nameless } from "./room.js";
import { PAGE_KEYS } from "./words.js";

/** What the address says now: the hash wins over the query. Without an address, the frame's name says it. */
export function readAddress() {
  const merged = new URLSearchParams(nameless ? window.name : location.search);
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) merged.set(key, value);
  const own = new URLSearchParams();
  for (const key of PAGE_KEYS) {
    const value = merged.get(key);
    if (value !== null) own.set(key, value);
    merged.delete(key);
  }
  return { own, engine: merged.toString() };
}

/**
 * The address of a run, for people to keep. A page without an address of its own gives what
 * belongs behind that of any other.
 * @param {string} link the engine's canonical address
 */
export function fullAddress(link) {
  return (nameless ? "" : location.href.split(/[?#]/)[0]) + "#" + link;
}

/**
 * Keeps location.hash at the run's canonical address, not too often. Each run that takes the
 * place of another is a place in the browser's history, which remembers the run's key.
 */
export class AddressBar {
  /**
   * @param {boolean} embedded then the history is the embedding page's
   * @param {(key: string | undefined) => void} onChange the visitor changed the address, or
   * came back to that of a run
   */
  constructor(embedded, onChange) {
    this.embedded = embedded;
    /** @type {string} */
    this.key = history.state?.key ?? newKey(); // of the run that the address is of
    this.push = false; // the next address is another run's
    this.written = ""; // the hash as this class left it
    this.seen = location.hash; // as it was when the page last heard of it
    this.next = "";
    /** @type {number | undefined} */
    this.timer = undefined;
    addEventListener("popstate", ({ state }) => {
      this.seen = location.hash;
      if (location.hash === this.written && (!state || state.key === this.key)) return;
      this.drop();
      this.push = false;
      this.written = this.seen;
      this.key = state?.key ?? newKey();
      onChange(state?.key);
    });
  }

  /**
   * Another run has taken the place of the one before, whose address stays to come back to.
   * @param {string} key
   */
  enter(key) {
    if (key === this.key) return; // the address was there first
    if (this.timer) this.write();
    this.key = key;
    this.push = !this.embedded;
  }

  /**
   * @param {string} link
   * @param {URLSearchParams} own
   */
  show(link, own) {
    if (nameless) return;
    const kept = own.toString();
    this.next = "#" + link + (kept && "&" + kept);
    if (this.push) return this.write();
    if (this.next === this.written || this.timer) return;
    // Browsers refuse too many changes of the address in a short time.
    this.timer = setTimeout(() => this.write(), 400);
  }

  write() {
    this.drop();
    if (location.hash !== this.seen) return; // the visitor's change, of which the event is still to come
    this.written = this.next;
    const change = this.push ? "pushState" : "replaceState";
    this.push = false;
    try {
      history[change]({ key: this.key }, "", location.pathname + this.next);
    } catch {
      location.replace(this.next); // a file's address may change in the hash only
    }
    this.seen = location.hash;
  }

  /** Forgets what was about to be written. */
  drop() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
