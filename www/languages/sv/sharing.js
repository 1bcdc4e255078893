// Vad som sägs om länkar, om hur de visar sidan, och om helskärm.

export default {
  "share.title": "Dela experimentet",
  "share.lead":
    "Länken rymmer alla inställningar och slumpfröet. Den som öppnar den tränar samma modell, på sin egen maskin.",
  "share.lead.own":
    "Länken rymmer alla inställningar och slumpfröet. Dina egna bilder följer inte med: de stannar på den här maskinen, och den som öppnar länken någon annanstans börjar med andra.",
  "share.link": "Länk",
  "share.copy": "Kopiera länk",
  "share.copied": "Kopierad",
  "share.not-copied": "Det gick inte att kopiera här. Texten är markerad: kopiera den för hand.",
  "share.close": "Stäng",

  "share.on-disk":
    "Den här sidan är en fil på din dator, så dess adress öppnar ingenting för någon annan. Det som står nedan, från och med #, öppnar samma experiment i varje kopia av sidan: sätt det efter adressen där.",
  "share.page": "Sidans adress på webben, om du känner till den",
  "share.page.note": "Med den blir det en hel länk och en QR-kod. Adressen sparas inte.",
  "share.page.refused":
    "Det här är ingen adress till en sida på webben. Det ska vara en som https://skola.example/playground/.",
  "share.settings": "Länkens inställningsdel",
  "share.settings.copy": "Kopiera inställningsdelen",

  "share.shown": "Visas bredvid vyn",
  "share.shown.controls": "Inställningar och förslag",
  "share.shown.results": "Resultat",
  "share.shown.families": "Val av modell",
  "share.shown.views": "Val av vy",
  "share.views": "Vilka vyer som får ses",
  "share.views.note": "Om ingen är vald visas alla.",

  "share.words": "Dina egna ord",
  "share.text": "Text ovanför vyn",
  "share.question": "En fråga",
  "share.words.note": "Ren text. Den står i länken, så alla som har länken kan läsa den.",

  "share.start": "Träningen",
  "share.start.at-once": "börjar genast",
  "share.start.paused": "väntar på läsaren",
  "share.start.until": "går till ett visst steg och vilar sedan",
  "share.start.step": "Steg",

  "share.reader": "För läsaren",
  "share.language": "Språk",
  "share.language.own": "Läsarens eget",
  "share.theme": "Färger",
  "share.theme.own": "Läsarens egna",
  "share.theme.light": "Ljusa",
  "share.theme.dark": "Mörka",

  "share.code": "QR-kod",
  "share.code.of": "QR-kod för länken ovan",
  "share.code.busy": "Koden ritas …",
  "share.code.too-long": "Länken är för lång för en QR-kod som en telefon kan läsa. Korta texten, eller skicka länken.",
  "share.code.png": "Spara som PNG",
  "share.code.svg": "Spara som SVG",

  "share.embed": "På en egen sida",
  "share.embed.note":
    "Lägg detta där det ska stå. Det är bara vyn och träningen, från 320 gånger 400 pixlar och uppåt.",
  "share.embed.recipe": "HTML för din sida",
  "share.embed.copy": "Kopiera HTML",

  "share.told": "Från den som delade detta",
  "share.trains-to": "Tränar till steg {step} och vilar sedan.",
  "share.rests": "Vilar vid steg {step}. Tryck på Träna för att fortsätta.",
  "share.rests-first": "I vila. Tryck på Träna för att börja.",
  "share.part": "Länken visar en del av sidan.",
  "share.everything": "Visa allt",
  "share.open-whole": "Öppna hela sidan",

  "share.full-screen": "Helskärm",
  "share.full-screen.leave": "Lämna helskärm",
  "share.full-screen.key": "Helskärm (F); projektor (P)",
};
