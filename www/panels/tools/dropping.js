// Files that are dropped or pasted anywhere on the page, where no part of it takes them: a saved model is opened, pictures are
// brought to be learnt from. By itself a browser would leave the page and show the file.

import { acceptDrops } from "../../pictures/gathering.js";

const MODEL = /\.safetensors$/i;

/**
 * @param {(file: File) => void} openModel
 * @param {(files: File[]) => void} bringPictures
 */
export function startDropping(openModel, bringPictures) {
  /** @param {File[]} files */
  const take = (files) => {
    const model = files.find(({ name }) => MODEL.test(name));
    if (model) openModel(model);
    else if (files.length > 0) bringPictures(files);
  };
  acceptDrops(document.documentElement, (files) => files.then(take));
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    take(files);
  });
}
