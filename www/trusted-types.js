// Scripts for workers come from this site alone. The content security policy requires that somebody says so.

const types = /** @type {any} */ (globalThis).trustedTypes;

types?.createPolicy("default", {
  /** @param {string} address */
  createScriptURL(address) {
    const { origin, protocol } = new URL(address, location.href);
    // Of a page that is a file: what has been made from text can only be the page's own.
    const made = protocol === "blob:" && location.protocol === "file:";
    if (origin === location.origin || made) return address;
    throw new TypeError(`A script from ${address} was refused. Expected one of this site.`);
  },
});
