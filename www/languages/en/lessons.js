// What stands around the lessons, in English; a lesson has its own words with it.

export default {
  "lessons.open": "Lessons",
  "lessons.title": "Lessons",
  "lessons.note": "Each sets up what it is about and asks you to do something. What you have now is kept meanwhile.",
  "lessons.close": "Close",
  "lessons.minutes": { one: "{count} minute", other: "{count} minutes" },
  "lessons.place": "Step {at} of {count}",
  "lessons.leave": "Leave the lesson",
  "lessons.back": "Back",
  "lessons.next": "Next",
  "lessons.finish": "Finish",
  "lessons.again": "Set this up again",
  "lessons.preparing": "Setting it up…",
  "lessons.wandered": "Something else runs now than this step is about.",
  "lessons.done": "Done.",

  "lessons.guess.make": "That is my guess",
  "lessons.guess.waiting": "Now it runs. Watch what comes of your guess.",
  "lessons.guess.sketch": "Your sketch of the loss",
  "lessons.guess.sketch.keys":
    "Draw from left to right. With the keyboard: left and right choose a place, up and down raise and lower the line.",
  "lessons.guess.sketch.place": "Step {step}: {loss} of the first loss",
  "lessons.guess.sketch.key.guess": "your guess",
  "lessons.guess.sketch.key.loss": "the loss",
  "lessons.guess.sketch.first": "the first loss",
  "lessons.guess.sketch.last": "step {step}",
  "lessons.guess.sketch.told": "At step {step} your line is at {guess} of the first loss, the real one at {loss}.",
  "lessons.guess.number": "Your guess",
  "lessons.guess.number.told": "Your guess was {guess}; it came to {value}.",
  "lessons.guess.choose": "What will happen?",
  "lessons.guess.choose.yours": "your guess",
  "lessons.guess.choose.true": "so it is",
  "lessons.guess.choose.right": "You guessed right.",
  "lessons.guess.choose.wrong": "It went another way than you guessed.",

  "errors.lessons-unreachable": "The lessons could not be loaded. Try again when you are online.",
};
