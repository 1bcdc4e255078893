// Workers of a page that is one file: a browser lets such a page start none but from text that it holds. All of them are
// one script, which runs the one that it is told: see `workersInside` in vite/single.js.

import { carriedText } from "./carried.js";

/** @type {Map<string, string>} */
const addresses = new Map();

/** The address of a worker. @param {string} file from www/ */
export function workerAddress(file) {
  const known = addresses.get(file);
  if (known) return known;
  const told = JSON.stringify({ file, module: carriedText("library.wasm.gz") });
  const blob = new Blob(["self.told=", told, ";\n", carriedText("workers.js")], { type: "text/javascript" });
  const address = URL.createObjectURL(blob);
  addresses.set(file, address);
  return address;
}
