// The page's own files, for tests that read them.

import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

const www = resolve(import.meta.dirname, "../../www");

/** Comments, then literals: what stands in one cannot begin another. */
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?<double>(?:[^"\\\n]|\\.)*)"|'(?<single>(?:[^'\\\n]|\\.)*)'|`(?<template>(?:[^`\\]|\\.)*)`/g;

/**
 * @typedef {object} Source
 * @property {string} path from www/
 * @property {string} text
 * @property {number} lines
 */

/** Every file that somebody wrote: all but the data sets. @returns {Source[]} */
export function sources() {
  return readdirSync(www, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|ts)$/.test(entry.name))
    .map((entry) => resolve(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(www, file), text: readFileSync(file, "utf8") }))
    .map((source) => ({ ...source, lines: source.text.split("\n").length - 1 }))
    .filter(({ path }) => !path.startsWith("data/"));
}

/** The scripts alone. */
export const scripts = () => sources().filter(({ path }) => path.endsWith(".js"));

/** The folders of views: those with an entry of their own. @returns {string[]} */
export function viewNames() {
  return readdirSync(resolve(www, "views"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => readdirSync(resolve(www, "views", name)).includes("index.js"));
}

/**
 * What stands between quotes in a script. In a template each value is a "\0".
 * @param {string} script
 * @returns {string[]}
 */
export function literals(script) {
  return [...script.matchAll(TOKENS)].flatMap(({ groups }) => {
    const plain = groups?.double ?? groups?.single;
    if (plain !== undefined) return [plain];
    if (groups?.template === undefined) return [];
    const inside = [...groups.template.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, value]) => literals(value));
    return [groups.template.replace(/\$\{[^}]*\}/g, "\0"), ...inside];
  });
}

/** @param {string} script @returns {string} without comments, and literals empty */
export const code = (script) =>
  script.replace(TOKENS, (token) => (token.startsWith("/") ? " " : token.startsWith("`") ? inside(token) : '""'));

/** @param {string} template @returns {string} its values */
const inside = (template) => [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, value]) => `(${code(value)})`).join(" ");
