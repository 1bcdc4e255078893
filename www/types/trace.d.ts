// A step of a GAN in its parts, as the library tells it.

/** Which networks of a GAN a step updates; the others are constants in it. */
export type Update = "both" | "generator" | "discriminator";

/** What a discriminator says of n examples. */
export interface Judged {
  /** Its outputs, `[n]`: larger for real. */
  logits: Float32Array;
  /** The probabilities of being real, `[n]`, 0 to 1. */
  scores: Float32Array;
  /** Their mean over the whole batch. */
  meanScore: number;
}

/** One step of a GAN, part by part, of the first n examples of its batch: at most 64. */
export interface Trace {
  /** Steps since the session was created, this one included. */
  step: number;
  update: Update;
  /** Of the whole batch, as `train` gives them. */
  losses: Record<string, number>;
  /** First. */
  discriminator: {
    /** Standard normal, `[n * code]`. */
    noise: Float32Array;
    /** What was made of it, `[n * features]`, values as in the data. */
    made: Float32Array;
    /** `[n * features]` */
    real: Float32Array;
    /** What it said before its update. */
    ofReal: Judged;
    ofMade: Judged;
    /** Of the whole batch. */
    loss: number;
    /** The L2 norm of the gradients of its loss over all weights; null where it was not updated. */
    gradientNorm: number | null;
    /** The L2 norm of the change of its weights. */
    moved: number;
  };
  /** Second, against the discriminator as it is by then. */
  generator: {
    noise: Float32Array;
    /** Before the update. */
    made: Float32Array;
    ofMade: Judged;
    loss: number;
    /** The gradient of the loss at what was made, `[n * features]`; null where the generator was not updated. */
    madeGradient: Float32Array | null;
    gradientNorm: number | null;
    moved: number;
  };
}
