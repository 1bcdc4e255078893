// What the view of points says.

export default {
  "views.plane.title": "Planet",
  "views.plane.heading": "Planet",
  "views.plane.heading.discriminator": "Planet, så som diskriminatorn ser det",
  "views.plane.label": "Punkter i planet, ovanpå nätverkets bedömning av varje plats",
  "views.plane.key.taken-for-real": "tas för äkta",
  "views.plane.key.taken-for-made": "tas för skapade",
  "views.plane.key.well-rebuilt": "återskapas väl",
  "views.plane.key.badly-rebuilt": "återskapas illa",
  "views.plane.summary.made": {
    one: "{count} skapad punkt och {real} äkta vid steg {step}.",
    other: "{count} skapade punkter och {real} äkta vid steg {step}.",
  },
  "views.plane.summary.rebuilt": {
    one: "{real} äkta punkt vid steg {step}, förbunden med den ({count}) som har återskapats ur den.",
    other: "{real} äkta punkter vid steg {step}, var och en förbunden med den av {count} som har återskapats ur den.",
  },
  "views.plane.summary.corrupted": {
    one: "{real} äkta punkt vid steg {step}; den störda som kodaren får se är förbunden med den ({count}) som har återskapats ur den.",
    other:
      "{real} äkta punkter vid steg {step}; varje störd punkt som kodaren får se är förbunden med den av {count} som har återskapats ur den.",
  },
  "views.plane.discriminator":
    "I genomsnitt ger diskriminatorn de skapade sannolikheten {made} att vara äkta, och de äkta {real}.",

  "views.plane.layers": "Planets lager",
  "views.plane.layer.real": "Äkta punkter",
  "views.plane.layer.real.note": "Punkter ur träningsdata",
  "views.plane.layer.made": "Skapade punkter",
  "views.plane.layer.made.note": "Punkter ur samma brus hela tiden",
  "views.plane.layer.rebuilt": "Återskapade punkter",
  "views.plane.layer.rebuilt.note": "Samma äkta punkter, var och en återskapad ur sin kod",
  "views.plane.layer.verdicts": "Diskriminatorn",
  "views.plane.layer.verdicts.note": "Diskriminatorns sannolikhet för att vara äkta, på varje plats",
  "views.plane.layer.anomaly": "Avvikelsepoäng",
  "views.plane.layer.anomaly.note": "Hur väl varje plats återskapas",
  "views.plane.layer.noise": "Brusets rutnät",
  "views.plane.layer.noise.note":
    "Ett rutnät över brusets två första tal, de andra 0, så som generatorn böjer det. Där linjerna ligger tätt skapas många punkter.",
  "views.plane.layer.codes": "Kodernas rutnät",
  "views.plane.layer.codes.note":
    "Ett rutnät över kodens två första tal, de andra 0, så som avkodaren böjer det. Där linjerna ligger tätt skapas många punkter.",
  "views.plane.layer.arrows": "Gradienten",
  "views.plane.layer.arrows.note":
    "Vart generatorns förlust vill flytta varje skapad punkt: minus gradienten. En längre pil är en större gradient.",
  "views.plane.layer.trail": "Spår",
  "views.plane.layer.trail.note": "Var varje skapad punkt har varit de senaste sekunderna",
  "views.plane.layer.rebuilt-trail": "Spår av de återskapade",
  "views.plane.layer.rebuilt-trail.note": "Var varje återskapad punkt har varit de senaste sekunderna",
  "views.plane.summary.layers": "Lager som visas: {layers}.",
  "views.plane.summary.none": "Inget lager visas.",

  "views.own-points.title": "Rita punkter",
  "views.own-points.heading": "Rita det som ska läras in",
  "views.own-points.label": "Ett plan att rita punkter i",
  "views.own-points.keys":
    "Rita med pekaren. Med tangentbordet: piltangenterna flyttar ett kors, mellanslag ritar en punkt, backsteg tar tillbaka den senaste.",
  "views.own-points.key.drawn": "ritade",
  "views.own-points.key.rebuilt": "återskapade",
  "views.own-points.back": "Ta tillbaka",
  "views.own-points.clear": "Rensa",
  "views.own-points.none":
    "Rita punkter, med pekaren eller ett finger. Tills dess fortsätter nätverket med dem det har.",
  "views.own-points.count": {
    one: "{count} punkt. Nätverket lär sig av det du ritar.",
    other: "{count} punkter. Nätverket lär sig av det du ritar.",
  },
  "views.own-points.full": "{count} punkter: fler får inte plats.",
  "views.own-points.cross": {
    one: "Korset är vid {x}, {y}. {count} punkt ritad.",
    other: "Korset är vid {x}, {y}. {count} punkter ritade.",
  },
  "views.own-points.summary.made": {
    one: "{count} skapad punkt vid steg {step}.",
    other: "{count} skapade punkter vid steg {step}.",
  },
  "views.own-points.summary.rebuilt": {
    one: "{count} punkt återskapad vid steg {step}.",
    other: "{count} punkter återskapade vid steg {step}.",
  },
  "views.own-points.paste": "Klistra in två kolumner",
  "views.own-points.columns": "Två kolumner med tal, x och y",
  "views.own-points.columns.note":
    "Från ett kalkylblad eller en fil: en punkt per rad, x och y. De flyttas och skalas så att de får plats.",
  "views.own-points.take": "Lär av dessa",
};
