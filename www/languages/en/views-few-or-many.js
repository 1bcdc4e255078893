// What the view of made pictures beside the nearest real ones says.

export default {
  "views.copies.title": "Did it copy?",
  "views.copies.heading": "Did it copy? Made pictures and the real ones nearest to them (memorisation)",
  "views.copies.intro":
    "Press a made picture: beside it stand the real ones nearest to it (nearest neighbours). Of those it learned from there are often many more, so that one is nearer by chance alone.",
  "views.copies.wall": "Made pictures to choose from",
  "views.copies.keys": "Press one to see the real ones nearest to it. With the keyboard: arrow keys, then Enter.",
  "views.copies.picked": "Row {row}, column {column}: now beside the real ones nearest to it",
  "views.copies.likeness": "Compare by",
  "views.copies.by.pixels": "By pixels",
  "views.copies.by.features": "By features",
  "views.copies.neighbours": "The chosen one and the real ones nearest to it",
  "views.copies.chosen": "Made",
  "views.copies.nearest.training": "Learned from (training data)",
  "views.copies.nearest.test": "Never seen (test data)",
  "views.copies.nearest.training.number": "Picture it learned from, number {number} by distance",
  "views.copies.nearest.test.number": "Picture it has never seen, number {number} by distance",
  "views.copies.distance.pixels": "Below each its distance, over all pixels (Euclidean).",
  "views.copies.distance.features":
    "Below each its distance in features, what a classifier of digits finds in them (Euclidean).",
  "views.copies.searching": "Searching for the nearest…",
  "views.copies.features": "A classifier looks at the real pictures first, for their features…",
  "views.copies.key.training": "learned from",
  "views.copies.key.unseen": "never seen",
  "views.copies.compare": "Compare {count}",
  "views.copies.offer": "How far do {count} made ones lie from what it learned from, and from what it has never seen?",
  "views.copies.counting": "{count} pictures are being made and compared…",
  "views.copies.counted": "Measured at step {step}.",
  "views.copies.looking-back": "You are looking back. Go back to now to compare.",
  "views.copies.verdict.copies":
    "Copies: made pictures lie {ratio} times as far from what it learned from as from what it has never seen.",
  "views.copies.verdict.near":
    "Partly copied: made pictures lie {ratio} times as far from what it learned from as from what it has never seen.",
  "views.copies.verdict.new":
    "Not copied: made pictures lie about as far from what it learned from as from what it has never seen ({ratio} times).",
  "views.copies.compared.pixels": {
    one: "{count} made picture, by pixels: its distance to the nearest of {compared} it learned from and to the nearest of {compared} it has never seen. As many of each, since among more the nearest would be nearer by chance alone.",
    other:
      "{count} made pictures, by pixels: of each the distance to the nearest of {compared} it learned from and to the nearest of {compared} it has never seen. As many of each, since among more the nearest would be nearer by chance alone.",
  },
  "views.copies.compared.features": {
    one: "{count} made picture, by features: its distance to the nearest of {compared} it learned from and to the nearest of {compared} it has never seen. As many of each, since among more the nearest would be nearer by chance alone.",
    other:
      "{count} made pictures, by features: of each the distance to the nearest of {compared} it learned from and to the nearest of {compared} it has never seen. As many of each, since among more the nearest would be nearer by chance alone.",
  },
  "views.copies.histogram": "How many made pictures lie how far from the nearest",
  "views.copies.axis": "Distance to the nearest",
  "views.copies.suspects": "The most suspicious made pictures, and below each the nearest it learned from",
  "views.copies.suspects.told":
    "The most suspicious ones: near to what it learned from, far from what it has never seen. Below each stands the picture it learned from. Press one to see it large.",
  "views.copies.few": {
    one: "It learns from {count} picture alone, and can know it by heart (overfitting). The cure is more to learn from.",
    other:
      "It learns from {count} pictures alone, and can know them by heart (overfitting). The cure is more to learn from.",
  },
  "views.copies.cure": "Learn from all pictures",
  "views.copies.summary.pixels":
    "The chosen made picture lies {training} from the nearest it learned from and {unseen} from the nearest it has never seen, by pixels.",
  "views.copies.summary.features":
    "The chosen made picture lies {training} from the nearest it learned from and {unseen} from the nearest it has never seen, by features.",
};
