// Vad som sägs om det man tar med sig: tabeller, tidslinjen som animation, en rapport.

export default {
  "tables.losses": "Spara förluster (CSV)",
  "tables.measures": "Spara mätvärden (CSV)",

  "timeline.animation": "Spara tidslinje",
  "timeline.animation.busy": "Animationen görs",
  "timeline.animation.cancel": "Avbryt",
  "timeline.animation.saved": "Sparad (GIF)",
  "timeline.animation.ended": "Ingen animation sparades.",
  "errors.no-time-line":
    "Det finns ingen tidslinje att spara. Det behövs två steg att se tillbaka på, i en vy med bild. Träna en stund till eller välj en annan vy.",

  "report.open": "Gör en rapport",
  "report.lead": "Hela experimentet på papper: inställningar, bilder, mätvärden, källor, länk.",
  "report.busy": "Rapporten görs …",
  "report.print": "Skriv ut",
  "report.close": "Stäng",
  "report.facts": "{when}. Steg {step}, slumpfrö {seed}.",
  "report.view": "Vyn ”{view}”",
  "report.settings": "Inställningar",
  "report.data": "Datamängd",
  "report.only": "Nätverket har bara lärt av: {labels}.",
  "report.scarce": "Av ”{label}” har nätverket lärt av högst {count}.",
  "report.link": "Länk",
  "report.link.lead": "Öppnar samma experiment, som då lär sig från början:",
  "report.link.any-copy":
    "Efter adressen till vilken kopia av sidan som helst öppnar den samma experiment, som då lär sig från början:",
  "report.measured": {
    one: "Vid steg {step}, på {count} osett exempel",
    other: "Vid steg {step}, på {count} osedda exempel",
  },
  "report.not-measured": "Inte mätt ännu. Tryck först på ”Mät nu” på sidan.",
  "report.measure": "Mått",
};
