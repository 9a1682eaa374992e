/**
 * The address: what the engine understands, and a few keys that are the shell's own.
 * The hash carries everything; a query is understood once and moved into the hash.
 */

const OWN = ["embed", "theme", "paused", "play"];

/** What the address says now: the hash wins over the query. */
export function readAddress() {
  const merged = new URLSearchParams(location.search);
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) merged.set(key, value);
  const own = new URLSearchParams();
  for (const key of OWN) {
    const value = merged.get(key);
    if (value !== null) own.set(key, value);
    merged.delete(key);
  }
  return { own, engine: merged.toString() };
}

/**
 * The address of a run, for people to keep.
 * @param {string} link the engine's canonical address
 */
export function fullAddress(link) {
  return location.href.split(/[?#]/)[0] + "#" + link;
}

/** Keeps location.hash at the run's canonical address, not too often. */
export class AddressBar {
  /** @param {() => void} onChange the visitor changed the address */
  constructor(onChange) {
    this.written = ""; // the hash as this class left it
    this.seen = location.hash; // as it was when the page last heard of it
    this.next = "";
    /** @type {number | undefined} */
    this.timer = undefined;
    addEventListener("hashchange", () => {
      this.seen = location.hash;
      if (location.hash === this.written) return;
      this.drop();
      onChange();
    });
  }

  /**
   * @param {string} link
   * @param {URLSearchParams} own
   */
  show(link, own) {
    const kept = own.toString();
    this.next = "#" + link + (kept && "&" + kept);
    if (this.next === this.written || this.timer) return;
    // Browsers refuse too many changes of the address in a short time.
    this.timer = setTimeout(() => this.write(), 400);
  }

  write() {
    this.drop();
    if (location.hash !== this.seen) return; // the visitor's change, of which the event is still to come
    this.written = this.next;
    try {
      history.replaceState(null, "", location.pathname + this.next);
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
