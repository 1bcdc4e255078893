// Whom a model serves worst, by label, and what more of their data does to it.

export default {
  "views.worst-served.title": "Served worst",
  "views.worst-served.heading.error": "Whom does it serve worst? The error of each class",
  "views.worst-served.heading.score": "Whom does it accuse? The verdicts on each class",
  "views.worst-served.waiting":
    "Waiting for real pictures that were not learned from (test data), and for the first figures.",
  "views.worst-served.key.error": "Error",
  "views.worst-served.key.score": "Taken for real",
  "views.worst-served.key.mean": "Mean of all",
  "views.worst-served.key.pca": "PCA’s error",
  "views.worst-served.key.before": "Before",
  "views.worst-served.about.error":
    "How far {count} unseen pictures, rebuilt, lie from the originals (mean squared error) at step {step}. Mean: {mean}.",
  "views.worst-served.about.score":
    "How probably real the discriminator finds {count} unseen real pictures at step {step}. Mean: {mean}.",
  "views.worst-served.rows": "The classes, the one that is served worst first",
  "views.worst-served.column.label": "Class",
  "views.worst-served.column.error": "Error",
  "views.worst-served.column.score": "Probability of being real",
  "views.worst-served.column.training": "Learned from",
  "views.worst-served.row.error": "{label}: error {value}",
  "views.worst-served.row.score": "{label}: probability of being real {value}",
  "views.worst-served.row.components": "PCA’s {value}",
  "views.worst-served.row.before": "before {value}",
  "views.worst-served.row.training": { one: "learned from {count} picture", other: "learned from {count} pictures" },
  "views.worst-served.pictures": "The pictures of this class that are served worst",
  "views.worst-served.worst.error": "“{label}”: the pictures that are rebuilt worst",
  "views.worst-served.worst.score": "“{label}”: the real pictures that it most surely takes for made",
  "views.worst-served.note.error": "Above the unseen originals, below what the network makes of them.",
  "views.worst-served.note.score":
    "Below each its probability of being real, as the discriminator sees it. Of all unseen ones of this class it takes {refused} for made.",
  "views.worst-served.mending": "What do more pictures do to it?",
  "views.worst-served.few": "Begin with few of “{label}” ({count})",
  "views.worst-served.all": "Begin with all of them",
  "views.worst-served.mending.note":
    "The experiment begins anew from the same seed, and the figures of now stay beside the new ones, step by step: let both train about as long.",
  "views.worst-served.before.error": {
    one: "Before, “{label}” had {count} picture: error {value}, mean {mean}, at step {step}.",
    other: "Before, “{label}” had {count} pictures: error {value}, mean {mean}, at step {step}.",
  },
  "views.worst-served.now.error": {
    one: "Now it has {count} picture: error {value}, mean {mean}, at step {step}.",
    other: "Now it has {count} pictures: error {value}, mean {mean}, at step {step}.",
  },
  "views.worst-served.before.score": {
    one: "Before, “{label}” had {count} picture: probably real {value}, mean {mean}, at step {step}.",
    other: "Before, “{label}” had {count} pictures: probably real {value}, mean {mean}, at step {step}.",
  },
  "views.worst-served.now.score": {
    one: "Now it has {count} picture: probably real {value}, mean {mean}, at step {step}.",
    other: "Now it has {count} pictures: probably real {value}, mean {mean}, at step {step}.",
  },
  "views.worst-served.follows":
    "A model is good at what it has seen much of. Those who are rare in the data get more of its errors: that is bias, and it can be measured, and mended with more of their data.",
  "views.worst-served.summary.error":
    "At step {step} “{worst}” is rebuilt worst (error {most}) and “{best}” best ({least}); the mean is {mean}.",
  "views.worst-served.summary.score":
    "At step {step} real pictures of “{worst}” are taken for real least ({most}), of “{best}” most ({least}); the mean is {mean}.",
};
