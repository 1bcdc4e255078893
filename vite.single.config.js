// The page as one HTML file: see vite/single.js. Its data are those in which nothing has to be fetched, and the digits.

import { resolve } from "node:path";
import { defineConfig } from "vite";
import { dataPreviews, libraryDescriptions } from "./vite/plugins.js";
import { singleFile } from "./vite/single.js";
import { DATA_SETS } from "./www/experiment/datasets.js";

const here = import.meta.dirname;
const packages = resolve(here, "pkg");
const library = () => [libraryDescriptions(packages)];

const digits = Object.keys(DATA_SETS["mnist-small"].bytes).map((name) => `data/mnist-small/${name}`);
const classifier = `data/models/${DATA_SETS["mnist-small"].classifier.name}.safetensors`;

export default defineConfig({
  root: "www",
  base: "./",
  publicDir: false,
  build: {
    outDir: "../dist/single",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  plugins: [
    ...library(),
    dataPreviews(packages, resolve(here, "www/data")),
    singleFile({
      name: "generative-playground.html",
      files: [...digits, classifier],
      // OpenChemLib is as large as all else together.
      without: ["molecules/chemistry-worker.js"],
      library,
    }),
  ],
});
