// What stands around the views says.

export default {
  "panels.diagram.heading": "The network",
  "panels.diagram.layers": "{name}, layers of {widths}",
  "panels.diagram.noise": "Noise {size}",
  "panels.diagram.code": "Code {size}",
  "panels.diagram.code.spread": "Code ± spread {size}",
  "panels.diagram.generator": "Generator",
  "panels.diagram.discriminator": "Discriminator",
  "panels.diagram.generator.still": "Generator (stands still)",
  "panels.diagram.discriminator.still": "Discriminator (stands still)",
  "panels.diagram.encoder": "Encoder",
  "panels.diagram.decoder": "Decoder",
  "panels.diagram.corrupted": "Corrupted",
  "panels.diagram.real": "Real",
  "panels.diagram.made": "Made",
  "panels.diagram.rebuilt": "Rebuilt",
  "panels.diagram.score.real": "real is real",
  "panels.diagram.score.made": "made is real",
  "panels.diagram.summary": "The network takes {inputs} numbers an example and has a code of {code}.",

  "panels.draw-pad.heading": "Draw, and ask",
  "panels.draw-pad.label": "Draw pad",
  "panels.draw-pad.keys":
    "Draw by pointer or finger. With the keyboard: arrow keys move, with Shift they draw, Space draws a dot, Delete clears.",
  "panels.draw-pad.clear": "Clear",
  "panels.draw-pad.use-example": "Use an example",
  "panels.draw-pad.code": "The code of the drawing, a bar for each number",
  "panels.draw-pad.corrupted": "What the encoder is shown: the drawing, corrupted",
  "panels.draw-pad.rebuilt": "The drawing rebuilt from its code",
  "panels.draw-pad.anomaly": "How odd (anomaly score)",
  "panels.draw-pad.times-usual": "{times} × the usual",
  "panels.draw-pad.discriminator-says": "The discriminator says",
  "panels.draw-pad.probability": "Probability of being real",
  "panels.draw-pad.real": "{share} real",
  "panels.draw-pad.draw-something": "Draw a picture.",
  "panels.draw-pad.summary.corrupted": "The encoder is shown the drawing corrupted.",
  "panels.draw-pad.summary.rebuilt": {
    one: "The picture on the draw pad has a code of {count} number and an anomaly score of {score}, {times} times the usual.",
    other:
      "The picture on the draw pad has a code of {count} numbers and an anomaly score of {score}, {times} times the usual.",
  },
  "panels.draw-pad.summary.probability":
    "The discriminator gives the picture on the draw pad a probability of {share} of being real.",

  "panels.losses.heading": "Loss",
  "panels.losses.chart": "Losses over the training steps",
  "panels.losses.step": "Step",
  "panels.losses.waiting": "No losses yet: they come with the next step.",
  "panels.losses.summary": "Losses at step {step}: {losses}.",
  "panels.losses.discriminator": "Discriminator",
  "panels.losses.generator": "Generator",
  "panels.losses.reconstruction": "Reconstruction",
  "panels.losses.negativeElbo": "Sum (−ELBO)",
  "panels.losses.divergence": "Pull on codes (KL)",
  "panels.losses.meaning.discriminator-wins":
    "The discriminator tells real from made almost every time: little to learn from for the generator.",
  "panels.losses.meaning.discriminator-ahead":
    "The discriminator is ahead, and what it says shows the generator where to improve.",
  "panels.losses.meaning.close":
    "Close: many made ones pass for real. These losses need not fall; look at what is made.",
  "panels.losses.meaning.hardly-apart":
    "The discriminator can hardly tell them apart. That is the aim, if what is made is good and varied.",
  "panels.losses.meaning.codes-empty":
    "The codes carry almost nothing: the pull towards a normal distribution is too strong, or it is early.",
  "panels.losses.meaning.elbo":
    "Rebuilding well costs spread-out codes; the KL pull keeps them near a normal distribution. The sum is minimised.",
  "panels.losses.meaning.reconstruction":
    "How far the rebuilt ones are from what went in. It falls fast, then slowly: the code is the bottleneck.",
  "panels.losses.meaning.sparse":
    "How far the rebuilt ones are from what went in. Codes are kept small besides, so each picture uses few of their numbers.",
  "panels.losses.meaning.denoising":
    "How far the rebuilt ones are from the originals, which the encoder never sees: it is shown corrupted ones.",

  "panels.measures.heading": "Measured",
  "panels.measures.now": "Measure now",
  "panels.measures.busy": "measuring…",
  "panels.measures.not-yet": "not measured yet",
  "panels.measures.at-step": "at step {step}",
  "panels.measures.unseen": "On unseen data (test set)",
  "panels.measures.count": "On {count} unseen",
  "panels.measures.of-count": "On {count} of them.",
  "panels.measures.network": "Network",
  "panels.measures.baseline": "To compare (baseline)",
  "panels.measures.ahead": "better than the baseline",
  "panels.measures.lower": "lower is better",
  "panels.measures.higher": "higher is better",

  "measures.meanSquaredError": "Error of rebuilt ones (MSE)",
  "measures.meanSquaredError.note": "Mean squared error on test data. PCA is the best linear code of that size.",
  "measures.psnr": "Likeness to the original (PSNR)",
  "measures.psnr.note":
    "Peak signal-to-noise ratio of what is rebuilt from corrupted test data, beside that of the corrupted ones themselves.",
  "measures.snr": "Likeness to the original (SNR)",
  "measures.snr.note": "Signal-to-noise ratio of mended test signals: 3 dB more is half the error.",
  "measures.rocArea": "Odd ones told apart (ROC area)",
  "measures.rocArea.note":
    "How likely an odd test picture has a higher anomaly score than a normal one. 0.5 is guessing.",
  "measures.negativeElbo": "Surprise (−ELBO)",
  "measures.negativeElbo.note": "How surprising test data are to the model, at most. Lower is better.",
  "measures.negativeLogLikelihood": "Unlikeliness (−log-likelihood)",
  "measures.negativeLogLikelihood.note":
    "Estimated by importance sampling: 20 codes for each of some test pictures. −ELBO is never below it.",
  "measures.sparseness": "Sparse codes",
  "measures.sparseness.note":
    "How few numbers say what a code says (Hoyer): 0 where all are as large, 1 where a single one does.",
  "measures.codeMean": "Centre of the codes, off by",
  "measures.codeMean.note": "The units’ mean distance of their mean code from 0, which N(0, I) has.",
  "measures.codeVariance": "Spread of the codes, off by",
  "measures.codeVariance.note": "The units’ mean distance of their variance from 1, which N(0, I) has.",
  "measures.modesCovered": "Modes found",
  "measures.modesCovered.note": "Clusters of the real points that at least some made points fall on.",
  "measures.nearAMode": "Points near a mode",
  "measures.nearAMode.note": "Made points within three deviations of a cluster.",
  "measures.coverage": "Real places covered",
  "measures.coverage.note": "Real ones with a made one close by.",
  "measures.memorization": "Not copied (memorisation)",
  "measures.memorization.note":
    "How far the nearest training picture lies, over the nearest of as many unseen ones. 1: nothing is copied; near 0: all of it is.",
  "measures.frechetDistance": "Distance from real ones (Fréchet)",
  "measures.frechetDistance.note":
    "How far made pictures lie from real ones in what a small classifier sees in them. Two halves of the real ones stand beside.",
  "measures.sure": "Easy to read",
  "measures.sure.note": "Made pictures of whose class a small classifier is over 95 % sure.",
  "measures.classesPresent": "Classes made",
  "measures.classesPresent.note": "Classes that at least one in a hundred of the made pictures belongs to.",
  "measures.precision": "Made ones like real ones (precision)",
  "measures.precision.note": "Made pictures that lie among the real ones, in what a small classifier sees in them.",
  "measures.recall": "Real ones it could make (recall)",
  "measures.recall.note": "Real pictures that lie among the made ones: variety.",
  "measures.kullbackLeibler": "Divergence of made from real (KL)",
  "measures.kullbackLeibler.note":
    "Kullback-Leibler divergence on a grid of 32 by 32 cells: large where there is something real and nothing made. That of other real points is the least that can be had.",
  "measures.jensenShannon": "Divergence both ways (JS)",
  "measures.jensenShannon.note":
    "Jensen-Shannon divergence on the same grid: 0 where made and real points lie alike, at most 0.69 (ln 2).",
  "measures.discriminatorAccuracy": "Discriminator right (accuracy)",
  "measures.discriminatorAccuracy.note": "How often it tells real from made. Half of the time is guessing.",

  "baselines.pca": "PCA-{size}",
  "baselines.independent-pixels": "independent pixels",
  "baselines.real-data": "real data",
  "baselines.guessing": "guessing",
  "baselines.corrupted-input": "corrupted input",
  "baselines.3x3-median": "3×3 median",
  "baselines.ridge-regression": "best linear map",
  "baselines.moving-average": "moving average",
  "baselines.wiener-filter": "Wiener filter",
  "baselines.nearest": "nearest pixel",
  "baselines.bicubic": "bicubic",
  "baselines.one-sample": "one sample",
  "baselines.samples-of-n-0-i-": "samples of N(0, I)",

  "units.classes": { one: "{value} class", other: "{value} classes" },
  "units.modes": { one: "{value} mode", other: "{value} modes" },
  "units.nats": { one: "{value} nat", other: "{value} nats" },
  "units.dB": "{value} dB",
};
