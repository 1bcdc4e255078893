// What a service worker has and what it is told.

/** Listed when the site is built: see vite/offline.js. */
declare global {
  const SITE: {
    /** Hashes by path. */
    files: Record<string, string>;
    /** Paths of what the page cannot do without. */
    shell: string[];
  };
}

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Told extends Lasting {
  data: Message;
  ports: readonly MessagePort[];
}

export interface ServiceWorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void>; matchAll(options: { type: "window" }): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
}

/** To keep these addresses beside the page's own parts, answered by whether all are kept; or to take over. */
export type Message = { type: "keep"; addresses: string[] } | { type: "take-over" };
