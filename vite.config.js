import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;
const packages = resolve(here, process.env.PACKAGE_DIRECTORY ?? "pkg");

/**
 * The files of a package; where it has not been built, a module whose loading fails with a reason.
 * @param {string} name
 */
function packageAliases(name) {
  const module = resolve(packages, name, "generative_playground.js");
  const built = existsSync(module);
  const substitute = resolve(here, "www/engine-not-built.js");
  return [
    {
      find: new RegExp(`^generative-playground/${name}/wasm`),
      replacement: built ? resolve(packages, name, "generative_playground_bg.wasm") : substitute,
    },
    { find: new RegExp(`^generative-playground/${name}$`), replacement: built ? module : substitute },
    {
      find: new RegExp(`^generative-playground/${name}/start$`),
      replacement: built ? resolve(packages, name, "start.js") : substitute,
    },
  ];
}

/** The data sets go beside the page as they are: their names and bytes are part of the package's contract. */
function copyData() {
  let target = "";
  return {
    name: "copy-data",
    configResolved(config) {
      target = resolve(config.root, config.build.outDir, "data");
    },
    async closeBundle() {
      await cp(resolve(here, "www/data"), target, { recursive: true });
    },
  };
}

export default defineConfig({
  root: "www",
  base: "./",
  publicDir: false,
  resolve: { alias: ["cpu", "cpu-relaxed", "cpu-threads", "webgpu"].flatMap(packageAliases) },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        assetFileNames: (asset) => {
          const name = /\/(cpu|cpu-relaxed|cpu-threads|webgpu)\/[^/]*\.wasm$/.exec(asset.originalFileNames?.[0] ?? "")?.[1];
          return name ? `assets/${name}-[hash][extname]` : "assets/[name]-[hash][extname]";
        },
      },
    },
  },
  server: { fs: { allow: [here, packages] } },
  build: { outDir: "../dist", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  plugins: [copyData()],
});
