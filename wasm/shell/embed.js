/** When the page is seen: before, nothing has started; embedded, it rests when it is not. */

const LOOK = 300; // ms between two looks at what no event tells
const STILL = 1500; // ms in which a frame on the screen is drawn more than
const FEW = 2; // times

/**
 * Tells the lab whether anybody can see the page. One that is not embedded goes on in a tab
 * that is hidden later, as long runs should.
 * @param {import("./lab.js").Lab} lab
 * @param {boolean} embedded
 */
export function watchSeen(lab, embedded) {
  let onScreen = !embedded;
  let moving = true;
  let begun = false;
  const update = () => {
    const seen = onScreen && moving && !document.hidden && !concealed();
    begun ||= seen;
    lab.see(embedded ? seen : begun);
    if (embedded && !seen) leaveFocus(); // else the deck's keys would end here
  };
  update();
  document.addEventListener("visibilitychange", update);
  if (!embedded) return;
  new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    update();
  }).observe(document.documentElement);
  if (host()) {
    setInterval(update, LOOK); // a slide may be made transparent without being moved
  } else {
    watchDrawing((yes) => {
      moving = yes;
      update();
    });
  }
  // While the document goes, its frame holds on to the keyboard: only the embedding page can take it.
  addEventListener("pagehide", () => document.hasFocus() && parent.postMessage({ driftlab: "gone" }, "*"));
}

/**
 * Firefox does not tell a stranger's frame that it has left the screen, but hardly draws it then.
 * @param {(yes: boolean) => void} tell whether the frame is drawn
 */
function watchDrawing(tell) {
  let count = 0;
  let last = 0;
  let drawn = true;
  const turn = (/** @type {boolean} */ yes) => {
    if (drawn !== yes) tell((drawn = yes));
  };
  const draw = (/** @type {number} */ now) => {
    count++;
    if (now - last < STILL / 10) turn(true);
    last = now;
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  setInterval(() => {
    if (count <= FEW) turn(false);
    count = 0;
  }, STILL);
}

/** The frame's element in the embedding page, if that is of the same origin. */
function host() {
  try {
    return window.frameElement;
  } catch {
    return null;
  }
}

/** Whether the embedding page hides the frame where it stands, as decks do with slides to come. */
function concealed() {
  const frame = host();
  return !!frame?.checkVisibility && !frame.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Gives the keyboard back to the embedding page. */
export function leaveFocus() {
  if (document.hasFocus()) parent.focus();
}
