// Vad vyn säger där ett tidigare steg fortsätter i två grenar.

export default {
  "views.branches.title": "Förgrening",
  "views.branches.heading": "Två grenar av samma träning (förgrening): vad båda skapar",
  "views.branches.heading.rebuilt": "Två grenar av samma träning (förgrening): vad båda återskapar",
  "views.branches.first": "Som det var",
  "views.branches.second": "Med ändringen",
  "views.branches.difference": "Skillnad",
  "views.branches.note":
    "Fortsätt från ett steg i experimentet två gånger: en gång som det var, en gång med en inställning ändrad, båda på processorn. Själva experimentet vilar under tiden.",
  "views.branches.from": "Från steg",
  "views.branches.now": "nu",
  "views.branches.setting": "Men med",
  "views.branches.steps": "Träna båda (antal steg)",
  "views.branches.begin": "Börja",
  "views.branches.no-step":
    "Ett antal steg är ett heltal från 1. Lämna det första fältet tomt för att fortsätta från nu.",
  "views.branches.finding": "Letar upp steget …",
  "views.branches.returning": "Går tillbaka till steg {step} genom att träna den delen igen: {share}",
  "views.branches.status": "Förgrenat vid steg {from}. Ändrat: {change}. Båda är vid steg {step}.",
  "views.branches.stopped":
    "Förgrenat vid steg {from}. Ändrat: {change}. Båda var vid steg {step} när den ena stannade.",
  "views.branches.nothing": "inget",
  "views.branches.pause": "Pausa",
  "views.branches.go-on": {
    one: "{count} steg till",
    other: "{count} steg till",
  },
  "views.branches.keep.first": "Behåll den som det var",
  "views.branches.keep.second": "Behåll den ändrade",
  "views.branches.end": "Avsluta förgreningen",
  "views.branches.left":
    "Här fanns en förgrening från steg {from}; ändrat: {change}. Båda hade kommit till steg {step}. Träningen ger samma sak en gång till.",
  "views.branches.left.bring-back": "Ta tillbaka den",
  "views.branches.left.forget": "Glöm den",
  "views.branches.made": "Vad båda grenarna skapar, ur samma brus eller av samma exempel",
  "views.branches.pictures": "Bilder från båda grenarna, och under dem var de skiljer sig åt",
  "views.branches.points": "Punkter från båda grenarna, var och en förbunden med sin motsvarighet",
  "views.branches.waves": "Signaler från båda grenarna, den ena över den andra",
  "views.branches.molecules": "Molekyler från båda grenarna, den ena under den andra",
  "views.branches.loss": "Förlust",
  "views.branches.chart": "Förlusten för båda grenarna från förgreningen och framåt",
  "views.branches.none": "Inget är förgrenat. Välj ett steg och en inställning, och tryck på Börja.",
  "views.branches.summary":
    "Förgrenat vid steg {from}. Den ena grenen fortsätter som det var; ändrat i den andra: {change}. Båda är vid steg {step}.",
  "views.branches.summary.loss": "{loss}: {first} som det var, {second} med ändringen.",
};
