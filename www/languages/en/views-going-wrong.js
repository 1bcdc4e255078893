// What the view of what goes wrong says.

export default {
  "views.failure-modes.title": "What goes wrong",
  "views.failure-modes.heading": "What goes wrong, on purpose, and its cure",
  "views.failure-modes.intro":
    "Two networks that compete can fail together in ways of their own. Each press begins a new experiment from its first step; the one before can be gone back to.",
  "views.failure-modes.none": "None of these trains now.",
  "views.failure-modes.broken": "Make it happen",
  "views.failure-modes.mended": "Mend it",
  "views.failure-modes.after.broken": "Where it goes wrong",
  "views.failure-modes.after.mended": "Where it is mended",
  "views.failure-modes.figure": "{name}: {value}",
  "views.failure-modes.figure.beside": "{name}: {value} (real ones: {real})",
  "views.failure-modes.wait": "step {step} of {steps}",
  "views.failure-modes.outcome.failed": "That is it: it has gone wrong.",
  "views.failure-modes.outcome.between": "Something in between. Let it train on, or try another seed.",
  "views.failure-modes.outcome.well": "It goes well.",

  "views.failure-modes.collapse.name": "Mode collapse, in the plane",
  "views.failure-modes.collapse.what":
    "The generator finds one place that the discriminator takes for real, and makes nothing else. The discriminator is updated five times as often, at ten times the rate, with the saturating loss.",
  "views.failure-modes.collapse.tell": "How one tells: the made points lie on one of eight clusters, or on few.",
  "views.failure-modes.collapse.cure": "The cure: in turn, in pairs, and with a gradient penalty.",
  "views.failure-modes.collapse.broken": "Mode collapse is made to happen.",
  "views.failure-modes.collapse.mended": "Mode collapse is mended.",

  "views.failure-modes.collapse-digits.name": "Mode collapse, on digits",
  "views.failure-modes.collapse-digits.what":
    "Whatever the noise, nearly the same picture comes out: a deep generator of ReLU, and a loss that looks at each picture alone.",
  "views.failure-modes.collapse-digits.tell":
    "How one tells: the made pictures look alike, and few classes are among them.",
  "views.failure-modes.collapse-digits.cure":
    "The cure: LeakyReLU, real and made ones in pairs, and a gradient penalty.",
  "views.failure-modes.collapse-digits.broken": "Mode collapse on digits is made to happen.",
  "views.failure-modes.collapse-digits.mended": "Mode collapse on digits is mended.",

  "views.failure-modes.vanished.name": "Vanished gradient",
  "views.failure-modes.vanished.what":
    "The discriminator is far ahead: its loss falls to nothing, and with the saturating loss nothing is left for the generator to learn from.",
  "views.failure-modes.vanished.tell":
    "How one tells: the discriminator’s loss is at zero, real ones are real and made ones never, and what is made stays grey. A loss of zero is no success here.",
  "views.failure-modes.vanished.cure": "The cure: a loss that still pulls, equal rates, and a gradient penalty.",
  "views.failure-modes.vanished.broken": "The gradient is made to vanish.",
  "views.failure-modes.vanished.mended": "The vanished gradient is mended.",

  "views.failure-modes.weak.name": "A discriminator that is too weak",
  "views.failure-modes.weak.what":
    "The discriminator hardly learns: a thousandth of the usual rate. The generator deceives it at once, and learns nothing about real ones.",
  "views.failure-modes.weak.tell": "How one tells: made ones pass for real, and lie nowhere near them.",
  "views.failure-modes.weak.cure": "The cure: the same rate for both.",
  "views.failure-modes.weak.broken": "The discriminator is too weak.",
  "views.failure-modes.weak.mended": "The discriminator learns as fast as the generator.",

  "views.failure-modes.circling.name": "Circling",
  "views.failure-modes.circling.what":
    "The generator runs after the discriminator and the discriminator after the generator: Wasserstein’s loss without anything that holds its slope.",
  "views.failure-modes.circling.tell":
    "How one tells: made points move on and on, past the real ones, and the losses swing wider.",
  "views.failure-modes.circling.cure": "The cure: the same loss with a gradient penalty, which lets them come to rest.",
  "views.failure-modes.circling.broken": "The two are circling.",
  "views.failure-modes.circling.mended": "The circling is mended.",

  "views.failure-modes.too-fast.name": "A learning rate that is too high",
  "views.failure-modes.too-fast.what": "Fifty times the usual rate: each step jumps over what it aims for.",
  "views.failure-modes.too-fast.tell": "How one tells: what is made jumps about, and modes are found and lost again.",
  "views.failure-modes.too-fast.cure": "The cure: the usual rate.",
  "views.failure-modes.too-fast.broken": "The learning rate is too high.",
  "views.failure-modes.too-fast.mended": "The learning rate is as usual.",

  "views.failure-modes.memorising.name": "Memorising",
  "views.failure-modes.memorising.what":
    "Only 50 pictures to learn from: the discriminator knows them by heart, and the generator can only copy them.",
  "views.failure-modes.memorising.tell":
    "How one tells: what is made lies far nearer to the pictures that it learned from than to unseen ones, however good it looks.",
  "views.failure-modes.memorising.cure": "The cure: a hundred times as many pictures.",
  "views.failure-modes.memorising.broken": "There are only 50 pictures to learn from.",
  "views.failure-modes.memorising.mended": "There are 5,000 pictures to learn from.",
};
