// What the views say.

export default {
  "views.waiting": "Waiting for the network’s first work.",

  "views.groups.label": "What to do",
  "views.groups.watch": "Watch",
  "views.groups.inside": "Look inside",
  "views.groups.create": "Create",
  "views.groups.judge": "Judge",
  "views.groups.compare": "Compare",
  "views.label-choice": "Label",
  "views.label-choice.in-turn": "All in turn",

  "views.grid.keys": "Press one to put it on the draw pad. With the keyboard: arrow keys, then Enter.",
  "views.grid.cursor": "Row {row}, column {column}",
  "views.grid.picked": "Row {row}, column {column}: now on the draw pad",

  "views.choosing.place": "Picture {place}",
  "views.choosing.remove": "Remove",
  "views.choosing.clear": "Remove all",
  "views.choosing.candidates": "Pictures to choose from",
  "views.choosing.picked": "Row {row}, column {column}: pressed",
  "views.choosing.previous": "Previous",
  "views.choosing.more": "More pictures",
  "views.choosing.drawing": "Add the drawing",

  "views.key.real": "real",
  "views.key.made": "made",
  "views.key.rebuilt": "rebuilt",
  "views.key.decoded": "decoded",

  "views.wall.title": "Made",
  "views.wall.heading": "Made (generated) from the same noise all along",
  "views.wall.made.label": "Pictures the network makes",
  "views.wall.real.label": "Real pictures",
  "views.wall.summary": {
    one: "{count} picture made by the network at step {step}, beside {real} real ones.",
    other: "{count} pictures made by the network at step {step}, beside {real} real ones.",
  },
  "views.wall.discriminator":
    "On average the discriminator gives the made ones a probability of {made} of being real, and the real ones {real}.",

  "views.pairs.title": "Rebuilt",
  "views.pairs.heading": "Each real picture, and below it rebuilt (its reconstruction)",
  "views.pairs.heading.corrupted": "Rebuilt from corrupted pictures (denoising)",
  "views.pairs.heading.enlarged": "Made large from small pictures (encoder-decoder)",
  "views.pairs.label": "Real pictures, and below each what the network rebuilds",
  "views.pairs.original": "Original",
  "views.pairs.corrupted": "What the encoder is shown",
  "views.pairs.rebuilt": "Rebuilt",
  "views.pairs.summary": {
    one: "{count} real picture at step {step}, and below it the same rebuilt from its code.",
    other: "{count} real pictures at step {step}, and below each the same rebuilt from its code.",
  },
  "views.pairs.summary.corrupted": {
    one: "{count} picture at step {step} in three rows: the original, the corrupted one that the encoder is shown, and what is rebuilt from that.",
    other:
      "{count} pictures at step {step}, each in three rows: the original, the corrupted one that the encoder is shown, and what is rebuilt from that.",
  },
  "views.pairs.loss": "The reconstruction loss is {loss}.",
  "views.pairs.psnr": "Likeness to the original (PSNR), on test data",

  "views.map.title": "Map",
  "views.map.heading": "Every place decoded, and where the real ones lie (latent space)",
  "views.map.label": "Map of codes",
  "views.map.keys":
    "Point at a place to see what is decoded there; press to put it on the draw pad. With the keyboard: arrow keys, then Enter.",
  "views.map.grid.label": "What is decoded at every place of the map",
  "views.map.legend": "Labels",
  "views.map.signs": "Labels in place of dots",
  "views.map.signs.note": "Each real picture as its label, so that no colour has to be told from another",
  "views.map.cursor": "Code {first}; {second}",
  "views.map.picked": "The picture decoded here is now on the draw pad",
  "views.map.summary": {
    one: "At step {step}: {count} real picture as a dot at its code, coloured by its label, beside a grid of {pictures} decoded places.",
    other:
      "At step {step}: {count} real pictures as dots at their codes, coloured by label, beside a grid of {pictures} decoded places.",
  },
  "views.map.key.drawing": "your drawing",
  "views.map.plane": "The map is the plane in which the codes spread most (PCA).",
  "views.map.cursor.plane": "Place {first}; {second}",
  "views.map.within":
    "{one}, {two} and {three} of the codes lie within 1, 2 and 3 standard deviations, the three contours; of N(0, I) it is {first}, {second} and {third}.",
  "views.map.resample": "Resample",
  "views.map.resample.note": "From your drawing’s cloud of codes",
  "views.map.resampled.label": "Pictures decoded from codes drawn from the posterior of your drawing",
  "views.map.draw-something": "Draw something: its code is a cloud, the posterior, and is shown on the map.",
  "views.map.summary.posterior":
    "The posterior of the drawing lies around {x}; {y}, with half axes of {first} and {second}. {count} pictures are decoded from codes drawn from it.",

  "views.walks.title": "Walks",
  "views.walks.heading": "On the way from one picture to another (interpolation)",
  "views.walks.choose": "Choose one of the two, then a picture to take its place",
  "views.walks.first": "First",
  "views.walks.second": "Second",
  "views.walks.use-drawing": "Take the drawing",
  "views.walks.strip": "Real pictures to choose from",
  "views.walks.keys": "Press one to choose it for the walk. With the keyboard: arrow keys, then Enter.",
  "views.walks.picked": "Picture {column} is chosen",
  "views.walks.straight": "Straight from code to code",
  "views.walks.sphere": "Along the sphere (slerp)",
  "views.walks.note":
    "Codes drawn from N(0, I) lie near a sphere, the more numbers they have the nearer: the straight way leaves it, the other stays on it.",
  "views.walks.arithmetic": "Arithmetic: to the first picture is added the way from one class to another",
  "views.walks.from": "From",
  "views.walks.to": "to",
  "views.walks.amount": "Amount",
  "views.walks.sum": "The first picture plus {amount} times the way from {from} to {to}.",
  "views.walks.sum.label": "The first picture, and what is decoded from the sum",
  "views.walks.summary":
    "At step {step}: {count} pictures decoded on the straight way between the two that are chosen, and as many along the sphere.",

  "views.divergences.title": "Each number",
  "views.divergences.heading": "What each number of the code tells (divergence from N(0, 1))",
  "views.divergences.unit": "Number",
  "views.divergences.divergence": "Divergence, in nats",
  "views.divergences.mean": "Mean (pulled to 0)",
  "views.divergences.variance": "Variance (pulled to 1)",
  "views.divergences.idle": "not used",
  "views.divergences.all": {
    one: "The only number of the code is used.",
    other: "All {count} numbers of the code are used.",
  },
  "views.divergences.collapse":
    "{used} of {count} numbers are used. The others, below {least} nats, look like N(0, 1) whatever is encoded: posterior collapse.",
  "views.divergences.note":
    "The divergence is how much a number tells of an example, on average. Each nat costs in the loss, so a number that does not pay for itself is given up.",
  "views.divergences.summary":
    "At step {step} number {unit} tells most, {divergence} nats; its mean is {mean}, that of N(0, 1) is 0, and its variance is {variance}, that of N(0, 1) is 1.",

  "views.waves.title": "Signals",
  "views.waves.heading.mended": "Signals mended (denoising)",
  "views.waves.heading.rebuilt": "Signals rebuilt (reconstruction)",
  "views.waves.label": "Signals as lines",
  "views.waves.own": "Draw a wave of your own",
  "views.waves.own.label": "Your wave",
  "views.waves.own.keys":
    "Draw from left to right. With the keyboard: left and right choose a place, up and down raise and lower it, Delete clears.",
  "views.waves.own.cursor": "Place {place} of {count}: {value}",
  "views.waves.summary.mended": {
    one: "{count} signal at step {step}: the original, the corrupted one that the encoder is shown, and what is mended from that.",
    other:
      "{count} signals at step {step}: each original, the corrupted one that the encoder is shown, and what is mended from that.",
  },
  "views.waves.summary.rebuilt": {
    one: "{count} signal at step {step}, and over it the same rebuilt from its code.",
    other: "{count} signals at step {step}, and over each the same rebuilt from its code.",
  },

  "views.made-waves.title": "Made",
  "views.made-waves.heading": "Made signals beside real ones",
  "views.made-waves.label": "Made signals and real ones, in turn",
  "views.made-waves.summary": {
    one: "{count} signal at step {step}.",
    other: "{count} signals at step {step}, made and real ones in turn.",
  },

  "views.outliers.title": "Odd ones",
  "views.outliers.heading": "How odd each unseen picture is (anomaly detection)",
  "views.outliers.key.normal": "normal",
  "views.outliers.key.odd": "odd",
  "views.outliers.key.baseline": "PCA’s curve",
  "views.outliers.waiting": "The unseen pictures have not been scored yet.",
  "views.outliers.drawing": "your drawing",
  "views.outliers.threshold": "Threshold",
  "views.outliers.found": "odd ones found",
  "views.outliers.false-alarms": "false alarms",
  "views.outliers.rates": "{found} of the odd ones found, {alarms} of the normal ones called odd (false alarms)",
  "views.outliers.areas": "Area under the ROC curve: {area}. {name}: {theirs}. Guessing: 0.5.",
  "views.outliers.area": "Area under the ROC curve: {area}. Guessing: 0.5.",
  "views.outliers.most": "The oddest of them",
  "views.outliers.least": "The least odd",
  "views.outliers.summary":
    "Anomaly scores of {count} unseen pictures at step {step}: at this threshold {found} of the odd ones are found, and {alarms} of the normal ones are called odd.",
  "views.outliers.summary.drawing": "The drawing has the score {score}.",

  "views.bottleneck.title": "Code sizes",
  "views.bottleneck.heading": "The error by the size of the code (dimensionality reduction)",
  "views.bottleneck.key.network": "network",
  "views.bottleneck.key.baseline": "PCA of the same size",
  "views.bottleneck.note":
    "The same network with a code of 1 to 64 numbers, each trained for {steps} steps. The fewer numbers, the more is lost. What trains above rests meanwhile.",
  "views.bottleneck.start": "Try every size",
  "views.bottleneck.stop": "Stop",
  "views.bottleneck.progress": "How far it has come",
  "views.bottleneck.busy": "Code of {code}: {share} of all is done",
  "views.bottleneck.press": "Press a point to train with that code.",
  "views.bottleneck.axis": "Numbers in the code",
  "views.bottleneck.point": "Code {code}: error {error}, PCA {baseline}",
  "views.bottleneck.point.alone": "Code {code}: error {error}",
  "views.bottleneck.none": "No size has been tried yet.",

  "views.responses.title": "Features",
  "views.responses.choice": "What to look at",
  "views.responses.elsewhere": "At that step something else was looked at here.",
  "views.responses.unit.first": "Unit {unit} of the first layer",
  "views.responses.unit.code": "Number {unit} of the code",
  "views.responses.activations": "Training pictures that excite it most: activation {most} down to {least}.",
  "views.responses.activations.none": "No picture excites it more than another: it is not used (a dead unit).",
  "views.responses.exciting": "Training pictures that excite it most",

  "views.responses.traversal.part": "Turn a number",
  "views.responses.traversal.heading": "What each number of the code does (latent traversal)",
  "views.responses.traversal.note":
    "In each row one number of the code goes from 2 deviations below its mean to 2 above, and is decoded; all others stay at their means.",
  "views.responses.traversal.note.drawn":
    "In each row one number of the code goes from 2 deviations below its mean to 2 above, and is decoded; all others stay as in the picture on the draw pad.",
  "views.responses.traversal.more": {
    one: "Of all {all}, the {count} that matters most is here.",
    other: "Of all {all}, the {count} that matter most are here.",
  },
  "views.responses.traversal.label": "Decoded pictures, in each row another number of the code turned",
  "views.responses.traversal.mean": "mean",
  "views.responses.traversal.deviations": "{value} σ",
  "views.responses.traversal.summary": {
    one: "At step {step}: {count} of the {all} numbers of the code, in a row of {steps} decoded pictures.",
    other:
      "At step {step}: {count} of the {all} numbers of the code, each in a row of {steps} decoded pictures through which it rises.",
  },

  "views.responses.filters.part": "First layer",
  "views.responses.filters.heading": "What the first layer looks for (filters)",
  "views.responses.filters.note":
    "The weights of each unit: ink excites it where they are positive, holds it back where negative. Press one to see what excites it most.",
  "views.responses.filters.positive": "positive weight",
  "views.responses.filters.negative": "negative weight",
  "views.responses.filters.label": "Weights of each unit of the first layer",
  "views.responses.filters.keys": "Press one to choose it. With the keyboard: arrow keys.",
  "views.responses.filters.chosen": "Weights of the chosen unit",
  "views.responses.filters.summary": {
    one: "At step {step}: the weights of {count} unit of the first layer as a picture.",
    other: "At step {step}: the weights of {count} units of the first layer as pictures.",
  },

  "views.responses.activation.part": "What excites a number",
  "views.responses.activation.heading": "What each number of the code responds to (activation)",
  "views.responses.activation.note":
    "Choose a number of the code. What the pictures that make it largest have in common is what it stands for.",
  "views.responses.activation.choice": "Number of the code",
  "views.responses.activation.summary": {
    one: "At step {step}: {count} number in the code.",
    other: "At step {step}: one of the {count} numbers of the code.",
  },

  "views.responses.probe.part": "Read labels",
  "views.responses.probe.heading": "What the code is good for (linear probe)",
  "views.responses.probe.note":
    "A linear classifier learns from a few labelled pictures and is tested on unseen ones: the better the features it is given, the more it gets right. Each dot is one draw of the labels; the lines go through the middle ones.",
  "views.responses.probe.start": "Measure",
  "views.responses.probe.stop": "Stop",
  "views.responses.probe.progress": "How far it has come",
  "views.responses.probe.busy": "{at} of {all}",
  "views.responses.probe.measured": "Tested on {count} unseen pictures, at step {when}.",
  "views.responses.probe.none": "Nothing has been measured yet.",
  "views.responses.probe.unreadable": "There are no labels to tell apart: the data have none, or only one is learned.",
  "views.responses.probe.codes": "codes",
  "views.responses.probe.pixels": "pixels",
  "views.responses.probe.components": "PCA of the same size",
  "views.responses.probe.chance": "guessing",
  "views.responses.probe.labels": { one: "{count} label", other: "{count} labels" },
  "views.responses.probe.caption": "Share of unseen pictures whose label is read rightly, the middle of the draws",
  "views.responses.probe.point": {
    one: "{count} label: codes {codes}, pixels {pixels}, PCA {components}",
    other: "{count} labels: codes {codes}, pixels {pixels}, PCA {components}",
  },
};
