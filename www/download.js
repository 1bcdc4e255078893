// Files that leave the page.

import { intoPng } from "./provenance/containers.js";
import { currentProvenance } from "./provenance/current.js";

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * With what made it told inside the file.
 * @param {HTMLCanvasElement} canvas @param {string} name of the file, without its ending
 * @param {string} [caption] what the picture shows
 */
export function downloadPicture(canvas, name, caption = "") {
  const { description, ...source } = currentProvenance();
  const provenance = { ...source, description: [description, caption].filter(Boolean).join(" ") };
  canvas.toBlob(async (blob) => {
    if (!blob) return;
    const told = intoPng(new Uint8Array(await blob.arrayBuffer()), provenance);
    download(new Blob([/** @type {BlobPart} */ (told)], { type: "image/png" }), `${name}.png`);
  });
}
