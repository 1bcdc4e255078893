import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;

// The peers as their users bundle them. This library is loaded from its package as it is.
export default defineConfig({
  root: resolve(here, "page"),
  base: "./",
  build: {
    outDir: resolve(here, "dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: { input: ["index.html", "start.html"].map((name) => resolve(here, "page", name)) },
  },
});
