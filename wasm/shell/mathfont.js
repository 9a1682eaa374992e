/**
 * Equations without a math font: browsers then set subscripts on the baseline, as the font
 * does not say how far to lower them. The style lowers them instead.
 */
export function mendMath() {
  const subscripts = Array.from(document.querySelectorAll("article:not([hidden]) msub"));
  const flat = subscripts.some(({ children: [base, sub] }) => {
    const low = sub.getBoundingClientRect().bottom;
    return low > 0 && low - base.getBoundingClientRect().bottom < 1;
  });
  document.documentElement.classList.toggle("flat-math", flat);
}
