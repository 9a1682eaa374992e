/** What buttons, keys and words can do, each under one name. */

import { fullAddress } from "./address.js";
import { copyText } from "./clipboard.js";
import { all, byId, sentence } from "./dom.js";
import { drawCommand } from "./drawing.js";
import { exportPNG } from "./picture.js";
import { exportCSV, offer, runName } from "./save.js";

const COUNT = new Intl.NumberFormat("en");

export class Actions {
  /**
   * @param {import("./lab.js").Lab} lab
   * @param {import("./look.js").LookBook} look
   * @param {import("./problems.js").Problems} problems
   * @param {import("./said.js").Said} said
   */
  constructor(lab, look, problems, said) {
    this.lab = lab;
    this.look = look;
    this.problems = problems;
    this.said = said;
    /** @type {() => unknown} */
    this.poke = () => undefined; // at the place that the controls hold
    /** @type {Record<string, () => unknown>} */
    this.table = {
      play: () => this.send(this.lab.status?.playing ? "pause" : "play"),
      step: () => this.lab.command({ kind: "step", n: 1 }),
      restart: () => this.lab.part().then(() => this.send("reset")),
      seed: () => this.set({ seed: String(Math.floor(Math.random() * 1e6)) }),
      freeze: () => this.freeze(),
      poke: () => this.poke(),
      describe: () => this.describe(),
      beside: () => this.beside(),
      hush: () => this.said.clear(),
      theme: () => this.look.next(),
      panel: () => this.look.stepAside(!this.look.aside),
      help: () => byId("help").open || byId("help").showModal(),
      copy: () => this.copy(),
      "copy-command": () => copyText(byId("command").textContent, byId("copy-command")),
      png: async () => offer(await exportPNG(this.lab), this.name("png")),
      csv: async () => offer(await exportCSV(this.lab), this.name("csv")),
      run: async () => offer(await this.lab.save(), runName(this.lab.status)),
      open: () => byId("file").click(),
    };
  }

  /** @param {string} name */
  perform(name) {
    return this.try(Promise.resolve(this.table[name]?.()));
  }

  /**
   * Shows what an action failed with.
   * @param {Promise<unknown>} done
   */
  async try(done) {
    try {
      await done;
      this.problems.hide("action");
    } catch (error) {
      const text = sentence(/** @type {Error} */ (error).message);
      if (this.problems.problems.has("engine")) return; // the reason is on the page already
      this.problems.show("action", { text, actions: [{ label: "Dismiss", run: () => this.problems.hide("action") }] });
    }
  }

  /** @param {import("./types").Kind} kind */
  send(kind) {
    return this.lab.command({ kind });
  }

  /** @param {Record<string, string>} values */
  async set(values) {
    const fresh = Object.keys(values).some((name) => all(`article:not([hidden]) [data-fresh][data-dial="${name}"]`).length);
    if (fresh) await this.lab.part();
    return this.lab.command({ kind: "set", values });
  }

  /**
   * Opens the present exhibit anew, at the present tempo.
   * @param {Record<string, string>} values preset, dials
   */
  openHere(values) {
    const now = this.lab.status;
    if (!now) throw new Error("no exhibit is open");
    const { tempo, speed } = now.params;
    const address = new URLSearchParams({ scene: now.exhibit, tempo, speed, ...values });
    return this.lab.open(address.toString(), this.lab.wanted || !!now.trouble);
  }

  /**
   * Goes to an exhibit: to the run that was left there last, else to a new one.
   * @param {string} scene
   */
  visit(scene) {
    const kept = this.lab.kept.latest(scene);
    return kept ? this.back(kept) : this.lab.open(`scene=${scene}`, this.look.motion);
  }

  /**
   * Goes back to a run that was kept.
   * @param {import("./kept.js").KeptRun} kept
   * @param {string} [key]
   */
  async back({ step, bytes }, key) {
    await this.lab.load(new Blob([bytes]), key);
    this.problems.tell(`This run was kept when you left it, at step ${COUNT.format(step)}. It is paused.`);
  }

  /**
   * Says what is wrong with the network, and offers a way on.
   * @param {import("./types").Status} status
   */
  tellTrouble({ trouble, advice, params }) {
    if (!trouble) return this.problems.hide("network");
    const text = [trouble, advice].map(sentence).filter(Boolean).join(" ");
    const back = () => this.try(this.openHere({ preset: params.preset, seed: params.seed }));
    const actions = [
      { label: "Restart", run: () => this.perform("restart") },
      { label: "Back to the preset", run: back },
    ];
    this.problems.show("network", { text, actions });
  }

  freeze() {
    const now = this.lab.status?.params.freeze;
    if (now !== undefined) return this.set({ freeze: String(now !== "true") });
  }

  /** @param {Record<string, string>} values x and y as typed */
  async pokeAt(values) {
    this.hear(await this.lab.command({ kind: "poke", values }));
  }

  /** @param {Uint8Array} ink for the networks; of no bytes it takes the drawing away */
  draw(ink) {
    return this.lab.command(drawCommand(ink));
  }

  /** Says how the run stands, and what has changed since this was last asked. */
  async describe() {
    this.hear(await this.lab.command({ kind: "describe" }));
  }

  /**
   * Says what came of a command; one given in the picture may have failed, or ask for another run.
   * @param {import("./types").Reply} reply
   */
  hear(reply) {
    const { text, error, address } = reply;
    if (error) this.try(Promise.reject(new Error(error)));
    else if (address) this.try(this.turnTo(reply));
    else if (text) this.said.say(text);
  }

  /** Opens the run beside itself, with one dial changed, or the best run of a search. */
  async beside() {
    await this.turnTo(await this.lab.command({ kind: "beside" }));
  }

  /**
   * Opens the run that a reply names.
   * @param {import("./types").Reply} reply
   */
  async turnTo({ address = "", text = "" }) {
    await this.lab.open(address, this.lab.wanted);
    this.said.say(text);
  }

  copy() {
    return copyText(fullAddress(this.lab.status?.link ?? ""), byId("copy"));
  }

  /**
   * Opens a saved run. A bad one is named, and the present run goes on.
   * @param {File} file
   */
  async openFile(file) {
    try {
      await this.lab.load(file);
    } catch (error) {
      const text = `“${file.name}” could not be opened: ${/** @type {Error} */ (error).message}.`;
      this.problems.show("file", { text, actions: [{ label: "Dismiss", run: () => this.problems.hide("file") }] });
    }
  }

  /** @param {string} ext */
  name(ext) {
    const now = this.lab.status;
    return `driftlab-${now?.exhibit}-seed${now?.params.seed}-step${now?.step}.${ext}`;
  }
}
