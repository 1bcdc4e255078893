// What a person drops, pastes or chooses, as files: folders with all that is in them.

import { isOnesOwn } from "./archive.js";

/** @param {DataTransfer} transfer @returns {Promise<File[]>} */
export async function droppedFiles(transfer) {
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
  if (entry.isFile) return [await fileOf(/** @type {FileSystemFileEntry} */ (entry))];
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
