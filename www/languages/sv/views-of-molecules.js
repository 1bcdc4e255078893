// Vad vyerna över molekyler säger.

export default {
  "views.structures.title": "Återskapade",
  "views.structures.heading": "Osedda molekyler, återskapade (rekonstruktion)",
  "views.structures.label": "Osedda molekyler, och under var och en det som kommer tillbaka ur dess kod",
  "views.structures.summary": {
    one: "{count} osedd molekyl vid steg {step}, varav {same} kom tillbaka som densamma.",
    other: "{count} osedda molekyler vid steg {step}, varav {same} kom tillbaka som desamma.",
  },

  "views.made-structures.title": "Skapade",
  "views.made-structures.heading": "Molekyler skapade ur brus",
  "views.made-structures.label": "Skapade molekyler",
  "views.made-structures.none": "ingen molekyl",
  "views.made-structures.others": "Gör andra",
  "views.made-structures.count": "Räkna {count}",
  "views.made-structures.counting": "De läses: {share}",
  "views.made-structures.counted": "Så som de var vid steg {step}",
  "views.made-structures.column.real": "Äkta, osedda",
  "views.made-structures.column.made": "Skapade",
  "views.made-structures.column.independent": "Tecken dragna ett och ett",
  "views.made-structures.share.parsed": "är molekyler (giltighet)",
  "views.made-structures.share.fresh": "och fanns inte bland dem som lärdes av (nyhet)",
  "views.made-structures.share.different": "och skiljer sig från varandra (variation)",
  "views.made-structures.rings.0": "Av dem utan ring",
  "views.made-structures.rings.1": "med en ring",
  "views.made-structures.rings.2": "med två ringar",
  "views.made-structures.rings.3": "med tre ringar eller fler",
  "views.made-structures.summary": {
    one: "{count} av {all} skapade vid steg {step} är en molekyl.",
    other: "{count} av {all} skapade vid steg {step} är molekyler.",
  },
  "views.made-structures.summary.counted":
    "Av {count} skapade vid steg {step} är {own} molekyler som är nya och olika; av tecken dragna ett och ett {beside}.",

  "views.structure-walks.title": "Vandringar",
  "views.structure-walks.heading": "Från en molekyl till en annan",
  "views.structure-walks.way": "Molekyler på vägen",
  "views.structure-walks.offered": "Molekyler att välja bland",
  "views.structure-walks.choose": "Tryck på en molekyl för att sätta den i den här änden:",
  "views.structure-walks.first": "Första",
  "views.structure-walks.second": "Andra",
  "views.structure-walks.keys": "Tryck på en för att välja den. Med tangentbordet: piltangenter, sedan Retur.",
  "views.structure-walks.spoken": "Molekyl {smiles}",
  "views.structure-walks.picked.first": "Första: {smiles}",
  "views.structure-walks.picked.second": "Andra: {smiles}",
  "views.structure-walks.summary": {
    one: "Från {from} till {to} genom {count} annan vid steg {step}.",
    other: "Från {from} till {to} genom {count} andra vid steg {step}.",
  },
};
