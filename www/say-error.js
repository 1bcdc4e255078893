// Errors in words.

import { toFailure } from "./errors.js";
import { hasWords, say } from "./languages/index.js";

/** Values that are names in the library's contract, and what the page calls them. */
const NAMED = /** @type {Record<string, string>} */ ({
  ...{ family: "families", objective: "objectives", corruption: "corruptions" },
  ...{ kind: "values", file: "values", what: "values", input: "values" },
});

/**
 * An error in the language of the page.
 * @param {unknown} error
 * @param {(setting: string) => string} [settingKey] the message key of a setting's name, as it stands beside its field
 */
export function sayError(error, settingKey = (setting) => `settings.${setting}`) {
  const { message, code, values } = toFailure(error);
  if (!code || !hasWords(`errors.${code}`)) return message;
  const said = { ...values };
  for (const [name, value] of Object.entries(said)) {
    const key = name === "setting" ? settingKey(String(value)) : `${NAMED[name]}.${value}`;
    if (hasWords(key)) said[name] = say(key);
  }
  return say(`errors.${code}`, said);
}
