// The choice of a language.

import { find } from "../../find.js";
import { currentLanguage, onLanguage, say, setLanguage } from "../../languages/index.js";
import { languageOptions } from "./language-names.js";

/** @param {() => void} chosen by a person */
export function startLanguage(chosen) {
  const select = find("#language", HTMLSelectElement);
  select.replaceChildren(...languageOptions());
  const show = () => {
    select.value = currentLanguage();
    document.documentElement.lang = currentLanguage();
    document.documentElement.dir = say("page.direction");
  };
  show();
  onLanguage(show);
  select.addEventListener("change", () => {
    setLanguage(select.value);
    chosen();
  });
}
