// What a classifier with few labels gains from moved copies of its pictures, and from made ones.

export default {
  "views.few-labels.title": "More pictures",
  "views.few-labels.heading": "Few labels: do made pictures help a classifier?",
  "views.few-labels.note":
    "A small classifier learns from a few labelled pictures of each class, and from something beside them (data augmentation). The models that make pictures see the same few, and no others. {draws} draws of the labels, whatever comes of it.",
  "views.few-labels.labels": "Labels of each class",
  "views.few-labels.none": "The pictures alone",
  "views.few-labels.waiting": "Nothing is measured yet. A row takes a minute or two; what trains rests meanwhile.",
  "views.few-labels.moved": "Shifted and turned copies",
  "views.few-labels.variational": "Made by a VAE",
  "views.few-labels.adversarial": "Made by a GAN",
  "views.few-labels.start": "Measure all",
  "views.few-labels.stop": "Stop",
  "views.few-labels.row": "Measure {labels}",
  "views.few-labels.progress": "How far the measuring is",
  "views.few-labels.busy": "{labels} labels, draw {draw}: {what} ({share})",
  "views.few-labels.done": "A dot for each draw of the labels, from 0 to 100 %.",
  "views.few-labels.tested": {
    one: "Percent read right of {count} picture that nobody has seen; beside it the points gained over the pictures alone.",
    other:
      "Percent read right of {count} pictures that nobody has seen; beside it the points gained over the pictures alone.",
  },
  "views.few-labels.found": "With {labels} labels of each class {alone} are read right. {parts}.",
  "views.few-labels.found.clear": "{what}: {points} points",
  "views.few-labels.found.unclear": "{what}: {points} points, within the spread of the draws",
};
