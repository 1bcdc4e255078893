// Models and pictures as files.

import { DATA_SETS, tuningFor } from "./defaults.js";
import { find } from "./find.js";
import { tell } from "./notice.js";

/** @import {State} from "./types/page" */

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/**
 * The wall as a PNG, four times as large as its pixels, on white.
 * @param {HTMLCanvasElement} wall
 * @param {string} family
 */
export function savePicture(wall, family) {
  const large = document.createElement("canvas");
  large.width = wall.width * 4;
  large.height = wall.height * 4;
  const drawing = large.getContext("2d");
  if (!drawing) return;
  drawing.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  drawing.fillRect(0, 0, large.width, large.height);
  drawing.imageSmoothingEnabled = false;
  drawing.drawImage(wall, 0, 0, large.width, large.height);
  large.toBlob((blob) => blob && download(blob, `generative-playground-${family}.png`));
}

/**
 * The experiment that a saved model belongs to. A safetensors file begins with the length of its header, then the
 * header as JSON; the library keeps the settings there.
 * @param {Uint8Array} bytes
 * @param {State} state what the file does not say stays as it is
 * @returns {State|null} null where it is no such file: the library will say what is wrong with it
 */
function stateOf(bytes, state) {
  try {
    const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    const { settings, shape } = JSON.parse(header.__metadata__["generative-playground"]);
    const kind = JSON.stringify(shape).toLowerCase().includes("point") ? "points" : "pictures";
    const fitting = kind === "points" ? "ring" : "mnist-small";
    const dataset = DATA_SETS[state.dataset].kind === kind ? state.dataset : fitting;
    const usual = tuningFor(settings.family, dataset, settings.network);
    return {
      ...state,
      ...usual,
      family: settings.family,
      dataset,
      hidden: settings.hidden,
      code: settings.code,
      objective: settings.objective ?? usual.objective,
      divergenceWeight: Number(settings.divergenceWeight.toPrecision(6)),
      learningRate: Number(settings.optimizer.learningRate.toPrecision(6)),
      batchSize: settings.batchSize,
      corruption: settings.corruption?.kind ?? "none",
      amount: Number((settings.corruption?.amount ?? state.amount).toPrecision(6)),
      seed: settings.seed,
    };
  } catch {
    return null;
  }
}

/**
 * @param {object} page
 * @param {() => Promise<{bytes: Uint8Array, name: string}>} page.save
 * @param {() => State} page.state
 * @param {(bytes: Uint8Array, state: State) => Promise<unknown>} page.open
 */
export function startFiles(page) {
  const file = find("#model-file", HTMLInputElement);
  find("#save-model", HTMLButtonElement).addEventListener("click", async () => {
    try {
      const { bytes, name } = await page.save();
      download(new Blob([/** @type {BlobPart} */ (bytes)]), `${name}.safetensors`);
    } catch (error) {
      tell(error);
    }
  });
  find("#open-model", HTMLButtonElement).addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const state = stateOf(bytes, page.state());
    if (state) await page.open(bytes, state).catch(tell);
    else tell(`"${chosen.name}" is no saved model of this playground. Expected a .safetensors file saved here.`);
  });
}
