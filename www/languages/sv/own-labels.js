// What the page says of the labels of pictures that a person brings, and of drawing them.

export default {
  "own-labels.none": "utan etikett",
  "own-labels.label": "Etikett",
  "own-labels.folders":
    "I mappar, också inuti ett arkiv, får en bild mappens namn som etikett. Till IDX-bilder går det att lägga en fil med etiketter.",
  "own-labels.groups": "Vilka som visas, efter etikett",
  "own-labels.all": "Alla",
  "own-labels.gives": "Ett tryck på en bild ger den en etikett",
  "own-labels.picked": "Rad {row}, kolumn {column}: har etiketten nu",
  "own-labels.untold": {
    one: "En hade en etikett utöver de {most} som får finnas, och togs inte med.",
    other: "{count} hade etiketter utöver de {most} som får finnas, och togs inte med.",
  },
  "own-labels.told": "{count} etiketter: nätverken kan få veta dem, och vyerna visar dem.",
  "own-labels.one": "Alla har samma etikett: än finns inget att skilja åt.",

  "own-labels.draw": "Rita",
  "own-labels.pad": "Rityta för nästa bild",
  "own-labels.pad.keys":
    "Rita med mus, penna eller finger, och tryck på Nästa. Med tangentbordet: piltangenterna flyttar, med Skift ritar de, mellanslag ritar en punkt, Delete rensar, Enter lägger till bilden.",
  "own-labels.choose": "Etikett på det som ritas härnäst",
  "own-labels.next": "Nästa",
  "own-labels.back": "Ångra den senaste",
  "own-labels.stored": "Tillagd med etiketten ”{label}”: nu {count} sådana.",
  "own-labels.not-stored": "Inte tillagd: det finns redan en likadan, eller så är det fullt.",
  "own-labels.taken-back": "Den senaste är borttagen.",
  "own-labels.draw.note":
    "Enter lägger också till en teckning. Vid en omladdning försvinner de, om du inte kryssar i rutan nedan och lär av dem, eller sparar dem som en fil.",

  "own-labels.together": "Samla tillsammans",
  "own-labels.save": "Spara som fil",
  "own-labels.saving": "Skrivs…",
  "own-labels.add": "Lägg till från filer",
  "own-labels.together.note":
    "För att samla flera personers bilder sparar var och en sin fil, och någon lägger till alla: samma bild räknas en gång. Det är ett zip-arkiv med en mapp PNG-bilder för varje etikett, som andra program också läser.",

  "errors.too-many-labels":
    "Det finns så många etiketter som det får finnas. Det får vara högst {most}. Ge bilden en som redan finns.",
  "errors.labels-alone":
    "Det här är {count} etiketter utan bilder. Det ska finnas en fil med lika många bilder bredvid. Välj båda på en gång.",
};
