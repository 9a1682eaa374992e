/** The shell: puts the page's parts together. Runs before the body is there, for the theme. */

import { About } from "./about.js";
import { Actions } from "./actions.js";
import { AddressBar, fullAddress, readAddress } from "./address.js";
import { answerParent, Api } from "./api.js";
import { Controls } from "./controls.js";
import { byId } from "./dom.js";
import { Drop } from "./drop.js";
import { restUnseen } from "./embed.js";
import { Keys } from "./keys.js";
import { Lab } from "./lab.js";
import { LookBook } from "./look.js";
import { Problems } from "./problems.js";

let { own } = readAddress();
const embedded = own.get("embed") === "1";
const look = new LookBook(own.get("theme"));
document.documentElement.classList.toggle("embedded", embedded);
document.addEventListener("DOMContentLoaded", start);

function start() {
  const problems = new Problems();
  const picture = byId("picture");
  /** @type {() => void} */
  let arrive = () => {};
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => ([arrive, fail] = [resolve, reject]));
  ready.catch(() => {}); // the page says so itself

  const lab = new Lab(picture, look, problems, {
    status: (status) => {
      controls.show(status);
      about.follow(status);
      act.tellTrouble(status);
      problems.list(status.notices ?? []);
      bar.show(status.link, own);
      byId("bar-link").href = fullAddress(status.link);
    },
    progress: showProgress,
    drawn: () => {
      byId("progress").hidden = true;
      arrive();
    },
    height: (css) => picture.style.setProperty("--wish", `${css}px`),
    key: (event) => keys.fromView(event),
    drag: (target) => drop.watch(target),
  });
  const act = new Actions(lab, look, problems);
  const controls = new Controls(act);
  const about = new About(lab);
  const drop = new Drop((file) => act.openFile(file));
  const keys = new Keys(act, embedded);
  const bar = new AddressBar(() => open().catch(() => {})); // the page says so itself
  act.place = () => controls.pokePlace();
  look.onChange = () => {
    if (own.has("theme")) own.set("theme", look.theme);
    lab.fit();
  };
  byId("plain").hidden = !lab.plain;
  if (embedded) restUnseen(lab);
  window.driftlab = new Api(lab, problems, ready);
  answerParent(window.driftlab);
  open().catch(fail);

  /** Opens what the address says. */
  async function open() {
    const address = readAddress();
    const { engine } = address;
    own = address.own;
    look.obey(own.get("theme"));
    controls.showScene(new URLSearchParams(engine).get("scene") ?? "");
    await lab.open(engine, own.get("paused") !== "1" && (look.motion || own.get("play") === "1"));
  }
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} of
 */
function showProgress(name, bytes, of) {
  byId(`progress-${name}`).value = bytes / of;
  const mega = (/** @type {number} */ n) => (n / 1e6).toFixed(2);
  byId(`bytes-${name}`).textContent = `${mega(bytes)} of ${mega(of)} MB`;
}
