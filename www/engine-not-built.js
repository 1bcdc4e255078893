// Stands in for an engine whose package is not in this build, so that the page says so instead of failing to load.

const missing = () => {
  throw new Error("This build of the page has no such engine. Expected its package in pkg/. Build it, then the page.");
};

export const Session = { create: missing, restore: missing };
export const selfTest = missing;
export default missing;
