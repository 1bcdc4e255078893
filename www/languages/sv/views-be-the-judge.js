// What the view says in which a person does the discriminator’s job.

export default {
  "views.turing-test.title": "Bedöm själv",
  "views.turing-test.heading": "Du är diskriminatorn: äkta eller skapad?",
  "views.turing-test.invitation":
    "Du får se tio bilder, en i taget. Några är äkta och har inte ingått i träningen (testdata), de andra skapar generatorn just nu. Kan du skilja dem åt? Det här kallas ett visuellt Turingtest.",
  "views.turing-test.begin": "Börja",
  "views.turing-test.again": "En gång till",
  "views.turing-test.choosing": "Tio bilder plockas fram …",
  "views.turing-test.looking-back": "Du ser tillbaka. En omgång spelas mot generatorn som den är nu.",
  "views.turing-test.picture": "Bilden som ska bedömas",
  "views.turing-test.progress": "Bild {turn} av {count}",
  "views.turing-test.real": "Äkta",
  "views.turing-test.real.key": "Ä",
  "views.turing-test.made": "Skapad",
  "views.turing-test.made.key": "S",
  "views.turing-test.outcome": "Hur det gick",
  "views.turing-test.score.own": "Du: {right} av {count}",
  "views.turing-test.score.network": "Diskriminatorn: {right} av {count}",
  "views.turing-test.time": "Det tog dig {time}.",
  "views.turing-test.table": "De tio bilderna",
  "views.turing-test.number": "Bild {number}",
  "views.turing-test.column.picture": "Bild",
  "views.turing-test.column.truth": "Den var",
  "views.turing-test.column.own": "Du sa",
  "views.turing-test.column.network": "Nätverket sa",
  "views.turing-test.said.real": "äkta",
  "views.turing-test.said.made": "skapad",
  "views.turing-test.right": "(rätt)",
  "views.turing-test.wrong": "(fel)",
  "views.turing-test.curve": "Rätta svar av tio, omgång för omgång",
  "views.turing-test.own": "Du",
  "views.turing-test.network": "Diskriminatorn",
  "views.turing-test.chance": "Gissning",
  "views.turing-test.step": "Steg {step}",
  "views.turing-test.follows":
    "När människor inte träffar oftare än den som gissar har generatorn lärt sig lura dem; diskriminatorn kan ändå se skillnad, för den ser på annat än vi gör.",
  "views.turing-test.summary": {
    one: "En omgång hittills: vid steg {step} hade du {own} av 10 rätt, diskriminatorn {network}.",
    other:
      "{count} omgångar hittills: i den senaste, vid steg {step}, hade du {own} av 10 rätt, diskriminatorn {network}.",
  },
};
