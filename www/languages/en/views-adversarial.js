// What the views of a GAN alone say.

export default {
  "views.step-parts.title": "Step by step",
  "views.step-parts.heading": "One step of training, in its parts",
  "views.step-parts.update": "The coming steps update",
  "views.step-parts.update.both": "both networks",
  "views.step-parts.update.discriminator": "only the discriminator",
  "views.step-parts.update.generator": "only the generator",
  "views.step-parts.start": "Take a step apart",
  "views.step-parts.again": "Next step",
  "views.step-parts.back": "Previous part",
  "views.step-parts.forward": "Next part",
  "views.step-parts.play": "Play the parts",
  "views.step-parts.busy": "The step is being taken…",
  "views.step-parts.empty.name": "No step has been taken apart yet",
  "views.step-parts.empty":
    "Take a step apart: training is paused, one step is taken, and its parts are shown one after the other, by the buttons or the arrow keys.",
  "views.step-parts.place.discriminator": "Step {step}, part {at} of {all}: the discriminator’s half",
  "views.step-parts.place.generator": "Step {step}, part {at} of {all}: the generator’s half",
  "views.step-parts.examples.real": "Real ones",
  "views.step-parts.examples.made": "Made ones",
  "views.step-parts.noise": "Noise: a row of numbers for each example, small ones light, large ones dark",
  "views.step-parts.wanted": "How the made ones should change: against the gradient",
  "views.step-parts.verdict": "{share} real",
  "views.step-parts.sizes": "The larger, the surer the discriminator is that it is real.",
  "views.step-parts.mean.real": "Real ones are real, on average",
  "views.step-parts.mean.made": "Made ones are real, on average",
  "views.step-parts.loss.discriminator": "Loss of the discriminator",
  "views.step-parts.loss.generator": "Loss of the generator",
  "views.step-parts.norm.discriminator": "Size of the discriminator’s gradient",
  "views.step-parts.norm.generator": "Size of the generator’s gradient",
  "views.step-parts.moved.discriminator": "The discriminator’s weights moved by",
  "views.step-parts.moved.generator": "The generator’s weights moved by",
  "views.step-parts.discriminator.real.name": "Real ones",
  "views.step-parts.discriminator.real":
    "The discriminator is updated first. It will be shown a batch of {batch} real ones, some of which are here.",
  "views.step-parts.discriminator.noise.name": "Noise",
  "views.step-parts.discriminator.noise":
    "As many times {code} random numbers are drawn: the noise that the generator starts from.",
  "views.step-parts.discriminator.made.name": "Made ones",
  "views.step-parts.discriminator.made":
    "The generator makes an example of each row of noise. In this half it is only used: it is not updated.",
  "views.step-parts.discriminator.verdicts.name": "Verdicts",
  "views.step-parts.discriminator.verdicts":
    "The discriminator is shown both, and gives each a probability of being real.",
  "views.step-parts.discriminator.loss.name": "The discriminator’s loss",
  "views.step-parts.discriminator.loss":
    "It is large where the discriminator was wrong: where a real one got a low probability, or a made one a high one.",
  "views.step-parts.discriminator.gradients.name": "Gradients, back through the discriminator",
  "views.step-parts.discriminator.gradients":
    "From the loss back: how much each weight of the discriminator had to do with it. They stop there: the generator is not updated in this half.",
  "views.step-parts.discriminator.gradients.omitted": "None are computed: this step updates the generator alone.",
  "views.step-parts.discriminator.moved.name": "The discriminator is moved",
  "views.step-parts.discriminator.moved":
    "Each of its weights moves a little against its gradient. The generator stood still.",
  "views.step-parts.discriminator.moved.omitted":
    "The discriminator stood still: this step updates the generator alone.",
  "views.step-parts.generator.noise.name": "New noise",
  "views.step-parts.generator.noise":
    "Now the generator is updated. New noise is drawn, {batch} times {code} numbers; real ones are not needed.",
  "views.step-parts.generator.made.name": "Made ones",
  "views.step-parts.generator.made": "The generator makes an example of each row of noise.",
  "views.step-parts.generator.verdicts.name": "Verdicts",
  "views.step-parts.generator.verdicts":
    "The discriminator, as it is by now, gives each a probability of being real. The generator is to be changed so that these rise.",
  "views.step-parts.generator.loss.name": "The generator’s loss",
  "views.step-parts.generator.loss":
    "It is large where the discriminator was not deceived: the lower the probability of being real, the larger the loss.",
  "views.step-parts.generator.gradients.name": "Gradients, through the discriminator to the generator",
  "views.step-parts.generator.gradients":
    "They go back through the discriminator, whose weights stay as they are, to what was made, and tell how that should change; then on into the generator.",
  "views.step-parts.generator.gradients.omitted": "None are computed: this step updates the discriminator alone.",
  "views.step-parts.generator.moved.name": "The generator is moved",
  "views.step-parts.generator.moved":
    "Each of its weights moves a little against its gradient. The discriminator stood still.",
  "views.step-parts.generator.moved.omitted": "The generator stood still: this step updates the discriminator alone.",
};
