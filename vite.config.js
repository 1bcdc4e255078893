import { cp } from "node:fs/promises";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;
const packages = resolve(here, process.env.PACKAGE_DIRECTORY ?? "pkg");

/** A build of one engine, or, where it has not been built, a module whose loading fails with a reason. */
function engineModule(engine) {
  const file = resolve(packages, engine, "generative_playground.js");
  return existsSync(file) ? file : resolve(here, "www/engine-not-built.js");
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

/** The first step waits for page, worker, module and weights: ask for all of them with the first response. */
function preloadCore() {
  return {
    name: "preload-core",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const names = Object.keys(bundle ?? {});
        const tag = (attrs) => ({ tag: "link", attrs: { crossorigin: true, ...attrs }, injectTo: "head" });
        const wasm = names.find((name) => /cpu-[^/]*\.wasm$/.test(name));
        return wasm ? [tag({ rel: "preload", as: "fetch", type: "application/wasm", href: `./${wasm}` })] : [];
      },
    },
  };
}

export default defineConfig({
  root: "www",
  base: "./",
  publicDir: false,
  resolve: {
    alias: {
      "generative-playground/cpu": engineModule("cpu"),
      "generative-playground/webgpu": engineModule("webgpu"),
    },
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        assetFileNames: (asset) => {
          const engine = /\/(cpu|webgpu)\/[^/]*\.wasm$/.exec(asset.originalFileNames?.[0] ?? "")?.[1];
          return engine ? `assets/${engine}-[hash][extname]` : "assets/[name]-[hash][extname]";
        },
      },
    },
  },
  server: { fs: { allow: [here, packages] } },
  build: { outDir: "../dist", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  plugins: [copyData(), preloadCore()],
});
