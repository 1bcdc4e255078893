// What a visitor would be sent: the files of the bench, and copies of our packages beside them, by brotli as on the
// site. Copies, because what lies in pkg/ is to be published as it is.

import { cp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const DIST = join(import.meta.dirname, "dist");
const PACKAGES = join(import.meta.dirname, "..", "pkg");
const compress = promisify(brotliCompress);

/** Takes half a minute or more where the packages are new. */
export async function compressFiles() {
  for (const name of ["cpu", "cpu-relaxed", "cpu-threads", "webgpu"]) {
    const there = await stat(join(PACKAGES, name)).catch(() => null);
    if (there) await cp(join(PACKAGES, name), join(DIST, "pkg", name), { recursive: true, preserveTimestamps: true });
  }
  for (const name of await readdir(DIST, { recursive: true })) {
    if (!/\.(html|js|wasm)$/.test(name)) continue;
    const file = join(DIST, name);
    const made = await stat(`${file}.br`).catch(() => null);
    const { mtimeMs, size } = await stat(file);
    if (made && made.mtimeMs >= mtimeMs) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    };
    await writeFile(`${file}.br`, await compress(await readFile(file), { params }));
  }
}
