// Det som står runt lektionerna, på svenska; en lektion har sina egna ord med sig.

export default {
  "lessons.open": "Lektioner",
  "lessons.title": "Lektioner",
  "lessons.note":
    "Varje lektion ställer i ordning det den handlar om och ber dig göra något. Det du har nu sparas så länge.",
  "lessons.close": "Stäng",
  "lessons.minutes": { one: "{count} minut", other: "{count} minuter" },
  "lessons.part": "Del {number}:",
  "lessons.finished": "Avslutad",
  "lessons.go-on": "Fortsätt: steg {at} av {count}",
  "lessons.from-the-beginning": "Från början",
  "lessons.kept": "Det du har avslutat och gissat sparas i den här webbläsaren och ingen annanstans.",
  "lessons.forget": "Glöm det som är gjort",
  "lessons.forgotten": "Det som var gjort är glömt.",
  "lessons.place": "Steg {at} av {count}",
  "lessons.leave": "Lämna lektionen",
  "lessons.back": "Tillbaka",
  "lessons.next": "Nästa",
  "lessons.finish": "Avsluta",
  "lessons.again": "Ställ i ordning igen",
  "lessons.preparing": "Ställer i ordning …",
  "lessons.wandered": "Nu körs något annat än det här steget handlar om.",
  "lessons.done": "Klart.",

  "lessons.guess.make": "Det är min gissning",
  "lessons.guess.waiting": "Nu körs det. Se hur det går med din gissning.",
  "lessons.guess.sketch": "Din skiss av förlusten",
  "lessons.guess.sketch.keys":
    "Rita från vänster till höger. Med tangentbordet: vänster och höger väljer plats, upp och ner höjer och sänker linjen.",
  "lessons.guess.sketch.place": "Steg {step}: {loss} av den första förlusten",
  "lessons.guess.sketch.key.guess": "din gissning",
  "lessons.guess.sketch.key.loss": "förlusten",
  "lessons.guess.sketch.first": "den första förlusten",
  "lessons.guess.sketch.last": "steg {step}",
  "lessons.guess.sketch.told":
    "Vid steg {step} ligger din linje på {guess} av den första förlusten, den verkliga på {loss}.",
  "lessons.guess.number": "Din gissning",
  "lessons.guess.number.told": "Du gissade {guess}; det blev {value}.",
  "lessons.guess.choose": "Vad kommer att hända?",
  "lessons.guess.choose.yours": "din gissning",
  "lessons.guess.choose.true": "så är det",
  "lessons.guess.choose.right": "Du gissade rätt.",
  "lessons.guess.choose.wrong": "Det gick inte som du gissade.",

  "errors.lessons-unreachable": "Lektionerna gick inte att hämta. Försök igen när du är uppkopplad.",
};
