// What is said of links, of how they have the page shown, and of the full screen.

export default {
  "share.title": "Share this experiment",
  "share.lead":
    "The link holds all settings and the seed. Whoever opens it trains the same model, on their own machine.",
  "share.lead.own":
    "The link holds all settings and the seed. Your own pictures are not in it: they stay on this machine, and who opens it elsewhere begins with others.",
  "share.link": "Link",
  "share.copy": "Copy link",
  "share.copied": "Copied",
  "share.not-copied": "It could not be copied here. It is selected: copy it by hand.",
  "share.close": "Close",

  "share.on-disk":
    "This page is a file on your machine, so its address opens nothing for anyone else. What stands below, from # on, opens the same experiment in any copy of the page: put it after the address there.",
  "share.page": "Address of the page on the web, if you know it",
  "share.page.note": "With it there is a whole link, and a QR code. It is not stored.",
  "share.page.refused":
    "This is no address of a page on the web. Expected one such as https://school.example/playground/.",
  "share.settings": "Settings part of the link",
  "share.settings.copy": "Copy settings part",

  "share.shown": "Shown beside the view",
  "share.shown.controls": "Settings and things to try",
  "share.shown.results": "Results",
  "share.shown.families": "Choice of model",
  "share.shown.views": "Choice of view",
  "share.views": "Which views may be seen",
  "share.views.note": "None chosen means all of them.",

  "share.words": "Your own words",
  "share.text": "Text above the view",
  "share.question": "One question",
  "share.words.note": "Plain text. It stands in the link, so everyone who has the link can read it.",

  "share.start": "Training",
  "share.start.at-once": "begins at once",
  "share.start.paused": "waits for the reader",
  "share.start.until": "goes on to a step, then rests",
  "share.start.step": "Step",

  "share.reader": "For the reader",
  "share.language": "Language",
  "share.language.own": "The reader's own",
  "share.theme": "Colours",
  "share.theme.own": "The reader's own",
  "share.theme.light": "Light",
  "share.theme.dark": "Dark",

  "share.code": "QR code",
  "share.code.of": "QR code of the link above",
  "share.code.busy": "The code is being drawn…",
  "share.code.too-long":
    "The link is too long for a QR code that a phone can read. Shorten the text, or send the link.",
  "share.code.png": "Save as PNG",
  "share.code.svg": "Save as SVG",

  "share.embed": "On a page of your own",
  "share.embed.note":
    "Put this where it is to stand. It has the view and the training alone, from 320 by 400 pixels upward.",
  "share.embed.recipe": "HTML for your page",
  "share.embed.copy": "Copy HTML",

  "share.told": "From whoever shared this",
  "share.trains-to": "Trains to step {step}, then rests.",
  "share.rests": "Rests at step {step}. Press Train to go on.",
  "share.rests-first": "At rest. Press Train to begin.",
  "share.part": "This link shows a part of the page.",
  "share.everything": "Show everything",
  "share.open-whole": "Open the whole page",

  "share.full-screen": "Full screen",
  "share.full-screen.leave": "Leave full screen",
  "share.full-screen.key": "Full screen (F); projector (P)",
};
