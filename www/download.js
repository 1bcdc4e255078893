// Files that leave the page.

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * A canvas as a PNG, on the colour of the page.
 * @param {HTMLCanvasElement} canvas
 * @param {string} name
 */
export function downloadPicture(canvas, name) {
  const whole = document.createElement("canvas");
  whole.width = canvas.width;
  whole.height = canvas.height;
  const drawing = whole.getContext("2d");
  if (!drawing) return;
  drawing.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  drawing.fillRect(0, 0, whole.width, whole.height);
  drawing.drawImage(canvas, 0, 0);
  whole.toBlob((blob) => blob && download(blob, `${name}.png`));
}
