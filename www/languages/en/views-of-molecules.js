// What the views of molecules say.

export default {
  "views.structures.title": "Rebuilt",
  "views.structures.heading": "Unseen molecules rebuilt (reconstruction)",
  "views.structures.label": "Unseen molecules, and below each what comes back from its code",
  "views.structures.summary": {
    one: "{count} unseen molecule at step {step}, of which {same} came back as the same one.",
    other: "{count} unseen molecules at step {step}, of which {same} came back as the same ones.",
  },

  "views.made-structures.title": "Made",
  "views.made-structures.heading": "Molecules made from noise",
  "views.made-structures.label": "Made molecules",
  "views.made-structures.none": "no molecule",
  "views.made-structures.others": "Make others",
  "views.made-structures.count": "Count {count}",
  "views.made-structures.counting": "They are being read: {share}",
  "views.made-structures.counted": "As they were at step {step}",
  "views.made-structures.column.real": "Real, unseen",
  "views.made-structures.column.made": "Made",
  "views.made-structures.column.independent": "Symbols drawn one by one",
  "views.made-structures.share.parsed": "are molecules (validity)",
  "views.made-structures.share.fresh": "and not among those learned from (novelty)",
  "views.made-structures.share.different": "and differ from each other (uniqueness)",
  "views.made-structures.rings.0": "Of these, no ring",
  "views.made-structures.rings.1": "one ring",
  "views.made-structures.rings.2": "two rings",
  "views.made-structures.rings.3": "three rings or more",
  "views.made-structures.summary": {
    one: "{count} of {all} made at step {step} is a molecule.",
    other: "{count} of {all} made at step {step} are molecules.",
  },
  "views.made-structures.summary.counted":
    "Of {count} made at step {step}, {own} are molecules that are new and differ; of symbols drawn one by one, {beside}.",

  "views.structure-walks.title": "Walks",
  "views.structure-walks.heading": "From one molecule to another",
  "views.structure-walks.way": "Molecules on the way",
  "views.structure-walks.offered": "Molecules to choose from",
  "views.structure-walks.choose": "Press a molecule to put it at this end:",
  "views.structure-walks.first": "First",
  "views.structure-walks.second": "Second",
  "views.structure-walks.keys": "Press one to choose it. With the keyboard: arrow keys, then Enter.",
  "views.structure-walks.spoken": "Molecule {smiles}",
  "views.structure-walks.picked.first": "First: {smiles}",
  "views.structure-walks.picked.second": "Second: {smiles}",
  "views.structure-walks.summary": {
    one: "From {from} to {to} through {count} other at step {step}.",
    other: "From {from} to {to} through {count} others at step {step}.",
  },
};
