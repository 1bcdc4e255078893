// What several views and panels have in common.

/** Side of a picture in pixels. */
export const SIDE = 28;

/** Made from the same noise at every look, so that each can be seen taking form. */
export const NOISE_SEED = 2014;

/** The same noise in the same picture at every look, so that what changes is the network's doing. */
export const CORRUPTION_SEED = 2014;
