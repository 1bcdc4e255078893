// Vad vyerna säger.

export default {
  "views.waiting": "Väntar på nätverkets första arbete.",

  "views.groups.label": "Vad man gör",
  "views.groups.watch": "Titta",
  "views.groups.inside": "Se inuti",
  "views.groups.create": "Skapa",
  "views.groups.judge": "Bedöm",
  "views.groups.compare": "Jämför",
  "views.label-choice": "Etikett",
  "views.label-choice.in-turn": "Alla i tur och ordning",

  "views.grid.keys": "Tryck på en bild för att lägga den på ritytan. Med tangentbordet: piltangenterna, sedan Enter.",
  "views.grid.cursor": "Rad {row}, kolumn {column}",
  "views.grid.picked": "Rad {row}, kolumn {column}: nu på ritytan",

  "views.choosing.place": "Bild {place}",
  "views.choosing.remove": "Ta bort",
  "views.choosing.clear": "Ta bort alla",
  "views.choosing.candidates": "Bilder att välja bland",
  "views.choosing.picked": "Rad {row}, kolumn {column}: tryckt",
  "views.choosing.previous": "Föregående",
  "views.choosing.more": "Fler bilder",
  "views.choosing.drawing": "Lägg till teckningen",

  "views.key.real": "äkta",
  "views.key.made": "skapade",
  "views.key.rebuilt": "återskapade",
  "views.key.decoded": "avkodade",

  "views.wall.title": "Skapade",
  "views.wall.heading": "Skapade (genererade) ur samma brus hela tiden",
  "views.wall.made.label": "Bilder som nätverket skapar",
  "views.wall.real.label": "Äkta bilder",
  "views.wall.summary": {
    one: "{count} bild skapad av nätverket vid steg {step}, bredvid {real} äkta.",
    other: "{count} bilder skapade av nätverket vid steg {step}, bredvid {real} äkta.",
  },
  "views.wall.discriminator":
    "I genomsnitt ger diskriminatorn de skapade sannolikheten {made} att vara äkta, och de äkta {real}.",

  "views.pairs.title": "Återskapade",
  "views.pairs.heading": "Varje äkta bild, och under den återskapad (rekonstruerad)",
  "views.pairs.heading.corrupted": "Återskapade ur störda bilder (brusreducering)",
  "views.pairs.heading.enlarged": "Stora bilder ur små (kodare-avkodare)",
  "views.pairs.label": "Äkta bilder, och under varje bild det som nätverket återskapar",
  "views.pairs.original": "Originalet",
  "views.pairs.corrupted": "Det kodaren får se",
  "views.pairs.rebuilt": "Återskapad",
  "views.pairs.summary": {
    one: "{count} äkta bild vid steg {step}, och under den samma bild återskapad ur sin kod.",
    other: "{count} äkta bilder vid steg {step}, och under varje bild samma bild återskapad ur sin kod.",
  },
  "views.pairs.summary.corrupted": {
    one: "{count} bild vid steg {step} i tre rader: originalet, den störda som kodaren får se, och det som återskapas ur den.",
    other:
      "{count} bilder vid steg {step}, var och en i tre rader: originalet, den störda som kodaren får se, och det som återskapas ur den.",
  },
  "views.pairs.loss": "Rekonstruktionsförlusten är {loss}.",
  "views.pairs.psnr": "Likhet med originalet (PSNR), på testdata",

  "views.map.title": "Karta",
  "views.map.heading": "Varje plats avkodad, och var de äkta ligger (latenta rummet)",
  "views.map.label": "Karta över koderna",
  "views.map.keys":
    "Peka på en plats för att se vad som avkodas där; tryck för att lägga det på ritytan. Med tangentbordet: piltangenterna, sedan Enter.",
  "views.map.grid.label": "Vad som avkodas på varje plats på kartan",
  "views.map.legend": "Etiketter",
  "views.map.signs": "Etiketter i stället för punkter",
  "views.map.signs.note": "Varje äkta bild som sin etikett, så att ingen färg behöver skiljas från en annan",
  "views.map.cursor": "Kod {first}; {second}",
  "views.map.picked": "Bilden som avkodas här ligger nu på ritytan",
  "views.map.summary": {
    one: "Vid steg {step}: {count} äkta bild som en punkt vid sin kod, färgad efter sin etikett, bredvid ett rutnät med {pictures} avkodade platser.",
    other:
      "Vid steg {step}: {count} äkta bilder som punkter vid sina koder, färgade efter etikett, bredvid ett rutnät med {pictures} avkodade platser.",
  },
  "views.map.key.drawing": "din teckning",
  "views.map.plane": "Kartan är det plan där koderna sprider sig mest (PCA).",
  "views.map.cursor.plane": "Plats {first}; {second}",
  "views.map.within":
    "{one}, {two} och {three} av koderna ligger inom 1, 2 och 3 standardavvikelser, de tre konturerna; av N(0, I) är det {first}, {second} och {third}.",
  "views.map.resample": "Sampla om",
  "views.map.resample.note": "Ur din tecknings moln av koder",
  "views.map.resampled.label": "Bilder avkodade ur koder som dragits ur din tecknings posteriorfördelning",
  "views.map.draw-something": "Rita något: dess kod är ett moln, posteriorfördelningen, och visas på kartan.",
  "views.map.summary.posterior":
    "Teckningens posteriorfördelning ligger kring {x}; {y}, med halvaxlarna {first} och {second}. {count} bilder är avkodade ur koder som dragits ur den.",

  "views.walks.title": "Promenader",
  "views.walks.heading": "På vägen från en bild till en annan (interpolation)",
  "views.walks.choose": "Välj en av de två, sedan en bild som ska ta dess plats",
  "views.walks.first": "Första",
  "views.walks.second": "Andra",
  "views.walks.use-drawing": "Ta teckningen",
  "views.walks.strip": "Äkta bilder att välja bland",
  "views.walks.keys":
    "Tryck på en bild för att välja den till promenaden. Med tangentbordet: piltangenterna, sedan Enter.",
  "views.walks.picked": "Bild {column} är vald",
  "views.walks.straight": "Rakt från kod till kod",
  "views.walks.sphere": "Längs sfären (slerp)",
  "views.walks.note":
    "Koder som dras ur N(0, I) ligger nära en sfär, och närmare ju fler tal de har: den raka vägen lämnar den, den andra stannar kvar.",
  "views.walks.arithmetic": "Aritmetik: till den första bilden läggs vägen från en klass till en annan",
  "views.walks.from": "Från",
  "views.walks.to": "till",
  "views.walks.amount": "Hur mycket",
  "views.walks.sum": "Den första bilden plus {amount} gånger vägen från {from} till {to}.",
  "views.walks.sum.label": "Den första bilden, och det som avkodas ur summan",
  "views.walks.summary":
    "Vid steg {step}: {count} bilder avkodade på den raka vägen mellan de två valda, och lika många längs sfären.",

  "views.divergences.title": "Varje tal",
  "views.divergences.heading": "Vad varje tal i koden berättar (divergens från N(0, 1))",
  "views.divergences.unit": "Tal",
  "views.divergences.divergence": "Divergens, i nat",
  "views.divergences.mean": "Medelvärde (dras mot 0)",
  "views.divergences.variance": "Varians (dras mot 1)",
  "views.divergences.idle": "används inte",
  "views.divergences.all": {
    one: "Kodens enda tal används.",
    other: "Alla {count} tal i koden används.",
  },
  "views.divergences.collapse":
    "{used} av {count} tal används. De andra, under {least} nat, liknar N(0, 1) vad som än kodas: posteriorkollaps.",
  "views.divergences.note":
    "Divergensen är hur mycket ett tal i genomsnitt berättar om ett exempel. Varje nat kostar i förlusten, så ett tal som inte lönar sig ges upp.",
  "views.divergences.summary":
    "Vid steg {step} berättar tal {unit} mest, {divergence} nat; dess medelvärde är {mean}, det för N(0, 1) är 0, och dess varians är {variance}, den för N(0, 1) är 1.",

  "views.waves.title": "Signaler",
  "views.waves.heading.mended": "Lagade signaler (brusreducering)",
  "views.waves.heading.rebuilt": "Återskapade signaler (rekonstruktion)",
  "views.waves.label": "Signaler som linjer",
  "views.waves.own": "Rita en egen våg",
  "views.waves.own.label": "Din våg",
  "views.waves.own.keys":
    "Rita från vänster till höger. Med tangentbordet: vänster och höger väljer plats, upp och ner höjer och sänker, Delete rensar.",
  "views.waves.own.cursor": "Plats {place} av {count}: {value}",
  "views.waves.summary.mended": {
    one: "{count} signal vid steg {step}: originalet, den störda som kodaren får se och det som lagas ur den.",
    other: "{count} signaler vid steg {step}: varje original, den störda som kodaren får se och det som lagas ur den.",
  },
  "views.waves.summary.rebuilt": {
    one: "{count} signal vid steg {step}, och över den samma återskapad ur sin kod.",
    other: "{count} signaler vid steg {step}, och över var och en samma återskapad ur sin kod.",
  },

  "views.made-waves.title": "Skapade",
  "views.made-waves.heading": "Skapade signaler bredvid äkta",
  "views.made-waves.label": "Skapade signaler och äkta, växelvis",
  "views.made-waves.summary": {
    one: "{count} signal vid steg {step}.",
    other: "{count} signaler vid steg {step}, skapade och äkta om vartannat.",
  },

  "views.outliers.title": "Avvikelser",
  "views.outliers.heading": "Hur mycket varje osedd bild avviker (avvikelsedetektering)",
  "views.outliers.key.normal": "normala",
  "views.outliers.key.odd": "avvikande",
  "views.outliers.key.baseline": "PCA:s kurva",
  "views.outliers.waiting": "De osedda bilderna har inte bedömts än.",
  "views.outliers.drawing": "din teckning",
  "views.outliers.threshold": "Tröskel",
  "views.outliers.found": "funna avvikelser",
  "views.outliers.false-alarms": "falska larm",
  "views.outliers.rates": "{found} av avvikelserna hittas, {alarms} av de normala kallas avvikande (falska larm)",
  "views.outliers.areas": "Yta under ROC-kurvan: {area}. {name}: {theirs}. Gissning: 0,5.",
  "views.outliers.area": "Yta under ROC-kurvan: {area}. Gissning: 0,5.",
  "views.outliers.most": "De mest avvikande",
  "views.outliers.least": "De minst avvikande",
  "views.outliers.summary":
    "Avvikelsepoäng för {count} osedda bilder vid steg {step}: med den här tröskeln hittas {found} av avvikelserna, och {alarms} av de normala kallas avvikande.",
  "views.outliers.summary.drawing": "Teckningen har poängen {score}.",

  "views.bottleneck.title": "Kodstorlekar",
  "views.bottleneck.heading": "Felet beroende på kodens storlek (dimensionsreduktion)",
  "views.bottleneck.key.network": "nätverket",
  "views.bottleneck.key.baseline": "PCA av samma storlek",
  "views.bottleneck.note":
    "Samma nätverk med en kod på 1 till 64 tal, vart och ett tränat i {steps} steg. Ju färre tal, desto mer går förlorat. Det som tränas ovanför vilar under tiden.",
  "views.bottleneck.start": "Prova alla storlekar",
  "views.bottleneck.stop": "Avbryt",
  "views.bottleneck.progress": "Hur långt det har kommit",
  "views.bottleneck.busy": "Kod på {code}: {share} av allt är klart",
  "views.bottleneck.press": "Tryck på en punkt för att träna med den koden.",
  "views.bottleneck.axis": "Antal tal i koden",
  "views.bottleneck.point": "Kod {code}: fel {error}, PCA {baseline}",
  "views.bottleneck.point.alone": "Kod {code}: fel {error}",
  "views.bottleneck.none": "Ingen storlek har provats än.",

  "views.responses.title": "Särdrag",
  "views.responses.choice": "Vad som visas",
  "views.responses.elsewhere": "Vid det steget visades något annat här.",
  "views.responses.unit.first": "Enhet {unit} i det första lagret",
  "views.responses.unit.code": "Tal {unit} i koden",
  "views.responses.activations": "Träningsbilder som väcker det mest: aktivering {most} ner till {least}.",
  "views.responses.activations.none": "Ingen bild väcker den mer än en annan: den används inte (en död enhet).",
  "views.responses.exciting": "Träningsbilder med störst aktivering",

  "views.responses.traversal.part": "Vrid på ett tal",
  "views.responses.traversal.heading": "Vad varje tal i koden gör (latent traversering)",
  "views.responses.traversal.note":
    "I varje rad går ett tal i koden från 2 standardavvikelser under sitt medelvärde till 2 över, och avkodas; alla andra står kvar på sina medelvärden.",
  "views.responses.traversal.note.drawn":
    "I varje rad går ett tal i koden från 2 standardavvikelser under sitt medelvärde till 2 över, och avkodas; alla andra är som i bilden på ritytan.",
  "views.responses.traversal.more": {
    one: "Av alla {all} visas {count}, det som betyder mest.",
    other: "Av alla {all} visas de {count} som betyder mest.",
  },
  "views.responses.traversal.label": "Avkodade bilder, där varje rad vrider på sitt tal i koden",
  "views.responses.traversal.mean": "medel",
  "views.responses.traversal.deviations": "{value} σ",
  "views.responses.traversal.summary": {
    one: "Vid steg {step}: {count} av kodens {all} tal, i en rad med {steps} avkodade bilder.",
    other:
      "Vid steg {step}: {count} av kodens {all} tal, vart och ett i en rad med {steps} avkodade bilder där det växer.",
  },

  "views.responses.filters.part": "Första lagret",
  "views.responses.filters.heading": "Vad det första lagret letar efter (filter)",
  "views.responses.filters.note":
    "Vikterna för varje enhet: bläck väcker den där de är positiva, dämpar den där de är negativa. Tryck på en för att se vad som väcker den mest.",
  "views.responses.filters.positive": "positiv vikt",
  "views.responses.filters.negative": "negativ vikt",
  "views.responses.filters.label": "Vikterna för varje enhet i det första lagret",
  "views.responses.filters.keys": "Tryck på en för att välja den. Med tangentbordet: piltangenterna.",
  "views.responses.filters.chosen": "Vikterna för den valda enheten",
  "views.responses.filters.summary": {
    one: "Vid steg {step}: vikterna för {count} enhet i det första lagret som en bild.",
    other: "Vid steg {step}: vikterna för {count} enheter i det första lagret som bilder.",
  },

  "views.responses.activation.part": "Vad som väcker ett tal",
  "views.responses.activation.heading": "Vad varje tal i koden reagerar på (aktivering)",
  "views.responses.activation.note":
    "Välj ett tal i koden. Det som bilderna som gör det störst har gemensamt är vad talet står för.",
  "views.responses.activation.choice": "Tal i koden",
  "views.responses.activation.summary": {
    one: "Vid steg {step}: {count} tal i koden.",
    other: "Vid steg {step}: ett av kodens {count} tal.",
  },

  "views.responses.probe.part": "Läs etiketter",
  "views.responses.probe.heading": "Vad koden duger till (linjär sond)",
  "views.responses.probe.note":
    "En linjär klassificerare lär sig av några få bilder med etikett och prövas på osedda: ju bättre särdrag den får, desto fler blir rätt. Varje prick är en dragning av etiketter; linjerna går genom de mittersta.",
  "views.responses.probe.start": "Mät",
  "views.responses.probe.stop": "Avbryt",
  "views.responses.probe.progress": "Hur långt det har kommit",
  "views.responses.probe.busy": "{at} av {all}",
  "views.responses.probe.measured": "Prövad på {count} osedda bilder, vid steg {when}.",
  "views.responses.probe.none": "Inget har mätts än.",
  "views.responses.probe.unreadable":
    "Det finns inga etiketter att skilja åt: datamängden saknar dem, eller så lärs bara en.",
  "views.responses.probe.codes": "koder",
  "views.responses.probe.pixels": "pixlar",
  "views.responses.probe.components": "PCA av samma storlek",
  "views.responses.probe.chance": "gissning",
  "views.responses.probe.labels": { one: "{count} etikett", other: "{count} etiketter" },
  "views.responses.probe.caption": "Andel osedda bilder vars etikett läses rätt, den mittersta av dragningarna",
  "views.responses.probe.point": {
    one: "{count} etikett: koder {codes}, pixlar {pixels}, PCA {components}",
    other: "{count} etiketter: koder {codes}, pixlar {pixels}, PCA {components}",
  },
};
