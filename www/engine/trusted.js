// The one policy for Trusted Types: scripts of this origin may become workers, and no text ever becomes HTML.

/** @typedef {{createPolicy(name: string, rules: {createScriptURL(url: string): string}): unknown}} Factory */

export function installTrustedTypes() {
  const factory = /** @type {{trustedTypes?: Factory}} */ (/** @type {unknown} */ (globalThis)).trustedTypes;
  factory?.createPolicy("default", {
    createScriptURL(url) {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError(`A script of another origin was refused: ${url}`);
    },
  });
}
