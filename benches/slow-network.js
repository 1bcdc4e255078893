// A host as it is from a slow phone, for all that asks it, workers included: Lighthouse's slow 4G, on which every connection
// shares one line.

import { createServer, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const ROUND_TRIP_MILLISECONDS = 150;
export const KILOBITS_PER_SECOND = 1638.4;
/** How late a timer may be without the line having stood still: what follows catches up. */
const LATE_MILLISECONDS = 50;
/** What is sent before another answer has its turn. */
const PIECE = 4096;

/**
 * @param {string} behind the address that it stands for
 * @returns {Promise<{address: string, sent: () => number, close: () => void}>}
 */
export async function slowHost(behind) {
  let free = 0;
  let sent = 0;
  /** Waits until the line has carried so many bytes more. @param {number} bytes */
  const carry = async (bytes) => {
    free = Math.max(free, performance.now() - LATE_MILLISECONDS) + (bytes * 8) / KILOBITS_PER_SECOND;
    sent += bytes;
    await wait(free - performance.now());
  };
  const server = createServer((asked, answer) => {
    const { host: _, ...headers } = asked.headers;
    const onward = request(new URL(asked.url, behind), { method: asked.method, headers }, async (found) => {
      const pieces = [];
      for await (const piece of found) pieces.push(piece);
      const body = Buffer.concat(pieces);
      await wait(ROUND_TRIP_MILLISECONDS);
      answer.writeHead(found.statusCode, found.headers);
      for (let at = 0; at < body.length; at += PIECE) {
        const piece = body.subarray(at, at + PIECE);
        await carry(piece.length);
        answer.write(piece);
      }
      answer.end();
    });
    onward.end();
  });
  // A connection takes a round trip before it can be asked anything.
  server.on("connection", (socket) => {
    socket.pause();
    setTimeout(() => socket.resume(), ROUND_TRIP_MILLISECONDS);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent: () => sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
