// Errors between threads and in words: a code with values, which each language says in its own way.

import en from "./languages/en.js";
import { hasWords, say } from "./languages/index.js";

/** @import {Failure} from "./types/page" */
/** @import {Values} from "./languages/index.js" */

/** An error that can be said in every language of the page: its words stand under errors.<code>. */
export class CodedError extends Error {
  /** @param {string} message in English @param {string|null} code @param {Values} values */
  constructor(message, code, values = {}) {
    super(message);
    this.code = code;
    this.values = values;
  }
}

/** An error of the page itself. @param {string} code @param {Values} [values] */
export function pageError(code, values = {}) {
  const message = /** @type {Record<string, unknown>} */ (en)[`errors.${code}`];
  const english = typeof message === "string" ? message : code;
  return new CodedError(
    english.replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
    code,
    values,
  );
}

/** @param {unknown} error @returns {Failure} what can be sent to another thread */
export function toFailure(error) {
  const { message, code, values } = /** @type {Partial<CodedError>} */ (error instanceof Error ? error : {});
  return { message: message ?? String(error), code: code ?? null, values: { ...values } };
}

/** @param {Failure} failure */
export const fromFailure = ({ message, code, values }) => new CodedError(message, code, values);

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
