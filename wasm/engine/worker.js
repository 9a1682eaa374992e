/**
 * The engine's worker: starts the Go program, gives it turns, posts its status and frames.
 * Built into one file with wasm_exec.js before it. Messages: wasm/PROTOCOL.md.
 *
 * Go's wasm has one thread and never lets the browser in by itself. So the engine runs for
 * a few milliseconds, returns, and takes its next turn through a MessageChannel: commands
 * that have arrived meanwhile come first.
 */

const BUDGET = 12; // ms of computing in one turn
const IDLE = 8; // ms to rest when the tempo had no work for a whole turn
const FRAME_EVERY = 33; // ms, at least
const FRAME_REST = 11; // and so many times as long as a frame takes to build: under a tenth goes to pictures
const STATUS_EVERY = 100; // ms, at least, and then with a frame: words and picture tell of the same step
const STATUS_LATEST = 500; // ms, while the view takes no frame

/** @type {import("../shell/types").Engine | undefined} */
let engine;
let playing = false;
let turning = false; // a turn is on its way
let stepping = ""; // what is left of the command "step" that is being carried out
/** @type {string[]} */
const waiting = []; // commands that came meanwhile
let dead = false;

/** @type {MessagePort | undefined} */
let view;
/** @type {ArrayBuffer | null} */
let spare = null; // the view's last buffer, to be filled again
let credit = false; // the view can take a frame
let stale = false; // the view has not seen the newest state
let lastFrame = 0;
let built = 0; // ms that the last frame took
let busy = false; // the engine could use more of the processor than it gets
let lastStatus = 0;
let lastWords = ""; // what Go said last on stderr: the panic, if it dies

const turns = new MessageChannel();
turns.port1.onmessage = turn;

self.onmessage = ({ data }) => {
  guard(() => {
    if (data.kind === "start") start(data.module, data.port);
    else if (data.kind === "port") attach(data.port);
    else if (data.kind === "command") command(data.json);
    else if (data.kind === "save") save(data.id);
    else if (data.kind === "load") load(data.id, data.bytes);
    else if (data.kind === "scene") answer(JSON.stringify({ id: data.id, text: engine?.scene(data.bytes) }));
    else if (data.kind === "assets") engine?.assets(data.files);
    else if (data.kind === "jobs") hand(data.n);
    else if (data.kind === "work") work(data);
    else if (data.kind === "take") take(data);
    else if (data.kind === "lost") lose(data);
  });
};

/**
 * @param {WebAssembly.Module} module
 * @param {MessagePort | undefined} port
 */
async function start(module, port) {
  try {
    const go = new Go();
    listen();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    go.run(instance).then(() => crash("the program ended"), crash);
    engine = /** @type {any} */ (self).engine;
    if (port) attach(port);
    self.postMessage({ kind: "started" });
  } catch (error) {
    crash(error);
  }
}

/** Keeps the first line of what the engine last said, to explain a crash. */
function listen() {
  const fs = /** @type {any} */ (self).fs;
  const write = fs.writeSync.bind(fs);
  const decoder = new TextDecoder();
  fs.writeSync = (/** @type {number} */ fd, /** @type {Uint8Array} */ bytes) => {
    const text = decoder.decode(bytes);
    if (text.startsWith("panic:") || text.startsWith("fatal error:")) lastWords = "";
    if (!lastWords.includes("\n")) lastWords += text;
    return write(fd, bytes);
  };
}

/** @param {MessagePort} port */
function attach(port) {
  view?.close();
  view = port;
  spare = null;
  credit = stale = true;
  lastFrame = 0;
  port.onmessage = ({ data }) => {
    guard(() => {
      if (data.kind === "command") command(data.json);
      if (data.kind !== "credit") return;
      spare = data.buffer;
      credit = true;
      if (!playing) frame();
    });
  };
  frame();
}

/**
 * Carries out a command. One that takes many steps comes back before they are all taken, and is
 * asked again for the rest in its next turns; what else is asked waits for it, but for a pause,
 * which ends it.
 * @param {string} json
 */
function command(json) {
  if (!engine) return;
  if (stepping && JSON.parse(json).kind !== "pause") {
    waiting.push(json);
    return;
  }
  if (stepping) {
    const { id } = JSON.parse(stepping);
    stepping = "";
    answer(JSON.stringify({ id }));
  }
  carry(json);
}

/**
 * Carries out a command, or a part of it, and then those that waited.
 * @param {string | undefined} json
 */
