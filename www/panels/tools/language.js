// The choice of a language.

import { make } from "../../elements.js";
import { find } from "../../find.js";
import { currentLanguage, LANGUAGES, onLanguage, say, setLanguage } from "../../languages/index.js";

/** @param {() => void} chosen by a person */
export function startLanguage(chosen) {
  const select = find("#language", HTMLSelectElement);
  // Each by the name that it has for itself.
  for (const code of Object.keys(LANGUAGES)) {
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    const text = name[0].toLocaleUpperCase(code) + name.slice(1);
    select.append(make("option", { text, attributes: { value: code, lang: code } }));
  }
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
