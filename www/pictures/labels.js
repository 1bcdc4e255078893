// The labels of pictures that a person brings: by the folders that they lie in, or as they are typed; plain text.

/** Each is a byte in a file of labels. */
export const MOST_LABELS = 256;
export const MOST_LETTERS = 40;
/** Letters that are not seen; what joins signs into one is. */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** They part folders; these only look so. */
const SLASHES = /[/\\]/g;

/** Of a file, where it is known otherwise than by the file itself. @type {WeakMap<File, string>} */
const paths = new WeakMap();

/** @param {string} text @returns {string} a label as it is shown; "" for none */
export function cleanLabel(text) {
  // Any longer than that and most of it is cut off in any case.
  const plain = text
    .slice(0, 10 * MOST_LETTERS)
    .normalize("NFC")
    .replace(UNSEEN, " ")
    .replace(SLASHES, "∕");
  const bare = plain.replace(/\s+/g, " ").replace(/^[. ]+/, "");
  return [...bare].slice(0, MOST_LETTERS).join("").trim();
}

/** @param {string} path of a file @returns {string} by the name of the folder that it lies in; "" where it lies in none */
export const folderLabel = (path) => cleanLabel(path.replaceAll("\\", "/").split("/").at(-2) ?? "");

/** @param {File} file @param {string} path where it lies */
export function remember(file, path) {
  paths.set(file, path);
  return file;
}

/** @param {File} file that a person brings */
export const labelOf = (file) => folderLabel(paths.get(file) ?? file.webkitRelativePath ?? "");
