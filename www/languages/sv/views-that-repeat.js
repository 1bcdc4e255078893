// Vad vyn säger där en skapad bild upprepas.

export default {
  "views.tiling.title": "Upprepa",
  "views.tiling.heading": "En bild upprepad: syns det någon skarv?",
  "views.tiling.wall": "Den valda bilden, tre gånger tre",
  "views.tiling.made": "Skapade. Tryck på en för att upprepa den.",
  "views.tiling.made.label": "Skapade bilder, att välja en bland som upprepas",
  "views.tiling.real": "Äkta, att jämföra med",
  "views.tiling.real.label": "Äkta bilder, att välja en bland som upprepas",
  "views.tiling.keys": "Tryck på en bild för att upprepa den. Med tangentbordet: piltangenterna, sedan Enter.",
  "views.tiling.picked": "Rad {row}, kolumn {column}: upprepas nu tre gånger tre",
  "views.tiling.new": "Nya",
  "views.tiling.save-wall": "Spara väggen",
  "views.tiling.save-tile": "Spara plattan",
  "views.tiling.figures": "Skarvarna i siffror",
  "views.tiling.figures.note":
    "Hur mycket grannpixlar skiljer sig över kanten, jämfört med inuti bilden (skarvkvot). Omkring 1 betyder att det inte finns någon skarv. En enskild bild kan ha mer eller mindre: det kan gå en linje längs dess kant.",
  "views.tiling.figure.own": "Den här bilden",
  "views.tiling.figure.made": "Alla skapade",
  "views.tiling.figure.real": "Äkta",
  "views.tiling.figure.strangers": "Äkta, var och en bredvid en annan",
  "views.tiling.follows.dense":
    "Lagren är täta: varje pixel hänger ihop med alla andra, så nätverket kan lära sig att högra sidan fortsätter vid den vänstra.",
  "views.tiling.follows.convolutional":
    "Lagren är faltningar, och de ser nollor utanför kanten (utfyllnad, padding): de vet inte vad som fortsätter på andra sidan.",
  "views.tiling.summary.made": "Vid steg {step}: en av {count} skapade bilder, upprepad tre gånger tre.",
  "views.tiling.summary.real": "Vid steg {step}: en äkta bild, upprepad tre gånger tre, bredvid {count} skapade.",
  "views.tiling.summary.figures":
    "Skarvkvot: den här bilden {own}, alla skapade {made}, äkta {real}; där olika äkta bilder står bredvid varandra {strangers}.",

  "ideas.variational.textures": "Plattor till ett spel",
  "datasets.textures": "Texturer",
  "classes.bricks": "tegel",
  "classes.ripples": "vågor",
  "classes.dots": "prickar",
  "classes.weave": "väv",
  "classes.cells": "celler",
  "classes.scales": "fjäll",
};
