const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default {
  worker: { format: "es" },
  optimizeDeps: { exclude: ["generative-playground"] },
  server: { headers: isolation },
  preview: { headers: isolation },
};
