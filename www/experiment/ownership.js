// Which page an experiment belongs to: two tabs never keep the same one, or the slower would undo the other's steps.

/** @type {Map<string, () => void>} */
const owned = new Map();

/**
 * Makes the experiment this page's own for as long as the page is there.
 * @param {string} id
 * @returns {Promise<boolean>} false where it is another page's
 */
export function own(id) {
  if (owned.has(id) || !navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(`experiment ${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(false);
          return;
        }
        return new Promise((release) => {
          owned.set(id, () => release(undefined));
          resolve(true);
        });
      })
      .catch(() => resolve(true));
  });
}

/** What was this page's own when it was left. @type {string[]} */
let left = [];

// A page that the browser puts aside for Back owns nothing meanwhile: whoever comes back another way finds what was kept.
globalThis.addEventListener?.("pagehide", (event) => {
  if (!event.persisted) return;
  left = [...owned.keys()];
  for (const release of owned.values()) release();
  owned.clear();
});
globalThis.addEventListener?.("pageshow", async (event) => {
  if (!event.persisted) return;
  const again = await Promise.all(left.map(own));
  // It has gone on elsewhere: what this page has is of the past.
  if (again.includes(false)) location.reload();
});
