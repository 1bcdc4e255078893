// Asks on which data a saved model is to go on, where the page cannot know.

import { make } from "../../elements.js";
import { find } from "../../find.js";

/**
 * @param {string[]} names of data sets
 * @returns {Promise<string|null>} null where none was chosen
 */
export function chooseData(names) {
  const dialog = find("#choose-data", HTMLDialogElement);
  return new Promise((resolve) => {
    const buttons = names.map((name) =>
      make("button", {
        class: "plain",
        words: `datasets.${name}`,
        attributes: { type: "button" },
        on: { click: () => dialog.close(name) },
      }),
    );
    find("#choose-data-names", HTMLElement).replaceChildren(...buttons);
    find("#choose-data-none", HTMLButtonElement).onclick = () => dialog.close("");
    dialog.returnValue = "";
    dialog.onclose = () => resolve(dialog.returnValue || null);
    dialog.showModal();
  });
}
