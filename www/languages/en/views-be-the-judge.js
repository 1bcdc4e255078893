// What the view says in which a person does the discriminator’s job.

export default {
  "views.turing-test.title": "Be the discriminator",
  "views.turing-test.heading": "Be the discriminator: real or made?",
  "views.turing-test.invitation":
    "You are shown ten pictures, one at a time. Some are real, and nobody has learned from them (test data); the others the generator makes at this moment. Can you tell them apart? This is known as a visual Turing test.",
  "views.turing-test.begin": "Begin",
  "views.turing-test.again": "Again",
  "views.turing-test.choosing": "Ten pictures are being picked…",
  "views.turing-test.looking-back": "You are looking back. A round is played against the generator of now.",
  "views.turing-test.picture": "The picture to be judged",
  "views.turing-test.progress": "Picture {turn} of {count}",
  "views.turing-test.real": "Real",
  "views.turing-test.real.key": "R",
  "views.turing-test.made": "Made",
  "views.turing-test.made.key": "M",
  "views.turing-test.outcome": "How it went",
  "views.turing-test.score.own": "You: {right} of {count}",
  "views.turing-test.score.network": "The discriminator: {right} of {count}",
  "views.turing-test.time": "It took you {time}.",
  "views.turing-test.table": "The ten pictures",
  "views.turing-test.number": "Picture {number}",
  "views.turing-test.column.picture": "Picture",
  "views.turing-test.column.truth": "It was",
  "views.turing-test.column.own": "You said",
  "views.turing-test.column.network": "Network said",
  "views.turing-test.said.real": "real",
  "views.turing-test.said.made": "made",
  "views.turing-test.right": "(right)",
  "views.turing-test.wrong": "(wrong)",
  "views.turing-test.curve": "Right answers of ten, round by round",
  "views.turing-test.own": "You",
  "views.turing-test.network": "The discriminator",
  "views.turing-test.chance": "Guessing",
  "views.turing-test.step": "Step {step}",
  "views.turing-test.follows":
    "When people do no better than by guessing, the generator has learned to deceive them; the discriminator may still tell, for it looks at other things than people do.",
  "views.turing-test.summary": {
    one: "One round so far: at step {step} you had {own} of 10 right, the discriminator {network}.",
    other:
      "{count} rounds so far: in the last, at step {step}, you had {own} of 10 right, the discriminator {network}.",
  },
};
