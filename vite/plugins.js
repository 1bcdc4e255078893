// What the page's bundle needs beside what Vite does by itself.

import { existsSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, loadLibrary } from "./library.js";
import { makePreviews } from "./previews.js";

/**
 * Bundles the builds that are there: the line of one that has not been built is left out, and the package then says so
 * when it is asked for.
 * @param {string} packages
 */
export function presentBuilds(packages) {
  const builds = resolve(packages, "builds.js");
  const isThere = (line) => {
    const file = /"(\.\/[^"]+)"/.exec(line)?.[1];
    return !file || existsSync(resolve(packages, file));
  };
  return {
    name: "present-builds",
    async load(id) {
      if (id !== builds) return null;
      const lines = (await readFile(builds, "utf8")).split("\n");
      return lines.filter(isThere).join("\n");
    },
  };
}

/** Leaves out what a library names and the page never asks for: OpenChemLib's tables beside its own code, 1.4 MB. */
export function withoutUnused() {
  return {
    name: "without-unused",
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle)) if (/\bresources-[^/]*\.json$/.test(name)) delete bundle[name];
    },
  };
}

/**
 * `virtual:settings` and `virtual:errors`: what the library tells of itself, as plain data, so that the page needs no
 * module on its own thread to know it.
 * @param {string} packages
 */
export function libraryDescriptions(packages) {
  let description;
  const names = ["virtual:settings", "virtual:errors"];
  return {
    name: "library-descriptions",
    resolveId: (id) => (names.includes(id) ? `\0${id}` : null),
    async load(id) {
      if (!names.includes(id.slice(1))) return null;
      description ??= loadLibrary(packages).then(describe);
      return `export default ${JSON.stringify((await description)[id.slice("\0virtual:".length)])};`;
    },
  };
}

/**
 * `virtual:previews`: a few examples of each data set.
 * @param {string} packages
 * @param {string} data the folder of the files
 */
export function dataPreviews(packages, data) {
  const name = "virtual:previews";
  return {
    name: "data-previews",
    resolveId: (id) => (id === name ? `\0${id}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      return `export default ${JSON.stringify(await makePreviews(await loadLibrary(packages), data))};`;
    },
  };
}

/**
 * The content security policy in the page itself, for hosts that send no headers. While developing it is left out: there
 * Vite puts styles into the page.
 * @param {string} file with a directive in each line
 */
export function contentSecurityPolicy(file) {
  return {
    name: "content-security-policy",
    apply: "build",
    async transformIndexHtml() {
      const directives = (await readFile(file, "utf8")).trim().split("\n");
      // Of the page around it a page cannot speak: browsers take this one from a header alone.
      const content = directives.filter((directive) => !directive.startsWith("frame-ancestors")).join("; ");
      const attrs = { "http-equiv": "Content-Security-Policy", content };
      return [{ tag: "meta", attrs, injectTo: "head-prepend" }];
    },
  };
}

/** The font is fetched beside the style that names it: words would be set anew when it comes. */
export function preloadFont() {
  return {
    name: "preload-font",
    apply: "build",
    transformIndexHtml(_, { bundle }) {
      const fonts = Object.keys(bundle ?? {}).filter((name) => name.endsWith(".woff2"));
      const attrs = { rel: "preload", as: "font", type: "font/woff2", crossorigin: true };
      return fonts.map((name) => ({ tag: "link", attrs: { ...attrs, href: `./${name}` }, injectTo: "head" }));
    },
  };
}

/** The page is told where the library's modules are: see www/engine/early-module.js. */
export function nameModules() {
  const modules = /^assets\/(cpu|cpu-relaxed|cpu-threads)-[\w-]{8}\.wasm$/;
  return {
    name: "name-modules",
    apply: "build",
    transformIndexHtml(_, { bundle }) {
      return Object.keys(bundle ?? {}).flatMap((name) => {
        const build = modules.exec(name)?.[1];
        return build
          ? [{ tag: "meta", attrs: { name: `module-${build}`, content: `./${name}` }, injectTo: "head" }]
          : [];
      });
    },
  };
}

/**
 * The data sets go beside the page as they are: their names and bytes are part of the package's contract.
 * @param {string} data
 */
export function copyData(data) {
  let target = "";
  return {
    name: "copy-data",
    configResolved(config) {
      target = resolve(config.root, config.build.outDir, "data");
    },
    /** By itself Vite would tell the browser to unpack them. */
    configureServer({ middlewares }) {
      middlewares.use("/data", ({ url }, response, next) => {
        const path = new URL(url, "http://localhost").pathname;
        readFile(join(data, path)).then(
          (bytes) => response.end(bytes),
          () => next(),
        );
      });
    },
    async closeBundle() {
      await cp(data, target, { recursive: true });
    },
  };
}
