// The elements of the page, by name, with their type.

/**
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function find(selector, kind) {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} "${selector}".`);
  return element;
}

/** @param {string} selector */
export const canvas = (selector) => find(selector, HTMLCanvasElement);
