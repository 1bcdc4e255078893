// What the view says in which a past step is gone on from in two branches.

export default {
  "views.branches.title": "Fork",
  "views.branches.heading": "Two branches of one past (fork): what both make",
  "views.branches.heading.rebuilt": "Two branches of one past (fork): what both rebuild",
  "views.branches.first": "As it was",
  "views.branches.second": "With the change",
  "views.branches.difference": "Difference",
  "views.branches.note":
    "Go on from a step of this experiment twice: once as it was, once with one setting changed, both on the CPU. The experiment itself rests meanwhile.",
  "views.branches.from": "From step",
  "views.branches.now": "now",
  "views.branches.setting": "But with",
  "views.branches.steps": "Train both for (steps)",
  "views.branches.begin": "Begin",
  "views.branches.no-step":
    "A number of steps is a whole number from 1. Leave the first field empty to go on from now.",
  "views.branches.finding": "Looking for the step…",
  "views.branches.returning": "Going back to step {step}, by training that part again: {share}",
  "views.branches.status": "Forked at step {from}. Changed: {change}. Both are at step {step}.",
  "views.branches.stopped": "Forked at step {from}. Changed: {change}. Both were at step {step} when one stopped.",
  "views.branches.nothing": "nothing",
  "views.branches.pause": "Pause",
  "views.branches.go-on": {
    one: "{count} step more",
    other: "{count} steps more",
  },
  "views.branches.keep.first": "Keep the one as it was",
  "views.branches.keep.second": "Keep the changed one",
  "views.branches.end": "End the fork",
  "views.branches.left":
    "There was a fork at step {from}; changed: {change}. Both had come to step {step}. Training gives the same again.",
  "views.branches.left.bring-back": "Bring it back",
  "views.branches.left.forget": "Forget it",
  "views.branches.made": "What both branches make, from the same noise or the same examples",
  "views.branches.pictures": "Pictures of both branches, and below them where they differ",
  "views.branches.points": "Points of both branches, each tied to its counterpart",
  "views.branches.waves": "Signals of both branches, one over the other",
  "views.branches.molecules": "Molecules of both branches, one below the other",
  "views.branches.loss": "Loss",
  "views.branches.chart": "The loss of both branches from the fork on",
  "views.branches.none": "Nothing is forked. Choose a step and a setting, then Begin.",
  "views.branches.summary":
    "Forked at step {from}. One branch goes on as it was; changed in the other: {change}. Both are at step {step}.",
  "views.branches.summary.loss": "{loss}: {first} as it was, {second} with the change.",
};
