// Vad som sägs om en körning som är likadan på många maskiner.

export default {
  "engines.reproducible": "Lika på alla maskiner",
  "same-run.engine": "Avrundar lika på alla maskiner: en tråd och enkel SIMD, därför långsammare.",
  "same-run.checksum": "Kontrollsumma",
  "same-run.at-rest": "visas när träningen vilar.",
  "same-run.at": "vid steg {step}.",
  "same-run.same": "Samma länk ger samma på alla maskiner.",
  "same-run.differs": "En annan maskin kan få en annan.",
  "same-run.choose": "Gör den lika",
  "same-run.choose.all": "Gör den lika: börja om, likadant på alla maskiner",
  "same-run.link": "blir lika på alla maskiner",
  "same-run.link.note":
    "Långsammare, men lika till sista biten: alla ser samma sak vid samma steg, och kontrollsumman bland resultaten visar det.",
  "same-run.summary": "Körningens kontrollsumma vid steg {step}: {checksum}.",
};