function carry(json) {
  for (; json && engine; json = stepping ? undefined : waiting.shift()) {
    const reply = engine.command(json);
    const left = /"left":(\d+)/.exec(reply);
    stepping = left ? JSON.stringify({ ...JSON.parse(json), n: Number(left[1]) }) : "";
    if (!stepping) answer(reply);
  }
  if (!stepping) return;
  stale = true;
  tell();
  schedule(0);
}

/** @param {number} id */
function save(id) {
  const { bytes, error } = engine?.save() ?? { error: "no exhibit is open yet" };
  report();
  self.postMessage({ kind: "saved", id, bytes, error }, { transfer: bytes ? [bytes.buffer] : [] });
}

/**
 * @param {number} id
 * @param {Uint8Array} bytes
 */
function load(id, bytes) {
  if (engine) answer(JSON.stringify({ id, ...engine.load(bytes) }));
}

/**
 * Gives jobs away, while the run plays.
 * @param {number} n
 */
function hand(n) {
  const handed = (playing && engine?.hand(n)) || { jobs: [] };
  self.postMessage({ kind: "jobs", ...handed }, { transfer: handed.jobs.map(({ input }) => input.buffer) });
}

/**
 * Does a job for another run of the same address.
 * @param {import("../shell/types").Job} job
 */
function work(job) {
  const { bytes, error } = engine?.work(job) ?? { error: "no exhibit is open yet" };
  self.postMessage({ kind: "worked", generation: job.generation, job: job.job, bytes, error }, { transfer: bytes ? [bytes.buffer] : [] });
}

/**
 * Takes over what a helper has done. What it refuses, it does itself in its turn.
 * @param {{generation: number, job: number, bytes: Uint8Array}} done
 */
function take(done) {
  if (engine && !engine.take(done)) changed();
}

/**
 * Hears of a job that was given away and is lost.
 * @param {{generation: number, job: number, died: boolean}} gone
 */
function lose(gone) {
  engine?.lost(gone);
  changed();
}

/** Shows what others have changed. */
function changed() {
  stale = true;
  if (playing) return;
  report();
  frame();
}

/**
 * Tells what has come of a request.
 * @param {string} reply
 */
function answer(reply) {
  stale = true;
  report(); // first, so that whoever waits for the reply finds the new state
  self.postMessage({ kind: "reply", json: reply });
  if (playing) schedule(0);
  else frame();
}

function turn() {
  turning = false;
  guard(() => {
    if (stepping) return carry(stepping);
    if (!engine || !playing) return;
    const began = performance.now();
    const steps = engine.tick(BUDGET);
    playing = engine.playing();
    busy = playing && performance.now() - began >= BUDGET / 2;
    if (steps || !playing) stale = true;
    tell();
    if (playing) schedule(busy ? 0 : IDLE);
  });
}

/** Sends a frame and a status as they are due: at once when the run has come to rest. */
function tell() {
  const now = performance.now();
  const rests = !playing && !stepping;
  const due = now - lastFrame >= Math.max(FRAME_EVERY, FRAME_REST * built) || rests;
  const drawn = due && frame();
  const wait = drawn || !view ? STATUS_EVERY : STATUS_LATEST;
  if (now - lastStatus >= wait || rests) report();
}

/** @param {number} rest ms */
function schedule(rest) {
  if (turning) return;
  turning = true;
  if (rest) setTimeout(turn, rest);
  else turns.port2.postMessage(0);
}

/**
 * Sends the newest frame if there is one to send and the view waits for it.
 * @returns {boolean} whether it did
 */
function frame() {
  if (!engine || !view || !credit || !stale) return false;
  const began = performance.now();
  const picture = engine.picture(spare);
  if (!picture) return false;
  if (picture.error) throw new Error(picture.error);
  const { exhibit, step, buffer, length } = picture;
  spare = null;
  credit = stale = false;
  lastFrame = performance.now();
  built = lastFrame - began;
  view.postMessage({ kind: "frame", exhibit, step, buffer, length, busy: playing && busy }, [buffer]);
  return true;
}

function report() {
  const json = engine?.status();
  if (!json) return;
  playing = JSON.parse(json).playing;
  lastStatus = performance.now();
  self.postMessage({ kind: "status", json, help: playing && busy && engine?.waits() });
}

/**
 * Does work that may find the engine dead.
 * @param {() => void} work
 */
function guard(work) {
  if (dead) return;
  try {
    work();
  } catch (error) {
    crash(error);
  }
}

/** @param {unknown} error */
function crash(error) {
  if (dead) return;
  dead = true;
  playing = false;
  const text = lastWords.split("\n")[0] || (error instanceof Error ? error.message : String(error));
  self.postMessage({ kind: "crash", error: text });
}
