// What the page says of the labels of pictures that a person brings, and of drawing them.

export default {
  "own-labels.none": "no label",
  "own-labels.label": "Label",
  "own-labels.folders":
    "In folders, also within an archive, a picture’s label is the name of its folder. IDX pictures may come with a file of labels.",
  "own-labels.groups": "Which are shown, by label",
  "own-labels.all": "All",
  "own-labels.gives": "Pressing one gives it a label",
  "own-labels.picked": "Row {row}, column {column}: has the label now",
  "own-labels.untold": {
    one: "One had a label beyond the {most} that there can be, and was left out.",
    other: "{count} had labels beyond the {most} that there can be, and were left out.",
  },
  "own-labels.told": "{count} labels: networks can be told them, and views show them.",
  "own-labels.one": "All have the same label: there is nothing to tell apart yet.",

  "own-labels.draw": "Draw",
  "own-labels.pad": "Pad for the next picture",
  "own-labels.pad.keys":
    "Draw by pointer or finger, and press Next. With the keyboard: arrow keys move, with Shift they draw, Space draws a dot, Delete clears, Enter stores it.",
  "own-labels.choose": "The label of what is drawn next",
  "own-labels.next": "Next",
  "own-labels.back": "Take back the last",
  "own-labels.stored": "Stored with the label “{label}”: {count} of them now.",
  "own-labels.not-stored": "Not stored: there is one like it already, or no room for more.",
  "own-labels.taken-back": "The last one is taken back.",
  "own-labels.draw.note":
    "Enter stores a drawing too. A reload takes them away, unless you tick the box below and learn from them, or save them as a file.",

  "own-labels.together": "Collect together",
  "own-labels.save": "Save as a file",
  "own-labels.saving": "Being written…",
  "own-labels.add": "Add from files",
  "own-labels.together.note":
    "To collect with others, each saves a file, and one adds them all: the same picture counts once. It is a zip archive with a folder of PNG pictures for each label, which other software reads too.",

  "errors.too-many-labels":
    "There are as many labels as there can be. Expected at most {most}. Give it one that is there already.",
  "errors.labels-alone":
    "These are {count} labels without pictures. Expected a file of as many pictures beside them. Choose both at once.",
};
