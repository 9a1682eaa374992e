/** Short words for the document. */

/**
 * The element of that id, which the template has.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {HTMLElement[]}
 */
export function all(selector, root = document) {
  return Array.from(root.querySelectorAll(selector));
}

/**
 * A new element with text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} text
 */
export function make(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** @type {WeakMap<HTMLElement, string>} */
const texts = new WeakMap();

/**
 * Sets a text if it is another than was set last. Selections survive, and translations,
 * which change what the element holds.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function setText(element, text) {
  if ((texts.get(element) ?? element.textContent) === text) return;
  texts.set(element, text);
  element.textContent = text;
}

/**
 * Says something, or hides when there is nothing to say.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function say(element, text) {
  setText(element, text);
  if (element.hidden === !!text) element.hidden = !text;
}

/**
 * Text with a capital letter before and a full stop after.
 * @param {string} text
 */
export function sentence(text) {
  return text && text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
}

/**
 * The text of a data block, decoded.
 * @param {string} id
 */
export function dataBlock(id) {
  const binary = atob(byId(id).textContent);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
