/** Runs that others took the place of: held in memory as saved runs, to come back to. */

const MOST_RUNS = 4;
const MOST_BYTES = 64 << 20;

let last = 0;

/** A name for a run that no other has, in this visit or an earlier one that history remembers. */
export function newKey() {
  return `${performance.timeOrigin}-${++last}`;
}

/** @typedef {{key: string, exhibit: string, step: number, bytes: Uint8Array<ArrayBuffer>}} KeptRun */

export class Kept {
  constructor() {
    /** @type {KeptRun[]} */
    this.runs = []; // the newest last
  }

  /**
   * Keeps a run in place of what was kept under its key. The oldest make room.
   * @param {KeptRun} run
   */
  put(run) {
    this.drop(run.key);
    this.runs.push(run);
    while (this.runs.length > MOST_RUNS || this.size() > MOST_BYTES) this.runs.shift();
  }

  /** @param {string} key */
  drop(key) {
    this.runs = this.runs.filter((run) => run.key !== key);
  }

  /** @param {string} key */
  find(key) {
    return this.runs.find((run) => run.key === key);
  }

  /**
   * The run of an exhibit that was left last.
   * @param {string} exhibit
   */
  latest(exhibit) {
    return this.runs.filter((run) => run.exhibit === exhibit).pop();
  }

  size() {
    return this.runs.reduce((sum, run) => sum + run.bytes.length, 0);
  }
}
