// What a classifier with few labels gains from moved copies of its pictures, and from made ones.

export default {
  "views.few-labels.title": "Fler bilder",
  "views.few-labels.heading": "Få etiketter: hjälper skapade bilder en klassificerare?",
  "views.few-labels.note":
    "En liten klassificerare lär sig av några få bilder med etikett av varje klass, och av något mer därtill (data augmentation). Modellerna som skapar bilder ser samma få, och inga andra. Etiketterna lottas {draws} gånger, och vad som än kommer ut visas.",
  "views.few-labels.labels": "Etiketter av varje klass",
  "views.few-labels.none": "Bara bilderna",
  "views.few-labels.waiting": "Ännu är inget mätt. En rad tar någon minut; det som tränar vilar under tiden.",
  "views.few-labels.moved": "Flyttade och vridna kopior",
  "views.few-labels.variational": "Skapade av en VAE",
  "views.few-labels.adversarial": "Skapade av en GAN",
  "views.few-labels.start": "Mät alla",
  "views.few-labels.stop": "Avbryt",
  "views.few-labels.row": "Mät {labels}",
  "views.few-labels.progress": "Hur långt mätningen har kommit",
  "views.few-labels.busy": "{labels} etiketter, lottning {draw}: {what} ({share})",
  "views.few-labels.done": "En prick för varje lottning av etiketterna, från 0 till 100 %.",
  "views.few-labels.tested": {
    one: "Andel rätt lästa av {count} bild som ingen har sett; bredvid hur många procentenheter som vanns mot bara bilderna.",
    other:
      "Andel rätt lästa av {count} bilder som ingen har sett; bredvid hur många procentenheter som vanns mot bara bilderna.",
  },
  "views.few-labels.found": "Med {labels} etiketter av varje klass blir {alone} rätt lästa. {parts}.",
  "views.few-labels.found.clear": "{what}: {points} procentenheter",
  "views.few-labels.found.unclear": "{what}: {points} procentenheter, inom lottningarnas spridning",
};
