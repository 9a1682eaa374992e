/** The shell: puts the page's parts together. Runs before the body is there, for the theme. */

import { About } from "./about.js";
import { Actions } from "./actions.js";
import { AddressBar, fullAddress, readAddress } from "./address.js";
import { answerParent, Api } from "./api.js";
import { Controls } from "./controls.js";
import { lendKeyboard } from "./deck.js";
import { byId } from "./dom.js";
import { Drop } from "./drop.js";
import { watchSeen } from "./embed.js";
import { Keys } from "./keys.js";
import { Lab } from "./lab.js";
import { LookBook } from "./look.js";
import { Menu } from "./menu.js";
import { Paper } from "./paper.js";
import { Problems } from "./problems.js";
import { Progress } from "./progress.js";
import { nameless } from "./room.js";
import { Said } from "./said.js";
import { Shelf } from "./shelf.js";
import { Stage } from "./stage.js";
import { bindTabs } from "./tabs.js";

let { own } = readAddress();
const embedded = own.get("embed") === "1";
const look = new LookBook(own.get("theme"));
document.documentElement.classList.toggle("embedded", embedded);
document.documentElement.classList.add("scripted");
document.addEventListener("DOMContentLoaded", start);

function start() {
  byId("boot").remove(); // this script is here
  const problems = new Problems();
  const progress = new Progress();
  const picture = byId("picture");
  /** @type {() => void} */
  let arrive = () => {};
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => ([arrive, fail] = [resolve, reject]));
  ready.catch(() => {}); // the page says so itself

  const shelf = new Shelf((part, bytes, of) => progress.load(part, bytes, of));
  const stage = new Stage(picture, look, problems, shelf, {
    starting: (name) => progress.start(name),
    drawn: () => {
      progress.end();
      arrive();
    },
    height: (css) => picture.style.setProperty("--wish", `${css}px`),
    key: (event) => keys.fromView(event),
    drag: () => drop.hover(),
    drop: (file) => drop.drop(file),
  });
  const lab = new Lab(shelf, stage, problems, {
    status: (status) => {
      controls.show(status);
      about.follow(status);
      act.tellTrouble(status);
      problems.follow(status);
      bar.show(status.link, own);
      byId("bar-link").href = fullAddress(status.link);
    },
    said: (reply) => act.hear(reply),
    starting: (name) => progress.start(name),
    opened: (key) => bar.enter(key),
    told: ({ text, went }) => problems.announce(text, went ? [{ label: "Begin anew", run: () => act.perform("restart") }] : []),
  });
  const act = new Actions(lab, look, problems, new Said());
  const controls = new Controls(act);
  const about = new About(lab);
  const drop = new Drop((file) => act.openFile(file));
  const keys = new Keys(act, embedded);
  const bar = new AddressBar(embedded, (key) => act.try(follow(key)));
  bindTabs((scene) => act.try(act.visit(scene)), () => lab.stay());
  new Menu();
  act.poke = () => controls.poke();
  look.onChange = () => {
    if (own.has("theme")) own.set("theme", look.theme);
    stage.fit();
  };
  look.apply(); // its button is there now
  new Paper(lab, look);
  byId("plain").hidden = !shelf.plain;
  byId("bar-link").hidden = nameless;
  watchSeen(lab, embedded);
  if (embedded) lendKeyboard();
  window.driftlab = new Api(lab, problems, ready, (ink) => controls.drawing?.paint(ink));
  answerParent(window.driftlab);
  open().catch(fail);

  /** Opens what the address says. */
  async function open() {
    const address = readAddress();
    const { engine } = address;
    own = address.own;
    look.obey(own.get("theme"));
    if (!lab.run) controls.showScene(new URLSearchParams(engine).get("scene") ?? "");
    await lab.open(engine, own.get("paused") !== "1" && (look.motion || own.get("play") === "1"), bar.key);
  }

  /**
   * Follows the visitor to another address, or back to a run that was there.
   * @param {string | undefined} key
   */
  async function follow(key) {
    if (key === lab.key) return lab.stay();
    const kept = key && lab.kept.find(key);
    await (kept ? act.back(kept, key) : open());
  }
}
