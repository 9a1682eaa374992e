/** The clipboard. */

/**
 * Copies text, and says on the button for a moment what has come of it. Where the browser
 * does not let it, that rejects with the text, for the visitor to copy by hand.
 * @param {string} text
 * @param {HTMLElement} button
 */
export async function copyText(text, button) {
  const copied = await write(text);
  const label = (button.dataset.label ??= button.textContent ?? "");
  button.textContent = copied ? "Copied" : "Not copied";
  setTimeout(() => (button.textContent = label), 1500);
  if (!copied) throw new Error(`the browser did not let the page copy. Here it is, to be copied by hand: ${text}`);
}

/** @param {string} text */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeOldWay(text);
  }
}

/**
 * Copies where the clipboard is closed to scripts, as on plain http. Reports whether it did.
 * @param {string} text
 */
function writeOldWay(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
