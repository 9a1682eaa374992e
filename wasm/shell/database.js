/** Saved runs in the browser's own database, which outlives the page. */

const NAME = "driftlab";
const STORE = "runs";
const BY_AGE = "age"; // an index of all that is said of a run but its bytes, the oldest first
const MOST_RUNS = 20;
const MOST_BYTES = 64 << 20;

/** @typedef {{key: string, at: number, size: number, step: number, bytes: Uint8Array<ArrayBuffer>}} Entry */

export class Database {
  constructor() {
    this.refused = false; // it could never be opened
    this.opened = open();
    this.opened.catch(() => (this.refused = true)); // who asks for something is told
  }

  /**
   * Browsers close a database without being asked, after a sleep say: then it is opened again.
   * @param {IDBTransactionMode} mode
   */
  async store(mode) {
    try {
      return await this.begin(mode);
    } catch (error) {
      if (this.refused) throw error;
      this.opened = open();
      return this.begin(mode);
    }
  }

  /** @param {IDBTransactionMode} mode */
  async begin(mode) {
    return (await this.opened).transaction(STORE, mode).objectStore(STORE);
  }

  /**
   * @param {string} key
   * @returns {Promise<Entry | undefined>}
   */
  async find(key) {
    return answer((await this.store("readonly")).get(key));
  }

  /**
   * Keeps a run in place of what was kept under its key, unless that has come further. The oldest
   * make room; one that is too large for that is refused.
   * @param {string} key
   * @param {number} step
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async put(key, step, bytes) {
    const size = bytes.length;
    if (size > MOST_BYTES) throw new RangeError();
    const store = await this.store("readwrite");
    const all = await list(store);
    if (all.some((run) => run.key === key && run.step > step)) return;
    const others = all.filter((run) => run.key !== key);
    let sum = others.reduce((sum, run) => sum + run.size, size);
    for (let n = others.length; n >= MOST_RUNS || sum > MOST_BYTES; n--) {
      const oldest = others[others.length - n];
      sum -= oldest.size;
      store.delete(oldest.key);
    }
    store.put({ key, at: Date.now(), size, step, bytes });
    await end(store.transaction);
  }

  /** @param {string} key */
  async drop(key) {
    const store = await this.store("readwrite");
    store.delete(key);
    await end(store.transaction);
  }
}

/** @returns {Promise<IDBDatabase>} */
async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: "key" }).createIndex(BY_AGE, ["at", "size", "step"]);
  };
  const database = await answer(request);
  database.onversionchange = () => database.close(); // another tab has a newer page
  return database;
}

/**
 * What there is, the oldest first.
 * @param {IDBObjectStore} store
 */
async function list(store) {
  const runs = [];
  const request = store.index(BY_AGE).openKeyCursor();
  for (let cursor = await answer(request); cursor; cursor = await answer(request)) {
    const [, size, step] = /** @type {number[]} */ (cursor.key);
    runs.push({ key: String(cursor.primaryKey), size, step });
    cursor.continue();
  }
  return runs;
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Waits until all is written.
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function end(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
