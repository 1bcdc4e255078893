// What the view of made pictures beside the nearest real ones says.

export default {
  "views.copies.title": "Kopierar den?",
  "views.copies.heading": "Kopierar den? Skapade bilder och de äkta som ligger närmast (memorering)",
  "views.copies.intro":
    "Tryck på en skapad bild: bredvid står de äkta som ligger närmast (närmaste grannar). Dem den lärt sig av är ofta många fler, så någon av dem ligger närmare redan av en slump.",
  "views.copies.wall": "Skapade bilder att välja bland",
  "views.copies.keys":
    "Tryck på en bild för att se de äkta som ligger närmast. Med tangentbordet: piltangenterna, sedan Enter.",
  "views.copies.picked": "Rad {row}, kolumn {column}: står nu bredvid de äkta som ligger närmast",
  "views.copies.likeness": "Jämför efter",
  "views.copies.by.pixels": "Pixel för pixel",
  "views.copies.by.features": "Efter särdrag",
  "views.copies.neighbours": "Den valda bilden och de äkta som ligger närmast",
  "views.copies.chosen": "Skapad",
  "views.copies.nearest.training": "Den lärt sig av (träningsdata)",
  "views.copies.nearest.test": "Den aldrig sett (testdata)",
  "views.copies.nearest.training.number": "Bild som den lärt sig av, nummer {number} i avstånd",
  "views.copies.nearest.test.number": "Bild som den aldrig sett, nummer {number} i avstånd",
  "views.copies.distance.pixels": "Under varje bild står dess avstånd, räknat över alla pixlar (euklidiskt).",
  "views.copies.distance.features":
    "Under varje bild står dess avstånd i särdrag, det som en klassificerare av siffror finner i dem (euklidiskt).",
  "views.copies.searching": "Söker de närmaste …",
  "views.copies.features": "Först tar en klassificerare fram de äkta bildernas särdrag …",
  "views.copies.key.training": "den lärt sig av",
  "views.copies.key.unseen": "den aldrig sett",
  "views.copies.compare": "Jämför {count}",
  "views.copies.offer": "Hur långt ligger {count} skapade från det den lärt sig av, och från det den aldrig sett?",
  "views.copies.counting": "{count} bilder skapas och jämförs …",
  "views.copies.counted": "Mätt vid steg {step}.",
  "views.copies.looking-back": "Du ser tillbaka. Gå till nu för att jämföra.",
  "views.copies.verdict.copies":
    "Kopior: avståndet till det den lärt sig av är {ratio} gånger avståndet till det den aldrig sett.",
  "views.copies.verdict.near":
    "Delvis kopierat: avståndet till det den lärt sig av är {ratio} gånger avståndet till det den aldrig sett.",
  "views.copies.verdict.new":
    "Inga kopior: avståndet till det den lärt sig av är ungefär lika stort som till det den aldrig sett ({ratio} gånger).",
  "views.copies.compared.pixels": {
    one: "{count} skapad bild, pixel för pixel: avståndet till den närmaste av {compared} den lärt sig av och till den närmaste av {compared} den aldrig sett. Lika många av varje: bland fler skulle den närmaste ligga närmare redan av en slump.",
    other:
      "{count} skapade bilder, pixel för pixel: för var och en avståndet till den närmaste av {compared} den lärt sig av och till den närmaste av {compared} den aldrig sett. Lika många av varje: bland fler skulle den närmaste ligga närmare redan av en slump.",
  },
  "views.copies.compared.features": {
    one: "{count} skapad bild, efter särdrag: avståndet till den närmaste av {compared} den lärt sig av och till den närmaste av {compared} den aldrig sett. Lika många av varje: bland fler skulle den närmaste ligga närmare redan av en slump.",
    other:
      "{count} skapade bilder, efter särdrag: för var och en avståndet till den närmaste av {compared} den lärt sig av och till den närmaste av {compared} den aldrig sett. Lika många av varje: bland fler skulle den närmaste ligga närmare redan av en slump.",
  },
  "views.copies.histogram": "Hur många skapade bilder som ligger hur långt från den närmaste",
  "views.copies.axis": "Avstånd till den närmaste",
  "views.copies.suspects": "De mest misstänkta skapade bilderna, och under varje den närmaste den lärt sig av",
  "views.copies.suspects.told":
    "De mest misstänkta: nära det den lärt sig av, långt från det den aldrig sett. Under varje står bilden den lärt sig av. Tryck på en för att se den stor.",
  "views.copies.few": {
    one: "Den lär sig av bara {count} bild och kan lära sig den utantill (överanpassning). Botemedlet är mer att lära av.",
    other:
      "Den lär sig av bara {count} bilder och kan lära sig dem utantill (överanpassning). Botemedlet är mer att lära av.",
  },
  "views.copies.cure": "Lär av alla bilder",
  "views.copies.summary.pixels":
    "Den valda skapade bilden ligger {training} från den närmaste den lärt sig av och {unseen} från den närmaste den aldrig sett, pixel för pixel.",
  "views.copies.summary.features":
    "Den valda skapade bilden ligger {training} från den närmaste den lärt sig av och {unseen} från den närmaste den aldrig sett, efter särdrag.",
};
