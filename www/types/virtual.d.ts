// What the build takes from the library, so that the page's own thread needs no module of it: see vite.config.js.

declare module "virtual:settings" {
  const description: import("./library").SettingsDescription;
  export default description;
}
declare module "virtual:errors" {
  const errors: Record<string, string[]>;
  export default errors;
}

declare module "virtual:previews" {
  /**
   * Bytes in base64, by data set: pictures; places in the plane and values of signals, from all the way below to above;
   * molecules as JSON.
   */
  const previews: Record<string, string>;
  export default previews;
}

/** The script that binds the build for the CPU. */
declare module "virtual:cpu-build";
