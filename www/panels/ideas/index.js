// Things to try, a press away.

import { make } from "../../elements.js";
import { IDEAS } from "../../experiment/ideas.js";
import { find } from "../../find.js";

/** @import {State} from "../../types/page" */
/** @import {Idea} from "../../experiment/ideas.js" */

/** @param {State} state that trains @param {(idea: Idea) => void} press */
export function showIdeas({ family }, press) {
  const items = IDEAS[family].map((idea) =>
    make(
      "li",
      {},
      make("button", {
        words: `ideas.${family}.${idea.name}`,
        attributes: { type: "button" },
        on: { click: () => press(idea) },
      }),
    ),
  );
  find("#ideas", HTMLElement).replaceChildren(...items);
}
