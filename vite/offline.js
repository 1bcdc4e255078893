// The service worker at the root of the site, with the list of what the site is made of, and what makes it installable.

import { cp, readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { build } from "vite";
import { hashOf } from "../www/offline/hash.js";

/** What lies beside the page under its own name: the manifest names the icons. */
const AT_THE_ROOT = ["manifest.webmanifest", "icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/** Kept when it is used, and not before: data, the builds of the library, and the reader of molecules, a megabyte. */
const AT_FIRST_USE = /^data\/|\.wasm$|^assets\/chemistry-/;

/**
 * Written last, when everything that it lists is there.
 * @param {string} folder of the service worker's source
 */
export function offline(folder) {
  let target = "";
  return {
    name: "offline",
    apply: "build",
    configResolved(config) {
      target = resolve(config.root, config.build.outDir);
    },
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "manifest", href: "./manifest.webmanifest" }, injectTo: "head" },
    ],
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        for (const name of AT_THE_ROOT) await cp(resolve(folder, name), resolve(target, name));
        const files = await hashesBelow(target);
        const shell = Object.keys(files).filter((path) => !AT_FIRST_USE.test(path));
        await bundleWorker(resolve(folder, "service-worker.js"), target, { files, shell });
      },
    },
  };
}

/** By path from the folder. @param {string} folder @returns {Promise<Record<string, string>>} */
async function hashesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = {};
  for (const path of paths.sort()) {
    hashes[relative(folder, path).split(sep).join("/")] = await hashOf(await readFile(path));
  }
  return hashes;
}

/** One plain script: not every browser takes modules there, and its name stays the same. */
function bundleWorker(entry, outDir, site) {
  return build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { SITE: JSON.stringify(site) },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: { input: entry, output: { format: "iife", entryFileNames: "service-worker.js" } },
    },
  });
}
