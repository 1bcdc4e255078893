// The library in Node: what it tells of itself goes into the page when the page is bundled.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LOADING_ERRORS } from "../pkg/errors.js";

const BUILD = "cargo xtask build --cpu-only";

/** Everything that `pkg/cpu` exports, ready to use; of another folder of packages where one is named. */
export async function loadLibrary(packages = resolve(import.meta.dirname, "../pkg")) {
  const file = (name) => resolve(packages, "cpu", name);
  try {
    const library = await import(pathToFileURL(file("generative_playground.js")).href);
    library.initSync({ module: await readFile(file("generative_playground_bg.wasm")) });
    return library;
  } catch (error) {
    throw new Error(`The package in ${file("")} could not be loaded. Expected it to be built. Run \`${BUILD}\`.`, {
      cause: error,
    });
  }
}

/** What a library tells of its settings and of its errors; those of loading it are not its own. */
export function describe(library) {
  for (const name of ["describeSettings", "describeErrors"]) {
    if (library[name]) continue;
    throw new Error(`The package in pkg/cpu has no ${name}(). Expected one of this source. Run \`${BUILD}\`.`);
  }
  return { settings: library.describeSettings(), errors: { ...library.describeErrors(), ...LOADING_ERRORS } };
}
