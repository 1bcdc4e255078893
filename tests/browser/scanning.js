// What a reader of QR codes reads from one, on the page or in a file.

import jsQR from "jsqr";

/** From the one that is shown. */
export async function scanned(page) {
  await page.waitForSelector("#share-code");
  const svg = await page.$eval("#share-code", (element) => {
    const copy = element.cloneNode(true);
    // Four pixels a module are enough.
    for (const side of ["width", "height"]) copy.setAttribute(side, String(4 * element.viewBox.baseVal.width));
    return new XMLSerializer().serializeToString(copy);
  });
  return (await scannedIn(page, Buffer.from(svg), "image/svg+xml")).text;
}

/** From a file: what it says, its sides, and whether it has a light border of four modules, without which readers fail. */
export async function scannedIn(page, bytes, type) {
  const { width, height, shades } = await page.evaluate(
    async (text, kind) => {
      const image = new Image();
      const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      image.src = URL.createObjectURL(new Blob([content], { type: kind }));
      await image.decode();
      const drawing = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext("2d");
      drawing.drawImage(image, 0, 0);
      const { data, width, height } = drawing.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
      let shades = "";
      for (let at = 0; at < data.length; at += 4) shades += data[at] < 128 && data[at + 3] > 127 ? "1" : "0";
      return { width, height, shades };
    },
    bytes.toString("base64"),
    type,
  );
  const pixels = new Uint8ClampedArray(4 * shades.length).fill(255);
  for (let at = 0; at < shades.length; at++) if (shades[at] === "1") pixels.fill(0, 4 * at, 4 * at + 3);
  const found = jsQR(pixels, width, height);
  const rows = Array.from({ length: height }, (_, row) => shades.slice(row * width, (row + 1) * width));
  const top = rows.findIndex((row) => row.includes("1"));
  const start = Math.min(...rows.map((row) => row.indexOf("1")).filter((place) => place >= 0));
  // The mark in each corner is seven modules wide.
  const module = (rows[top].indexOf("0", start) - start) / 7;
  return { text: found?.data, width, height, border: Math.min(top, start) / module };
}
