// What pictures are told to say of themselves, and what the page says of that.

export default {
  "provenance.description":
    "Made by a model ({family}) that learned from “{dataset}”, at step {step}, from seed {seed}.",

  "picture-reader.open": "Ask a picture",
  "picture-reader.title": "What a picture says of itself (provenance)",
  "picture-reader.close": "Close",
  "picture-reader.lead":
    "Pictures that are saved here say inside the file that a model made them, and which. Other programs can read that, and this page reads what others write.",
  "picture-reader.choose": "Choose a picture",
  "picture-reader.ways": "Or drop it here, or paste it. It stays on this machine.",
  "picture-reader.reading": "Reading…",
  "picture-reader.made": "{name} says that a model made it.",
  "picture-reader.partly": "{name} says that a model made a part of it.",
  "picture-reader.camera": "{name} says that a camera took it.",
  "picture-reader.other": "{name} says of how it came about: {type}.",
  "picture-reader.untold": "{name} does not say how it came about.",
  "picture-reader.nothing": "{name}: nothing is said.",
  "picture-reader.by": "By: {tool}",
  "picture-reader.from": "To be seen at:",
  "picture-reader.from-any-copy": "To be seen in any copy of the page, after its address:",
  "picture-reader.proves":
    "What is said can be wrong, and saying nothing proves nothing: anybody can write it, leave it out or take it away, and many programs drop it on the way.",
};
