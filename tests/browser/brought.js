// Files that a person might bring, made here: pictures, archives, and some that are meant to do harm.

import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { zipSync } from "fflate";

const big = (...numbers) => Buffer.concat(numbers.map((number) => Buffer.from(Uint32Array.of(number).buffer).swap32()));

/** A grey PNG of these sides, with these rows of pixels or as many as there are. */
function png(width, height, pixels) {
  const rows = pixels.map((row) => Buffer.from([0, ...row]));
  const chunk = (kind, data) => {
    const content = Buffer.concat([Buffer.from(kind), data]);
    return Buffer.concat([big(data.length), content, big(crc32(content))]);
  };
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.concat([big(width, height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A dark disc on paper, another for each index. */
export function disc(index) {
  const [width, height] = [30 + (index % 7), 30 + (index % 5)];
  const [x, y, radius] = [8 + (index % 13), 8 + (index % 11), 3 + (index % 4)];
  const pixel = (column, row) => ((column - x) ** 2 + (row - y) ** 2 < radius ** 2 ? 0 : 255);
  const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, at) => pixel(at, row)));
  return png(width, height, rows);
}

export const discs = (count, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`disc-${from + index}.png`, disc(from + index)]));

export const zip = (files) => Buffer.from(zipSync(files, { level: 1 }));

/** An archive whose only file is said to be so long, whatever it is. */
export function zipThatSays(length) {
  const bytes = zip({ "disc.png": disc(1) });
  const central = bytes.indexOf("PK\x01\x02", 0, "latin1");
  bytes.writeUInt32LE(length, 22);
  bytes.writeUInt32LE(length, central + 24);
  return bytes;
}

export const vast = () => png(20_000, 20_000, []);
export const narrow = () => png(1, 100_000, Array(100_000).fill([0]));

export const svg = (inside, before = "") =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${inside}</svg>`);

/** Light rings on dark, of half the sides that the networks take. */
export function idx(count, side) {
  const pixels = Array.from({ length: count * side * side }, (_, at) => (at % (7 + (at % count)) === 0 ? 255 : 0));
  return gzipSync(Buffer.concat([big(0x803, count, side, side), Buffer.from(pixels)]));
}

/** Labels of pictures in IDX. */
export const idxLabels = (labels) => Buffer.concat([big(0x801, labels.length), Buffer.from(labels)]);

/** Writes them where a browser can take them from; gives their paths. */
export async function written(files) {
  const folder = await writtenFolder(files);
  return Object.keys(files).map((name) => join(folder, name));
}

/** The same, for the path of the folder that they are in. */
export async function writtenFolder(files) {
  const folder = await mkdtemp(join(tmpdir(), "brought-"));
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}
