/** The room that the page is shown in: what a host lets it do, and what not. */

/**
 * Whether the page has no address of its own, as in a frame's srcdoc. To navigate there,
 * be it to a fragment, would load the page around it into the frame.
 */
export const nameless = /^(about|blob|data):$/.test(location.protocol);

/** Whether another page shows this one in a frame. */
export const framed = parent !== window;

/** What a visitor can do about files that are gone, where the page can be asked for anew. */
export const RELOAD = nameless ? [] : [{ label: "Reload the page", run: () => location.reload() }];

/** Whether frames inside the page are strangers to it, as in a sandbox. */
export function isolates() {
  const probe = document.createElement("iframe");
  probe.hidden = true;
  document.body.append(probe);
  const stranger = !probe.contentDocument;
  probe.remove();
  return stranger;
}

/** Whether a policy forbids WebAssembly: then even the empty program is refused. */
export function forbidsWasm() {
  try {
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    return false;
  } catch {
    return true;
  }
}

/** @type {Set<string>} */
const refused = new Set();
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.add(effectiveDirective));

/**
 * Whether a policy has refused something of that kind.
 * @param {string} directive
 */
export function hasRefused(directive) {
  return refused.has(directive);
}

/** Why the page's own files may not have come, beyond a connection that failed. */
export function whyNoFiles() {
  if (location.protocol === "file:") {
    return "A browser keeps a page that is opened as a file from the files beside it: open driftlab.html instead, which has everything inside.";
  }
  if (self.origin === "null") {
    return "The page is in a sandbox, which makes it a stranger to its own files: their host has to allow it (Access-Control-Allow-Origin: *), or the frame has to (allow-same-origin). driftlab.html has everything inside and needs neither.";
  }
  if (hasRefused("connect-src")) return "A policy of the page's host forbids it (connect-src has to allow 'self').";
  return "";
}
