// What a person drops, pastes or chooses, as files: folders with all that is in them.

import { remember } from "./labels.js";

/** What systems put into folders and archives beside what a person did. */
const NOT_ONES_OWN = /(^|\/)(\.(?!\.?\/)|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;

/** @param {string} path of a file in a folder or an archive */
export const isOnesOwn = (path) => !NOT_ONES_OWN.test(path);

/**
 * Takes files that are dropped on a part of the page, which is marked while they are over it.
 * @param {HTMLElement} place
 * @param {(files: Promise<File[]>) => void} take
 */
export function acceptDrops(place, take) {
  const mark = (/** @type {boolean} */ over) => place.toggleAttribute("data-dropping", over);
  place.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  place.addEventListener("dragleave", (event) => {
    if (!place.contains(/** @type {Node|null} */ (event.relatedTarget))) mark(false);
  });
  place.addEventListener("drop", (event) => {
    mark(false);
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    take(droppedFiles(event.dataTransfer));
  });
}

/** @param {DataTransfer} transfer @returns {Promise<File[]>} */
async function droppedFiles(transfer) {
  // Asked for at once: after a wait they are gone.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])));
  return found.flat();
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function filesIn(entry) {
  if (!isOnesOwn(entry.fullPath.slice(1))) return [];
  if (entry.isFile) {
    return [remember(await fileOf(/** @type {FileSystemFileEntry} */ (entry)), entry.fullPath)];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {File[]} */
  const files = [];
  // Browsers give a hundred at a time, and none at the end.
  for (let some = await read(reader); some.length > 0; some = await read(reader)) {
    for (const each of some) files.push(...(await filesIn(each)));
  }
  return files;
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

/** @param {FileSystemDirectoryReader} reader @returns {Promise<FileSystemEntry[]>} */
const read = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** Of a folder that was chosen, without what systems put into it. @param {FileList|null} files */
export const chosenFiles = (files) =>
  [...(files ?? [])].filter((file) => isOnesOwn(file.webkitRelativePath || file.name));
