/** The picture as a file that stands alone: what it shows is said under it and within it. */

import { writePNG } from "./png.js";
import { asker } from "./save.js";

const SHARP = 2; // pixels of an exported picture for one CSS pixel
const TRIES = 50; // so often is asked for the picture of the step that the words are of
const MOMENT = 50; // ms between two tries
const FAINT = 8; // of 255: changes of a picture that nobody sees

/** What is known by a name of its own in PNG files. */
const KEYWORDS = /** @type {Record<string, string>} */ ({ driftlab: "Software", address: "Source", caption: "Description" });

/**
 * The picture as it stands. A run that plays waits meanwhile, so that words and picture are
 * of the same step.
 * @param {import("./lab.js").Lab} lab
 * @returns {Promise<Blob>}
 */
export async function exportPNG(lab) {
  const run = lab.run;
  if (!run || !(lab.stage.curves ?? lab.stage.frame)) throw new Error("there is no picture yet");
  const playing = run.status?.playing;
  if (playing) await run.command({ kind: "pause" });
  try {
    return await standing(lab, run);
  } finally {
    if (playing) await run.command({ kind: "play" }).catch(() => {}); // another run was opened
  }
}

/**
 * @param {import("./lab.js").Lab} lab
 * @param {import("./run.js").Run} run
 */
async function standing(lab, run) {
  const { about } = await run.command({ kind: "about", ...asker() });
  if (!about) throw new Error("the engine does not know what it shows");
  const said = new Map(about.facts.map(({ name, text }) => [name, text]));
  const legend = { title: titled(said), text: said.get("caption") ?? "" };
  for (let i = 0; i < TRIES; i++) {
    const pixels = await (lab.stage.curves ?? lab.stage.frame)?.pixels(SHARP, legend);
    if (!pixels) break;
    if (pixels.step !== about.step) {
      await new Promise((done) => setTimeout(done, MOMENT)); // the frame is still on its way
      continue;
    }
    const words = about.facts.map(({ name, text }) => ({ name: KEYWORDS[name] ?? `driftlab ${name}`, text }));
    return writePNG(pixels, [{ name: "Title", text: legend.title }, ...words, ...warned(lab, pixels.marred)]);
  }
  throw new Error("the picture does not keep up with the run; try again");
}

/** @param {Map<string, string>} said */
function titled(said) {
  const dials = said.get("dials") === "as in the preset" ? "" : said.get("dials");
  const step = `step ${Number(said.get("step")).toLocaleString("en")}`;
  return [`driftlab ${said.get("exhibit")}`, `preset ${said.get("preset")}`, `seed ${said.get("seed")}`, dials, step, said.get("phase")]
    .filter(Boolean)
    .join(" · ");
}

/**
 * Says so where the browser changes what is read from a picture. A falsified one is not saved.
 * @param {import("./lab.js").Lab} lab
 * @param {number} marred
 */
function warned(lab, marred) {
  if (!marred) return [];
  const browser = "This browser changes pictures that a page reads, to hide which browser it is";
  if (marred > FAINT) {
    throw new Error(`${browser}, so the file would not show what the screen shows. Allow this page to read canvas data, or take a screenshot.`);
  }
  const text = `${browser}: in the saved picture some colours differ by up to ${marred} of 255.`;
  lab.problems.show("marred", { text, actions: [{ label: "Dismiss", run: () => lab.problems.hide("marred") }] });
  return [{ name: "Warning", text }];
}
