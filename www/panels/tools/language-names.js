// Languages by the names that they have for themselves. A browser knows them, too, and takes long to tell.

import { make } from "../../elements.js";
import { LANGUAGES } from "../../languages/index.js";

/** For a choice among them. */
export const languageOptions = () =>
  Object.entries(LANGUAGES).map(([code, messages]) =>
    make("option", { text: String(messages["page.language"]), attributes: { value: code, lang: code } }),
  );
