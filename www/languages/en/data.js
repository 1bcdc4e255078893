// What the page says of data sets, and of pictures that a person brings.

export default {
  "data-sets.open": "See all data",
  "data-sets.title": "What to learn from",
  "data-sets.close": "Close",
  "data-sets.in-file":
    "This page is one file. It carries the digits; points and signals are made from the seed. The page on the web has more data sets, trained models and WebGPU.",
  "data-sets.kind.pictures": "Pictures",
  "data-sets.kind.points": "Points in the plane",
  "data-sets.kind.signals": "Signals",
  "data-sets.note":
    "{training} pictures to learn from, {test} unseen ones to measure on, {megabytes} MB. {source}. Licence: {licence}.",
  "data-sets.points.note": "Made from the seed: as many as are needed.",
  "data-sets.signals.note": "Made from the seed: as many as are needed.",
  "data-sets.drawn.note": "You draw what is to be learned.",
  "data-sets.own.note": "Choose, drop, paste, photograph or draw them. They stay on this machine: nothing is sent.",
  "data-sets.scarce": "Of “{label}” it learns from {count} at most.",
  "data-sets.scarce.all": "Start over with all of them",

  "own-pictures.open": "Use your own pictures",
  "own-pictures.change": "Change your pictures",
  "own-pictures.title": "Pictures of your own",
  "own-pictures.private":
    "They never leave this machine. Each is made grey, light on dark, and 28 by 28 pixels large, as the networks take them.",
  "own-pictures.choose": "Choose files",
  "own-pictures.folder": "Choose a folder",
  "own-pictures.camera": "Camera",
  "own-pictures.camera.label": "What the camera sees",
  "own-pictures.camera.shoot": "Take the picture",
  "own-pictures.ways":
    "Or drop files, folders or a zip archive here, or paste a picture: PNG, JPEG, WebP, AVIF, GIF, SVG, IDX.",
  "own-pictures.reading": "Pictures are being read",
  "own-pictures.count": {
    one: "One picture",
    other: "{count} pictures",
  },
  "own-pictures.doubles": {
    one: "One was there already, and was left out.",
    other: "{count} were there already, and were left out.",
  },
  "own-pictures.surplus": "Left out: {doubles} that were there already, {surplus} that were too many.",
  "own-pictures.refused": { one: "One could not be used", other: "{count} could not be used" },
  "own-pictures.grid": "Your pictures",
  "own-pictures.grid.keys":
    "Press one to leave it out, or to give it a label. With the keyboard: arrow keys, then Enter.",
  "own-pictures.grid.picked": "Row {row}, column {column}: left out",
  "own-pictures.earlier": "Earlier",
  "own-pictures.later": "Later",
  "own-pictures.back": "Take back",
  "own-pictures.which": "{first} to {last} of {count}",
  "own-pictures.kept": "Keep them in this browser, so that they are there after a reload",
  "own-pictures.least": "At least {least} pictures are needed, and at most {most} are used.",
  "own-pictures.parts": "{training} are learned from, {test} are kept apart to measure on.",
  "own-pictures.parts.shifted":
    "{training} are learned from, {test} are kept apart to measure on. Since they are few, each is also shown one pixel to every side.",
  "own-pictures.learn": "Learn from these",
  "own-pictures.clear": "Remove all",

  "errors.own-pictures-gone":
    "The pictures of your own that this experiment learned from are no longer here. Expected them to be open in this page, or kept in this browser. Bring them again under “Use your own pictures”.",
  "errors.own-pictures-not-kept":
    "Your pictures could not be kept in this browser. Expected room for them. Press “Learn from these” once more to use them as long as this page is open.",
  "errors.camera-refused":
    "There is no picture from a camera. Expected a camera, and your permission. Allow it in the browser, or choose a file.",
  "errors.archive-unreadable":
    "The archive “{name}” could not be read. Expected a whole zip archive. Try another one, or drop its files.",
  "errors.archive-too-large":
    "“{name}” comes to {size} MB. Expected at most {most} MB. Choose fewer pictures, or smaller ones.",
  "errors.picture-too-narrow":
    "The picture is {width} by {height} pixels. Expected no side to be more than {most} times the other. Crop it.",
};
