// Vad vyn över det som går fel säger.

export default {
  "views.failure-modes.title": "Vad som går fel",
  "views.failure-modes.heading": "Vad som går fel, med flit, och botemedlet",
  "views.failure-modes.intro":
    "Två nätverk som tävlar kan misslyckas tillsammans på sina egna sätt. Varje tryck börjar ett nytt experiment från första steget; det går att gå tillbaka till det förra.",
  "views.failure-modes.none": "Inget av detta tränas nu.",
  "views.failure-modes.broken": "Låt det hända",
  "views.failure-modes.mended": "Bota det",
  "views.failure-modes.after.broken": "När det går fel",
  "views.failure-modes.after.mended": "När det är botat",
  "views.failure-modes.figure": "{name}: {value}",
  "views.failure-modes.figure.beside": "{name}: {value} (äkta: {real})",
  "views.failure-modes.wait": "steg {step} av {steps}",
  "views.failure-modes.outcome.failed": "Där är det: det har gått fel.",
  "views.failure-modes.outcome.between": "Något mittemellan. Låt det träna vidare, eller prova ett annat slumpfrö.",
  "views.failure-modes.outcome.well": "Det går bra.",

  "views.failure-modes.collapse.name": "Modkollaps, i planet",
  "views.failure-modes.collapse.what":
    "Generatorn hittar ett ställe som diskriminatorn tar för äkta, och skapar inget annat. Diskriminatorn uppdateras fem gånger så ofta, i tio gånger så hög takt, med den mättande förlusten.",
  "views.failure-modes.collapse.tell":
    "Så märks det: de skapade punkterna ligger i ett av åtta kluster, eller i några få.",
  "views.failure-modes.collapse.cure": "Botemedlet: turvis, parvis, och med gradientstraff.",
  "views.failure-modes.collapse.broken": "Modkollapsen får hända.",
  "views.failure-modes.collapse.mended": "Modkollapsen är botad.",

  "views.failure-modes.collapse-digits.name": "Modkollaps, på siffror",
  "views.failure-modes.collapse-digits.what":
    "Vilket brus det än är kommer nästan samma bild ut: en djup generator med ReLU, och en förlust som ser på varje bild för sig.",
  "views.failure-modes.collapse-digits.tell":
    "Så märks det: de skapade bilderna liknar varandra, och få klasser finns bland dem.",
  "views.failure-modes.collapse-digits.cure": "Botemedlet: LeakyReLU, äkta och skapade parvis, och gradientstraff.",
  "views.failure-modes.collapse-digits.broken": "Modkollapsen på siffror får hända.",
  "views.failure-modes.collapse-digits.mended": "Modkollapsen på siffror är botad.",

  "views.failure-modes.vanished.name": "Försvunnen gradient",
  "views.failure-modes.vanished.what":
    "Diskriminatorn är långt före: dess förlust faller till ingenting, och med den mättande förlusten finns inget kvar för generatorn att lära av.",
  "views.failure-modes.vanished.tell":
    "Så märks det: diskriminatorns förlust är noll, äkta är äkta och skapade aldrig, och det som skapas förblir grått. En förlust på noll är ingen framgång här.",
  "views.failure-modes.vanished.cure": "Botemedlet: en förlust som fortfarande drar, lika takter, och gradientstraff.",
  "views.failure-modes.vanished.broken": "Gradienten får försvinna.",
  "views.failure-modes.vanished.mended": "Den försvunna gradienten är botad.",

  "views.failure-modes.weak.name": "En för svag diskriminator",
  "views.failure-modes.weak.what":
    "Diskriminatorn lär sig knappt: en tusendel av den vanliga takten. Generatorn lurar den genast, och lär sig inget om äkta.",
  "views.failure-modes.weak.tell": "Så märks det: skapade godtas som äkta, och ligger inte alls nära dem.",
  "views.failure-modes.weak.cure": "Botemedlet: samma takt för båda.",
  "views.failure-modes.weak.broken": "Diskriminatorn är för svag.",
  "views.failure-modes.weak.mended": "Diskriminatorn lär sig lika fort som generatorn.",

  "views.failure-modes.circling.name": "Rundgång",
  "views.failure-modes.circling.what":
    "Generatorn springer efter diskriminatorn och diskriminatorn efter generatorn: Wassersteins förlust utan något som håller lutningen.",
  "views.failure-modes.circling.tell":
    "Så märks det: skapade punkter rör sig hela tiden, förbi de äkta, och förlusterna svänger allt mer.",
  "views.failure-modes.circling.cure": "Botemedlet: samma förlust med gradientstraff, som låter dem komma till ro.",
  "views.failure-modes.circling.broken": "De två går runt i cirklar.",
  "views.failure-modes.circling.mended": "Rundgången är botad.",

  "views.failure-modes.too-fast.name": "För hög inlärningstakt",
  "views.failure-modes.too-fast.what":
    "Femtio gånger den vanliga takten: varje steg hoppar över det som det siktar på.",
  "views.failure-modes.too-fast.tell":
    "Så märks det: det som skapas hoppar omkring, och kluster hittas och tappas igen.",
  "views.failure-modes.too-fast.cure": "Botemedlet: den vanliga takten.",
  "views.failure-modes.too-fast.broken": "Inlärningstakten är för hög.",
  "views.failure-modes.too-fast.mended": "Inlärningstakten är den vanliga.",

  "views.failure-modes.memorising.name": "Memorering",
  "views.failure-modes.memorising.what":
    "Bara 50 bilder att lära av: diskriminatorn kan dem utantill, och generatorn kan bara härma dem.",
  "views.failure-modes.memorising.tell":
    "Så märks det: det som skapas ligger mycket närmare bilderna som lärdes in än osedda bilder, hur bra det än ser ut.",
  "views.failure-modes.memorising.cure": "Botemedlet: hundra gånger så många bilder.",
  "views.failure-modes.memorising.broken": "Det finns bara 50 bilder att lära av.",
  "views.failure-modes.memorising.mended": "Det finns 5 000 bilder att lära av.",
};
