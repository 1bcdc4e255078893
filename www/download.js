// Files that leave the page.

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {HTMLCanvasElement} canvas @param {string} name of the file, without its ending */
export function downloadPicture(canvas, name) {
  canvas.toBlob((blob) => blob && download(blob, `${name}.png`));
}
