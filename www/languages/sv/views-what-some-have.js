// Vad vyn säger där bilder får mer av det som vissa har och andra saknar.

export default {
  "views.attributes.title": "Mer av det",
  "views.attributes.heading": "Mer av det som vissa har och andra saknar",
  "views.attributes.less": "Mindre av det",
  "views.attributes.more": "Mer av det",
  "views.attributes.count": "{count} av {most} bilder",
  "views.attributes.full": "{count} av {most} bilder: ta bort en för att välja en annan",
  "views.attributes.into": "Valda bilder hamnar i:",
  "views.attributes.real": "Äkta bilder",
  "views.attributes.keys": "Tryck på en för att lägga den i gruppen. Med tangentbordet: piltangenterna, sedan Enter.",
  "views.attributes.empty":
    "Lägg bilder i båda grupperna, till exempel tunna och feta: det som den andra gruppen har och den första saknar läggs då till bilderna nedan.",
  "views.attributes.note":
    "Läggs till varje kod, så många gånger du vill: den andra gruppens medelkod minus den förstas (attributvektorn).",
  "views.attributes.amount": "Hur mycket",
  "views.attributes.times": "{amount} gånger vägen från mindre till mer",
  "views.attributes.result": "Bilder som de är, återskapade och med ändringen",
  "views.attributes.original": "Som de är",
  "views.attributes.rebuilt": "Återskapade, utan ändringen",
  "views.attributes.changed": "Med ändringen",
  "views.attributes.summary": {
    one: "Vid steg {step}: {count} bild, ändrad med {amount} gånger det som {more} valda bilder har och {less} saknar.",
    other:
      "Vid steg {step}: {count} bilder, alla ändrade med {amount} gånger det som {more} valda bilder har och {less} saknar.",
  },
};
