// Vad det som står runt vyerna säger.

export default {
  "panels.diagram.heading": "Nätverket",
  "panels.diagram.layers": "{name}, lager med {widths}",
  "panels.diagram.noise": "Brus {size}",
  "panels.diagram.code": "Kod {size}",
  "panels.diagram.code.spread": "Kod ± spridning {size}",
  "panels.diagram.generator": "Generator",
  "panels.diagram.discriminator": "Diskriminator",
  "panels.diagram.encoder": "Kodare",
  "panels.diagram.decoder": "Avkodare",
  "panels.diagram.corrupted": "Störd",
  "panels.diagram.real": "Äkta",
  "panels.diagram.made": "Skapad",
  "panels.diagram.rebuilt": "Återskapad",
  "panels.diagram.score.real": "äkta är äkta",
  "panels.diagram.score.made": "skapad är äkta",
  "panels.diagram.summary": "Nätverket tar emot {inputs} tal per exempel och har en kod på {code}.",

  "panels.draw-pad.heading": "Rita och fråga",
  "panels.draw-pad.label": "Rityta",
  "panels.draw-pad.keys":
    "Rita med mus, penna eller finger. Med tangentbordet: piltangenterna flyttar, med Skift ritar de, mellanslag ritar en punkt, Delete rensar.",
  "panels.draw-pad.clear": "Rensa",
  "panels.draw-pad.use-example": "Ta ett exempel",
  "panels.draw-pad.code": "Teckningens kod, en stapel för varje tal",
  "panels.draw-pad.rebuilt": "Teckningen återskapad ur sin kod",
  "panels.draw-pad.anomaly": "Hur udda (avvikelsemått)",
  "panels.draw-pad.times-usual": "{times} × det vanliga",
  "panels.draw-pad.discriminator-says": "Diskriminatorn säger",
  "panels.draw-pad.probability": "Sannolikheten att vara äkta",
  "panels.draw-pad.real": "{share} äkta",
  "panels.draw-pad.draw-something": "Rita en bild.",
  "panels.draw-pad.summary.rebuilt": {
    one: "Bilden på ritytan har en kod på {count} tal och avvikelsemåttet {score}, {times} gånger det vanliga.",
    other: "Bilden på ritytan har en kod på {count} tal och avvikelsemåttet {score}, {times} gånger det vanliga.",
  },
  "panels.draw-pad.summary.probability": "Diskriminatorn ger bilden på ritytan sannolikheten {share} att vara äkta.",

  "panels.losses.heading": "Förlust",
  "panels.losses.chart": "Förlusterna under träningens steg",
  "panels.losses.step": "Steg",
  "panels.losses.waiting": "Ingenting har tränats ännu.",
  "panels.losses.summary": "Förluster vid steg {step}: {losses}.",
  "panels.losses.discriminator": "Diskriminator",
  "panels.losses.generator": "Generator",
  "panels.losses.reconstruction": "Rekonstruktion",
  "panels.losses.negativeElbo": "Summa (−ELBO)",
  "panels.losses.divergence": "Dragning i koderna (KL)",
  "panels.losses.meaning.discriminator-wins":
    "Diskriminatorn skiljer äkta från skapade nästan varje gång: generatorn får inte mycket att lära av.",
  "panels.losses.meaning.discriminator-ahead":
    "Diskriminatorn ligger före, och dess svar visar generatorn var den kan bli bättre.",
  "panels.losses.meaning.close":
    "Jämnt: många skapade tas för äkta. De här förlusterna behöver inte sjunka; titta på det som skapas.",
  "panels.losses.meaning.hardly-apart":
    "Diskriminatorn kan knappt skilja dem åt. Det är målet, om det som skapas är bra och varierat.",
  "panels.losses.meaning.codes-empty":
    "Koderna bär nästan ingenting: dragningen mot en normalfördelning är för stark, eller så är det tidigt.",
  "panels.losses.meaning.elbo":
    "Att återskapa väl kräver utspridda koder; KL-termen håller dem nära en normalfördelning. Summan minimeras.",
  "panels.losses.meaning.reconstruction":
    "Hur långt de återskapade är från det som gick in. Förlusten sjunker först fort, sedan långsamt: koden är flaskhalsen.",
  "panels.losses.meaning.denoising":
    "Hur långt de återskapade är från originalen, som kodaren aldrig får se: den får störda bilder.",

  "panels.measures.heading": "Uppmätt",
  "panels.measures.now": "Mät nu",
  "panels.measures.busy": "mäter…",
  "panels.measures.not-yet": "inte mätt ännu",
  "panels.measures.at-step": "vid steg {step}",
  "panels.measures.unseen": "På osedda data (testmängd)",
  "panels.measures.count": "På {count} osedda",
  "panels.measures.network": "Nätverket",
  "panels.measures.baseline": "Att jämföra med",
  "panels.measures.ahead": "bättre än jämförelsen",
  "panels.measures.lower": "lägre är bättre",
  "panels.measures.higher": "högre är bättre",

  "measures.meanSquaredError": "Fel hos återskapade (MSE)",
  "measures.meanSquaredError.note": "Medelkvadratfel på testdata. PCA är den bästa linjära kodningen av samma storlek.",
  "measures.psnr": "Likhet med originalet (PSNR)",
  "measures.psnr.note":
    "Toppsignal-brusförhållandet för det som återskapas ur störda testdata, bredvid de störda bildernas eget.",
  "measures.negativeElbo": "Förvåning (−ELBO)",
  "measures.negativeElbo.note": "Hur förvånande testdata är för modellen, som mest. Lägre är bättre.",
  "measures.modesCovered": "Hittade kluster",
  "measures.modesCovered.note": "Kluster av äkta punkter som åtminstone några skapade punkter hamnar på.",
  "measures.nearAMode": "Punkter nära ett kluster",
  "measures.nearAMode.note": "Skapade punkter inom tre standardavvikelser från ett kluster.",
  "measures.coverage": "Täckta äkta platser",
  "measures.coverage.note": "Äkta exempel som har ett skapat i närheten.",
  "measures.discriminatorAccuracy": "Diskriminatorn har rätt",
  "measures.discriminatorAccuracy.note": "Hur ofta den skiljer äkta från skapade. Hälften av gångerna är gissning.",

  "baselines.pca": "PCA-{size}",
  "baselines.independent-pixels": "oberoende pixlar",
  "baselines.real-data": "äkta data",
  "baselines.guessing": "gissning",
  "baselines.corrupted-input": "störd indata",

  "units.modes": { one: "{value} kluster", other: "{value} kluster" },
  "units.nats": { one: "{value} nat", other: "{value} nat" },
  "units.dB": "{value} dB",
};
