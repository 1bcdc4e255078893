// What the page says of data sets, and of pictures that a person brings.

export default {
  "data-sets.open": "Se alla data",
  "data-sets.title": "Vad nätverken ska lära sig av",
  "data-sets.close": "Stäng",
  "data-sets.in-file":
    "Den här sidan är en enda fil. I den finns siffrorna; punkter och signaler skapas ur fröet. Sidan på webben har fler datamängder, färdigtränade modeller och WebGPU.",
  "data-sets.kind.pictures": "Bilder",
  "data-sets.kind.points": "Punkter i planet",
  "data-sets.kind.signals": "Signaler",
  "data-sets.note":
    "{training} bilder att lära av, {test} osedda att mäta på, {megabytes} MB. {source}. Licens: {licence}.",
  "data-sets.points.note": "Skapas ur slumpfröet: så många som behövs.",
  "data-sets.signals.note": "Skapas ur slumpfröet: så många som behövs.",
  "data-sets.drawn.note": "Du ritar det som ska läras in.",
  "data-sets.own.note":
    "Välj, släpp, klistra in, fotografera eller rita. De stannar på den här datorn: ingenting skickas.",
  "data-sets.scarce": "Av ”{label}” lär sig nätverket av högst {count}.",
  "data-sets.scarce.all": "Börja om med alla",

  "own-pictures.open": "Använd egna bilder",
  "own-pictures.change": "Ändra dina bilder",
  "own-pictures.title": "Egna bilder",
  "own-pictures.private":
    "De lämnar aldrig den här datorn. Var och en görs grå, ljus på mörkt, och 28 gånger 28 pixlar stor, så som nätverken tar emot dem.",
  "own-pictures.choose": "Välj filer",
  "own-pictures.folder": "Välj en mapp",
  "own-pictures.camera": "Kamera",
  "own-pictures.camera.label": "Det kameran ser",
  "own-pictures.camera.shoot": "Ta bilden",
  "own-pictures.ways":
    "Eller släpp filer, mappar eller ett zip-arkiv här, eller klistra in en bild: PNG, JPEG, WebP, AVIF, GIF, SVG, IDX.",
  "own-pictures.reading": "Bilder läses in",
  "own-pictures.count": {
    one: "En bild",
    other: "{count} bilder",
  },
  "own-pictures.doubles": {
    one: "En fanns redan och togs inte med.",
    other: "{count} fanns redan och togs inte med.",
  },
  "own-pictures.surplus": "Inte med: {doubles} som redan fanns, {surplus} som var för många.",
  "own-pictures.refused": { one: "En gick inte att använda", other: "{count} gick inte att använda" },
  "own-pictures.grid": "Dina bilder",
  "own-pictures.grid.keys":
    "Tryck på en för att utesluta den, eller ge den en etikett. Med tangentbordet: piltangenterna, sedan Enter.",
  "own-pictures.grid.picked": "Rad {row}, kolumn {column}: utesluten",
  "own-pictures.earlier": "Tidigare",
  "own-pictures.later": "Senare",
  "own-pictures.back": "Ångra",
  "own-pictures.which": "{first} till {last} av {count}",
  "own-pictures.kept": "Behåll dem i den här webbläsaren, så att de finns kvar efter en omladdning",
  "own-pictures.least": "Det behövs minst {least} bilder, och högst {most} används.",
  "own-pictures.parts": "{training} används till att lära av, {test} sparas till att mäta på.",
  "own-pictures.parts.shifted":
    "{training} används till att lära av, {test} sparas till att mäta på. Eftersom de är få visas var och en också en pixel åt varje håll.",
  "own-pictures.learn": "Lär av de här",
  "own-pictures.clear": "Ta bort alla",

  "errors.own-pictures-gone":
    "De egna bilder som experimentet lärde av finns inte kvar här. De ska vara öppna på den här sidan eller sparade i webbläsaren. Ta med dem igen under ”Använd egna bilder”.",
  "errors.own-pictures-not-kept":
    "Dina bilder kunde inte sparas i webbläsaren. Det behövs plats för dem. Tryck på ”Lär av de här” en gång till för att använda dem så länge sidan är öppen.",
  "errors.camera-refused":
    "Det kom ingen bild från någon kamera. Det behövs en kamera och din tillåtelse. Tillåt den i webbläsaren, eller välj en fil.",
  "errors.archive-unreadable":
    "Arkivet ”{name}” gick inte att läsa. Det ska vara ett helt zip-arkiv. Prova ett annat, eller släpp filerna i det.",
  "errors.archive-too-large": "”{name}” blir {size} MB. Det får vara högst {most} MB. Välj färre bilder, eller mindre.",
  "errors.picture-too-narrow":
    "Bilden är {width} gånger {height} pixlar. Ingen sida får vara mer än {most} gånger den andra. Beskär den.",
};
