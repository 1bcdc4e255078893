// Long work in pieces: what a person does in between is answered.

/** Lets a click in between two pieces. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));
