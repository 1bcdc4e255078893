import { resolve } from "node:path";
import { defineConfig } from "vite";
import { offline } from "./vite/offline.js";
import {
  contentSecurityPolicy,
  copyData,
  dataPreviews,
  libraryDescriptions,
  nameModules,
  preloadFont,
  presentBuilds,
  withoutUnused,
} from "./vite/plugins.js";

const here = import.meta.dirname;
const packages = resolve(here, "pkg");
const data = resolve(here, "www/data");
const library = () => [presentBuilds(packages), libraryDescriptions(packages)];

export default defineConfig({
  root: "www",
  base: "./",
  publicDir: false,
  resolve: { alias: [{ find: /^generative-playground$/, replacement: resolve(packages, "index.js") }] },
  worker: {
    format: "es",
    plugins: () => [...library(), withoutUnused()],
    rolldownOptions: {
      output: {
        assetFileNames: (asset) => {
          const name = /\/pkg\/([^/]+)\/[^/]*\.wasm$/.exec(asset.originalFileNames?.[0] ?? "")?.[1];
          return name ? `assets/${name}-[hash][extname]` : "assets/[name]-[hash][extname]";
        },
      },
    },
  },
  server: { fs: { allow: [here] } },
  build: {
    ...{ outDir: "../dist", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
    // What comes later would have the whole page styled anew.
    cssCodeSplit: false,
  },
  plugins: [
    ...library(),
    dataPreviews(packages, data),
    copyData(data),
    preloadFont(),
    nameModules(),
    contentSecurityPolicy(resolve(here, "www/policy.txt")),
    offline(resolve(here, "www/offline")),
  ],
});
