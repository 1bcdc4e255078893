/** Gives the CPU engine as many threads as it is worth here: workers of their own on its memory. */
export function startThreads(count?: number): Worker[];
