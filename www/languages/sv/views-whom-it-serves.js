// Vem en modell betjänar sämst, klass för klass, och vad mer data gör åt det.

export default {
  "views.worst-served.title": "Sämst för vem",
  "views.worst-served.heading.error": "Vem går det sämst för? Felet för varje klass",
  "views.worst-served.heading.score": "Vem misstänks? Omdömena om varje klass",
  "views.worst-served.waiting":
    "Väntar på äkta bilder som inte ingått i träningen (testdata), och på de första siffrorna.",
  "views.worst-served.key.error": "Fel",
  "views.worst-served.key.score": "Tas för äkta",
  "views.worst-served.key.mean": "Medel för alla",
  "views.worst-served.key.pca": "Felet med PCA",
  "views.worst-served.key.before": "Före",
  "views.worst-served.about.error":
    "Så långt ligger {count} osedda bilder, återskapade, från originalen (medelkvadratfel) vid steg {step}. Medel: {mean}.",
  "views.worst-served.about.score":
    "Så troligt äkta tycker diskriminatorn att {count} osedda äkta bilder är vid steg {step}. Medel: {mean}.",
  "views.worst-served.rows": "Klasserna, den som det går sämst för först",
  "views.worst-served.column.label": "Klass",
  "views.worst-served.column.error": "Fel",
  "views.worst-served.column.score": "Sannolikhet att vara äkta",
  "views.worst-served.column.training": "Lärt av",
  "views.worst-served.row.error": "{label}: felet är {value}",
  "views.worst-served.row.score": "{label}: sannolikheten att vara äkta är {value}",
  "views.worst-served.row.components": "med PCA {value}",
  "views.worst-served.row.before": "före {value}",
  "views.worst-served.row.training": { one: "lärt av {count} bild", other: "lärt av {count} bilder" },
  "views.worst-served.pictures": "De bilder i klassen som det går sämst för",
  "views.worst-served.worst.error": "”{label}”: bilderna som återskapas sämst",
  "views.worst-served.worst.score": "”{label}”: de äkta bilder som den säkrast tar för skapade",
  "views.worst-served.note.error": "Överst de osedda originalen, underst det nätverket gör av dem.",
  "views.worst-served.note.score":
    "Under varje bild: sannolikheten att den är äkta, enligt diskriminatorn. Av alla osedda i klassen tar den {refused} för skapade.",
  "views.worst-served.mending": "Vad gör fler bilder åt det?",
  "views.worst-served.few": "Börja med få av ”{label}” ({count})",
  "views.worst-served.all": "Börja med alla",
  "views.worst-served.mending.note":
    "Experimentet börjar om från samma slumpfrö, och siffrorna från nu står kvar bredvid de nya, steg för steg: låt båda träna ungefär lika länge.",
  "views.worst-served.before.error": {
    one: "Före hade ”{label}” {count} bild: fel {value}, medel {mean}, vid steg {step}.",
    other: "Före hade ”{label}” {count} bilder: fel {value}, medel {mean}, vid steg {step}.",
  },
  "views.worst-served.now.error": {
    one: "Nu har den {count} bild: fel {value}, medel {mean}, vid steg {step}.",
    other: "Nu har den {count} bilder: fel {value}, medel {mean}, vid steg {step}.",
  },
  "views.worst-served.before.score": {
    one: "Före hade ”{label}” {count} bild: troligt äkta {value}, medel {mean}, vid steg {step}.",
    other: "Före hade ”{label}” {count} bilder: troligt äkta {value}, medel {mean}, vid steg {step}.",
  },
  "views.worst-served.now.score": {
    one: "Nu har den {count} bild: troligt äkta {value}, medel {mean}, vid steg {step}.",
    other: "Nu har den {count} bilder: troligt äkta {value}, medel {mean}, vid steg {step}.",
  },
  "views.worst-served.follows":
    "En modell är bra på det som den har sett mycket av. De som är sällsynta i data får fler av dess fel: det kallas bias, och det går att mäta, och att rätta till med mer data om just dem.",
  "views.worst-served.summary.error":
    "Vid steg {step} återskapas ”{worst}” sämst (fel {most}) och ”{best}” bäst ({least}); medel är {mean}.",
  "views.worst-served.summary.score":
    "Vid steg {step} tas äkta bilder av ”{worst}” minst för äkta ({most}), av ”{best}” mest ({least}); medel är {mean}.",
};
