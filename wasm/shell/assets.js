/** The files of data that exhibits name: each is fetched when the first run wants it. */

import { all } from "./dom.js";
import { damaged, openBlock, openFile, readDist } from "./files.js";

/** @typedef {{name: string, bytes: ArrayBuffer}} Asset */

/**
 * The names of the data that an exhibit wants; an unknown one is the first, as in the engine.
 * @param {string | null} scene
 */
export function assetsOf(scene) {
  const articles = all("[data-exhibit]");
  const article = articles.find((a) => a.dataset.exhibit === scene) ?? articles[0];
  return (article.dataset.assets ?? "").split(" ").filter(Boolean);
}

/** Whether any exhibit wants data. */
export function anyAssets() {
  return Object.keys(readDist().assets).length > 0;
}

/**
 * Fetches a file of data. Errors are sentences for the visitor.
 * @param {string} name
 * @param {import("./files.js").Progress} progress
 * @param {boolean} again do not trust what the browser has kept
 * @returns {Promise<Asset>}
 */
export async function loadAsset(name, progress, again) {
  const dist = readDist();
  const parcel = dist.assets[name];
  const block = `${name}-data`;
  if (dist.offline && !document.getElementById(block)) {
    throw new Error(`The data ${name} (${(parcel.packed / 1e6).toFixed(1)} MB) are not in this file, which carries only small ones: the page on the web has them.`);
  }
  if (!dist.offline) progress(0, parcel.packed);
  const stream = dist.offline ? openBlock(block, progress) : await openFile("data", parcel, progress, again);
  const bytes = await new Response(stream).arrayBuffer().catch(() => undefined);
  if (bytes?.byteLength !== parcel.size) throw damaged("data", name);
  return { name, bytes };
}
