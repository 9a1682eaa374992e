/** Embedded in another page: rest while nobody can see the picture. */

/**
 * Pauses the run when the frame is scrolled away or its tab hidden, and lets it go on after.
 * @param {import("./lab.js").Lab} lab
 */
export function restUnseen(lab) {
  let onScreen = true;
  let resting = false;
  const update = () => {
    const seen = onScreen && !document.hidden;
    if (seen === !resting) return;
    if (!seen && !lab.status?.playing) return;
    resting = !seen;
    lab.command({ kind: resting ? "pause" : "play" }).catch(() => {}); // the run has ended: nothing to rest
  };
  new IntersectionObserver(([entry]) => {
    onScreen = entry.isIntersecting;
    update();
  }).observe(document.body);
  document.addEventListener("visibilitychange", update);
}
