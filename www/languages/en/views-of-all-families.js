// What the view says in which all families of models train at once.

export default {
  "views.side-by-side.title": "Side by side",
  "views.side-by-side.heading": "Autoencoder, VAE and GAN at once",
  "views.side-by-side.key.made": "made or rebuilt",
  "views.side-by-side.alike":
    "Alike: the data, the hidden layers, a code of {code} numbers, the seed, and the seconds. Different: what each is trained to do.",
  "views.side-by-side.slow": "Convolutional networks take long here: dense ones get further in the same time.",
  "views.side-by-side.budget": "Train each for",
  "views.side-by-side.seconds": "{seconds} seconds",
  "views.side-by-side.begin": "Begin",
  "views.side-by-side.stop": "Stop",
  "views.side-by-side.progress": "How much of the time is used",
  "views.side-by-side.clock": "{seconds} of {budget} s",
  "views.side-by-side.phase.idle": "Three models train at once. What you were training rests meanwhile.",
  "views.side-by-side.phase.opening": "Getting ready…",
  "views.side-by-side.phase.training": "Training. What you were training rests.",
  "views.side-by-side.phase.measuring": "Measuring on unseen data…",
  "views.side-by-side.phase.done": "Done and measured. What you were training goes on.",
  "views.side-by-side.phase.lost":
    "A comparison was under way when the experiment was left, and is gone. “Begin” trains all three again, for as long.",
  "views.side-by-side.phase.left":
    "Measured before the experiment was left. Its pictures and models are gone: “Begin” trains all three again, for as long.",
  "views.side-by-side.steps": {
    one: "{count} step in {seconds} s",
    other: "{count} steps in {seconds} s",
  },
  "views.side-by-side.does.autoencoder":
    "Squeezes each example into a code and rebuilds it. Nobody tells it where codes should lie.",
  "views.side-by-side.does.variational":
    "Does the same, and pulls the codes towards one normal distribution, N(0, I): its prior.",
  "views.side-by-side.does.adversarial": "A generator learns to make, from noise, what a discriminator takes for real.",
  "views.side-by-side.made.autoencoder":
    "Decoded from random codes, N(0, I). It has no prior: nothing taught it what to make of them. That is why there is the VAE.",
  "views.side-by-side.made.variational":
    "Decoded from the same random codes. They come from its prior, so it has learned what to make of them.",
  "views.side-by-side.made.adversarial":
    "Generated from the same random codes, its noise: the only thing its generator was ever given.",
  "views.side-by-side.rebuilt": "Unseen ones, and the same rebuilt from their codes (reconstruction).",
  "views.side-by-side.rebuilt.none": "It cannot rebuild anything: it has no encoder.",
  "views.side-by-side.go-on": "Go on with this",
};
