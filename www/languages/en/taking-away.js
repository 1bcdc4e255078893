// What is said of what a person takes away: tables, the time line as an animation, a report.

export default {
  "tables.losses": "Save losses (CSV)",
  "tables.measures": "Save measures (CSV)",

  "timeline.animation": "Save time line",
  "timeline.animation.busy": "The animation is being made",
  "timeline.animation.cancel": "Cancel",
  "timeline.animation.saved": "Saved (GIF)",
  "timeline.animation.ended": "No animation was saved.",
  "errors.no-time-line":
    "There is no time line to save. Expected two steps to look back to, in a view with a picture. Train on for a moment, or choose another view.",

  "report.open": "Make a report",
  "report.lead": "All of this experiment on paper: settings, pictures, figures, sources, link.",
  "report.busy": "The report is being made…",
  "report.print": "Print",
  "report.close": "Close",
  "report.facts": "{when}. Step {step}, seed {seed}.",
  "report.view": "The view “{view}”",
  "report.settings": "Settings",
  "report.data": "Data",
  "report.only": "It learned from these alone: {labels}.",
  "report.scarce": "Of “{label}” it learned from {count} at most.",
  "report.link": "Link",
  "report.link.lead": "Opens the same experiment, which then learns from the start:",
  "report.link.any-copy":
    "After the address of any copy of the page it opens the same experiment, which then learns from the start:",
  "report.measured": {
    one: "At step {step}, on {count} example it had not seen",
    other: "At step {step}, on {count} examples it had not seen",
  },
  "report.not-measured": "Not measured yet. Press “Measure now” on the page first.",
  "report.measure": "Measure",
};
