// A field for a number. What is typed or stepped to waits for Enter or for the field to be left; Escape takes it back.

import { make } from "../../elements.js";
import { readNumber } from "../../experiment/address.js";
import { currentLanguage } from "../../languages/index.js";

/** @import {FieldDescription} from "../../types/library" */

/**
 * @param {string} id
 * @param {FieldDescription} description
 * @param {(value: number|string) => void} commit the text as it was typed where it is no number
 */
export function makeNumberField(id, description, commit) {
  let committed = "";
  const input = make("input", {
    id,
    attributes: { type: "text", inputmode: "decimal", role: "spinbutton", spellcheck: "false", autocomplete: "off" },
    on: { keydown: key, change: leave, blur: leave },
  });
  if (description.least !== undefined) input.setAttribute("aria-valuemin", String(description.least));
  if (description.most !== undefined) input.setAttribute("aria-valuemax", String(description.most));

  function leave() {
    if (input.value === committed) return;
    const value = readLocalNumber(input.value);
    committed = input.value;
    commit(value);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key === "Enter") return leave();
    if (event.key === "Escape") {
      input.value = committed;
      return;
    }
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const value = readLocalNumber(input.value);
    if (!direction || typeof value !== "number") return;
    event.preventDefault();
    write(neighbour(value, direction, description));
  }

  /** @param {number} value */
  function write(value) {
    input.value = localNumber(value);
    input.setAttribute("aria-valuenow", String(value));
  }

  return {
    input,
    /** @param {number|string} value that is wanted; what a person is typing is left alone */
    show(value) {
      if (document.activeElement === input && input.value !== committed) return;
      if (typeof value === "number") write(value);
      else input.value = value;
      committed = input.value;
    },
  };
}

/**
 * The next sensible value: of the steps that the library names, else one more or less.
 * @param {number} value
 * @param {number} direction 1 or -1
 * @param {FieldDescription} description
 */
export function neighbour(value, direction, { steps, least, most }) {
  if (steps) {
    const beyond = direction > 0 ? steps.find((step) => step > value) : steps.findLast((step) => step < value);
    return beyond ?? value;
  }
  const next = value + direction;
  return next < (least ?? next) || next > (most ?? next) ? value : next;
}

/**
 * A number as a person writes it: 0.001 or 0,001. What could be meant either way, as 1,000, is left as it was typed.
 * @param {string} text
 * @returns {number|string}
 */
export function readLocalNumber(text) {
  const plain = text.trim();
  const thousands = /^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain);
  return readNumber(/^[^,.]*,[^,.]*$/.test(plain) && !thousands ? plain.replace(",", ".") : plain);
}

/** @param {number} value */
function localNumber(value) {
  const text = String(value);
  const comma = new Intl.NumberFormat(currentLanguage()).format(0.5).includes(",");
  return comma ? text.replace(".", ",") : text;
}
