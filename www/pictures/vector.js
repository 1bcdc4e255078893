// Vector pictures (SVG), which browsers decode on the page's own thread alone. As an image one runs no script, and fetches nothing.

import { pageError } from "../errors.js";
import { lightOnDark } from "./grey.js";
import { fitted } from "./read-picture.js";

const MOST_MEGABYTES = 1;
/** Names that stand for text, within each other, can grow beyond all bounds. */
const ENTITY = /<!ENTITY/i;

/** @param {File} file */
export const isVector = (file) => file.type === "image/svg+xml" || /\.svg$/i.test(file.name);

/**
 * @param {File} file
 * @returns {Promise<Float32Array>} `[784]`, 0 to 1
 */
export async function readVector(file) {
  if (file.size > MOST_MEGABYTES * 1e6) {
    throw pageError("picture-too-long", { size: Math.ceil(file.size / 1e6), most: MOST_MEGABYTES });
  }
  const text = await file.text();
  if (ENTITY.test(text)) throw pageError("picture-unreadable", { name: file.name });
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => {
      throw pageError("picture-unreadable", { name: file.name });
    });
    const { resizeWidth, resizeHeight } = fitted({ width: image.naturalWidth, height: image.naturalHeight });
    // Drawn at the size that is wanted, and not made smaller afterwards.
    [image.width, image.height] = [resizeWidth, resizeHeight];
    const picture = await createImageBitmap(image, { resizeWidth, resizeHeight, resizeQuality: "high" });
    const values = lightOnDark(picture);
    picture.close();
    return values;
  } finally {
    URL.revokeObjectURL(address);
  }
}
