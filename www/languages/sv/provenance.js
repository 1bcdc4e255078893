// Vad bilder får säga om sig själva, och vad sidan säger om det.

export default {
  "provenance.description":
    "Skapad av en modell ({family}) som har lärt av ”{dataset}”, vid steg {step}, ur slumpfröet {seed}.",

  "picture-reader.open": "Fråga en bild",
  "picture-reader.title": "Vad en bild säger om sig själv (proveniens)",
  "picture-reader.close": "Stäng",
  "picture-reader.lead":
    "Bilder som sparas här säger inne i filen att en modell har skapat dem, och vilken. Andra program kan läsa det, och sidan läser vad andra skriver.",
  "picture-reader.choose": "Välj en bild",
  "picture-reader.ways": "Eller släpp den här, eller klistra in den. Den stannar på den här datorn.",
  "picture-reader.reading": "Läser …",
  "picture-reader.made": "{name} säger att en modell har skapat den.",
  "picture-reader.partly": "{name} säger att en modell har skapat en del av den.",
  "picture-reader.camera": "{name} säger att en kamera har tagit den.",
  "picture-reader.other": "{name} säger om hur den kom till: {type}.",
  "picture-reader.untold": "{name} säger inte hur den kom till.",
  "picture-reader.nothing": "{name}: ingenting sägs.",
  "picture-reader.by": "Av: {tool}",
  "picture-reader.from": "Går att se på:",
  "picture-reader.from-any-copy": "Går att se i varje kopia av sidan, efter dess adress:",
  "picture-reader.proves":
    "Det som sägs kan vara fel, och att ingenting sägs bevisar ingenting: vem som helst kan skriva det, utelämna det eller ta bort det, och många program tappar det på vägen.",
};
