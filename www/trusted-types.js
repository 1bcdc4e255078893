// Scripts for workers come from this site alone. The content security policy requires that somebody says so.

const types = /** @type {any} */ (globalThis).trustedTypes;

types?.createPolicy("default", {
  /** @param {string} address */
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address;
    throw new TypeError(`A script from ${address} was refused. Expected one of this site.`);
  },
});
