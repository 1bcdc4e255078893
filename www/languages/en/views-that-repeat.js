// What the view says in which a made picture is repeated.

export default {
  "views.tiling.title": "Tile",
  "views.tiling.heading": "One picture repeated: is there a seam?",
  "views.tiling.wall": "The chosen picture, three by three",
  "views.tiling.made": "Made. Press one to repeat it.",
  "views.tiling.made.label": "Made pictures, to choose one that is repeated",
  "views.tiling.real": "Real ones, to compare",
  "views.tiling.real.label": "Real pictures, to choose one that is repeated",
  "views.tiling.keys": "Press one to repeat it. With the keyboard: arrow keys, then Enter.",
  "views.tiling.picked": "Row {row}, column {column}: now repeated three by three",
  "views.tiling.new": "New ones",
  "views.tiling.save-wall": "Save the wall",
  "views.tiling.save-tile": "Save the tile",
  "views.tiling.figures": "Seams in figures",
  "views.tiling.figures.note":
    "How much neighbouring pixels differ across the border, beside how much they do inside (seam ratio). About 1 means no seam. A single picture may have more or less: a line may run along its border.",
  "views.tiling.figure.own": "This picture",
  "views.tiling.figure.made": "All made ones",
  "views.tiling.figure.real": "Real ones",
  "views.tiling.figure.strangers": "Real ones, each beside a different one",
  "views.tiling.follows.dense":
    "The layers are dense: each pixel is joined to all others, so the network can learn that the right side goes on at the left.",
  "views.tiling.follows.convolutional":
    "The layers are convolutions, which see zeros beyond the border (padding): they do not know what goes on at the other side.",
  "views.tiling.summary.made": "At step {step}: one of {count} made pictures, repeated three by three.",
  "views.tiling.summary.real": "At step {step}: a real picture, repeated three by three, beside {count} made ones.",
  "views.tiling.summary.figures":
    "Seam ratio: this picture {own}, all made ones {made}, real ones {real}; where different real ones stand beside each other, {strangers}.",

  "ideas.variational.textures": "Tiles for a game",
  "datasets.textures": "Textures",
  "classes.bricks": "bricks",
  "classes.ripples": "waves",
  "classes.dots": "dots",
  "classes.weave": "weave",
  "classes.cells": "cells",
  "classes.scales": "scales",
};
