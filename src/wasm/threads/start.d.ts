/**
 * How many threads to work on where a machine tells of so many processors. They are often two to a core, and half of
 * them then do as much as all.
 */
export function threadsFor(processors: number): number;

/**
 * Starts as many more threads as are missing. Call it once, after `init`. They come to help when they are ready, a
 * fraction of a second later; nothing has to wait for them.
 * @param count of threads, the caller's included
 * @returns workers, to be terminated only when the package is not used any more
 */
export function startThreads(count?: number): Worker[];
