// What the view of points says.

export default {
  "views.plane.title": "Plane",
  "views.plane.heading": "The plane",
  "views.plane.heading.discriminator": "The plane, as the discriminator sees it",
  "views.plane.label": "Points in the plane, over what the network makes of each place",
  "views.plane.key.taken-for-real": "taken for real",
  "views.plane.key.taken-for-made": "taken for made",
  "views.plane.key.well-rebuilt": "well rebuilt",
  "views.plane.key.badly-rebuilt": "badly rebuilt",
  "views.plane.summary.made": {
    one: "{count} made point and {real} real ones at step {step}.",
    other: "{count} made points and {real} real ones at step {step}.",
  },
  "views.plane.summary.rebuilt": {
    one: "{real} real point at step {step}, tied to the {count} rebuilt from it.",
    other: "{real} real points at step {step}, each tied to the one of {count} that was rebuilt from it.",
  },
  "views.plane.summary.corrupted": {
    one: "{real} real point at step {step}; the corrupted one that the encoder is shown is tied to the {count} rebuilt from it.",
    other:
      "{real} real points at step {step}; each corrupted one that the encoder is shown is tied to the one of {count} that was rebuilt from it.",
  },
  "views.plane.discriminator":
    "On average the discriminator gives the made ones a probability of {made} of being real, and the real ones {real}.",

  "views.plane.layers": "Layers of the plane",
  "views.plane.layer.real": "Real points",
  "views.plane.layer.real.note": "Points of the training data",
  "views.plane.layer.made": "Made points",
  "views.plane.layer.made.note": "Points from the same noise all along",
  "views.plane.layer.rebuilt": "Rebuilt points",
  "views.plane.layer.rebuilt.note": "The same real points, each rebuilt from its code",
  "views.plane.layer.verdicts": "Discriminator",
  "views.plane.layer.verdicts.note": "The discriminator’s probability of being real, at every place",
  "views.plane.layer.anomaly": "Anomaly score",
  "views.plane.layer.anomaly.note": "How well each place is rebuilt",
  "views.plane.layer.noise": "Grid of noise",
  "views.plane.layer.noise.note":
    "A grid over the first two numbers of the noise, the others 0, as the generator warps it. Where its lines lie close, many points are made.",
  "views.plane.layer.codes": "Grid of codes",
  "views.plane.layer.codes.note":
    "A grid over the first two numbers of the code, the others 0, as the decoder warps it. Where its lines lie close, many points are made.",
  "views.plane.layer.arrows": "Gradient",
  "views.plane.layer.arrows.note":
    "Where the generator’s loss wants each made point to go: minus its gradient. A longer arrow is a larger one.",
  "views.plane.layer.trail": "Trail",
  "views.plane.layer.trail.note": "Where each made point was in the last seconds",
  "views.plane.layer.rebuilt-trail": "Trail of the rebuilt",
  "views.plane.layer.rebuilt-trail.note": "Where each rebuilt point was in the last seconds",
  "views.plane.summary.layers": "Layers shown: {layers}.",
  "views.plane.summary.none": "No layer is shown.",

  "views.own-points.title": "Draw points",
  "views.own-points.heading": "Draw what is to be learned",
  "views.own-points.label": "A plane to draw points in",
  "views.own-points.keys":
    "Draw with the pointer. With the keyboard: arrow keys move a cross, Space draws a point, Backspace takes the last one back.",
  "views.own-points.key.drawn": "drawn",
  "views.own-points.key.rebuilt": "rebuilt",
  "views.own-points.back": "Take back",
  "views.own-points.clear": "Clear",
  "views.own-points.none":
    "Draw points, with the pointer or a finger. Until then the network goes on with those it has.",
  "views.own-points.count": {
    one: "{count} point. The network learns from what you draw.",
    other: "{count} points. The network learns from what you draw.",
  },
  "views.own-points.full": "{count} points: there is room for no more.",
  "views.own-points.cross": {
    one: "Cross at {x}, {y}. {count} point drawn.",
    other: "Cross at {x}, {y}. {count} points drawn.",
  },
  "views.own-points.summary.made": {
    one: "{count} made point at step {step}.",
    other: "{count} made points at step {step}.",
  },
  "views.own-points.summary.rebuilt": {
    one: "{count} point rebuilt at step {step}.",
    other: "{count} points rebuilt at step {step}.",
  },
  "views.own-points.paste": "Paste two columns",
  "views.own-points.columns": "Two columns of numbers, x and y",
  "views.own-points.columns.note":
    "From a spreadsheet or a file: a point a line, x and y. They are moved and scaled to fit.",
  "views.own-points.take": "Learn from these",
};
