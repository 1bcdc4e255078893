// How soon a library has trained its first step of W1: a page that loads that library and no other.

import { LIBRARIES, openPeer } from "./libraries.js";
import { WORKLOADS } from "./workloads.js";

/** @param {string} library */
async function start(library) {
  const workload = WORKLOADS.W1;
  const own = LIBRARIES[library].ours;
  const opened = own
    ? // Compressed copies: the server sends /pkg as it is.
      await (await import("./ours.js")).open(own, workload, "/bench/pkg")
    : await openPeer(library, workload, (await import("./weights.js")).drawn(workload), pictures(workload));
  const loss = await opened.train(1);
  return { milliseconds: performance.now(), loss };
}

/** @param {{batch: number, features: number}} workload */
const pictures = ({ batch, features }) => Float32Array.from({ length: batch * features }, (_, at) => (at % 256) / 255);

Object.assign(globalThis, { started: start(new URLSearchParams(location.search).get("library")) });
