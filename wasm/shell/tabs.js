/** The links to the exhibits, which stand in the menu. They can be opened beside this page too. */

import { all } from "./dom.js";
import { nameless } from "./room.js";

/**
 * @param {(scene: string) => void} visit
 * @param {() => void} stay the open exhibit was asked for
 */
export function bindTabs(visit, stay) {
  for (const tab of all("[data-tab]")) {
    tab.addEventListener("click", (event) => {
      const beside = event.ctrlKey || event.metaKey || event.shiftKey;
      if (beside && !nameless) return; // the browser opens it elsewhere
      event.preventDefault();
      if (tab.ariaCurrent) stay();
      else visit(tab.dataset.tab ?? "");
    });
    tab.addEventListener("auxclick", (event) => nameless && event.preventDefault());
  }
}
