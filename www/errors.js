// Errors between threads: a code with values, which each language says in its own way. No words are here, so that a worker
// that fails does not bring them along.

/** @import {Failure} from "./types/page" */
/** @import {Values} from "./languages/index.js" */

/** An error that can be said in every language of the page: its words stand under errors.<code>. */
export class CodedError extends Error {
  /** @param {string} message for the console @param {string|null} code @param {Values} values */
  constructor(message, code, values = {}) {
    super(message);
    this.code = code;
    this.values = values;
  }
}

/** An error of the page itself, by its code in the console. @param {string} code @param {Values} [values] */
export const pageError = (code, values = {}) => new CodedError(`${code} ${JSON.stringify(values)}`, code, values);

/** @param {unknown} error @returns {Failure} what can be sent to another thread */
export function toFailure(error) {
  const { message, code, values } = /** @type {Partial<CodedError>} */ (error instanceof Error ? error : {});
  return { message: message ?? String(error), code: code ?? null, values: { ...values } };
}

/** @param {Failure} failure */
export const fromFailure = ({ message, code, values }) => new CodedError(message, code, values);
