// What stands around the views, in Swedish.

export default {
  "page.title": "Generative Playground",
  "page.description":
    "Träna en autoencoder, en variationell autoencoder eller ett GAN direkt i webbläsaren, och se hur det lär sig.",
  "page.skip": "Till nätverket",

  "families.label": "Modellfamilj",
  "families.adversarial": "GAN",
  "families.variational": "Variationell autoencoder",
  "families.variational.brief": "VAE",
  "families.autoencoder": "Autoencoder",

  "tools.copy-link": "Kopiera länk",
  "tools.copied": "Kopierad",
  "tools.save": "Spara",
  "tools.open": "Öppna",
  "tools.language": "Språk",
  "tools.theme": "Ljust eller mörkt",

  "notice.retry": "Försök igen",
  "notice.dismiss": "Stäng",
  "notice.recovered": "Beräkningen stannade ({reason}). Träningen fortsätter från steg {step}.",
  "notice.recovered-anew": "Beräkningen stannade ({reason}). Träningen har börjat om från början.",

  "offer.restarted": "Omstartat. Experimentet du lämnade hade nått steg {step}.",
  "offer.replaced": "Det här är ett nytt experiment. Det du lämnade hade nått steg {step}.",
  "offer.undo": "Ångra",
  "offer.back": "Gå tillbaka till det",
  "offer.found": "Ditt experiment fortsätter från steg {step}.",

  "transport.label": "Träning",
  "transport.train": "Träna",
  "transport.single": "Ett steg",
  "transport.restart": "Börja om",
  "transport.speed": "Fart",
  "transport.full": "Full fart",
  "transport.slow": "Långsamt",
  "transport.step": "Steg",
  "transport.rate": "Steg per sekund",
  "transport.on": "Körs på",
  "transport.nothing": "",
  "transport.preparing": "Förbereder nästa experiment …",
  "transport.fetching": "Hämtar {name}: {share}",

  "settings.label": "Experiment",
  "settings.more": "Mer",
  "settings.dataset": "Lär av",
  "settings.family": "Modellfamilj",
  "settings.code": "Kodens storlek",
  "settings.code.noise": "Brusets storlek",
  "settings.divergenceWeight": "KL-vikt",
  "settings.corruption": "Störning av indata",
  "settings.amount": "Hur mycket",
  "settings.learningRate": "Inlärningstakt",
  "settings.network": "Nätverk",
  "settings.hidden": "Dolda lager",
  "settings.hidden.channels": "Kanaler",
  "settings.objective": "Målfunktion",
  "settings.batchSize": "Batch",
  "settings.seed": "Slumpfrö",
  "settings.engine": "Beräkning",

  "datasets.mnist-small": "Handskrivna siffror",
  "datasets.fashion-small": "Kläder",
  "datasets.ring": "Ring med 8",
  "datasets.grid": "Rutnät med 25",
  "datasets.moons": "Två månar",

  "classes.t-shirt": "t-tröja",
  "classes.trousers": "byxor",
  "classes.pullover": "tröja",
  "classes.dress": "klänning",
  "classes.coat": "kappa",
  "classes.sandal": "sandal",
  "classes.shirt": "skjorta",
  "classes.sneaker": "gymnastiksko",
  "classes.bag": "väska",
  "classes.boot": "känga",

  "corruptions.none": "Ingen",
  "corruptions.noise": "Brus",
  "corruptions.mask": "Hål",
  "corruptions.salt-and-pepper": "Salt och peppar",

  "networks.dense": "Tätt kopplat",
  "networks.convolutional": "Faltning",

  "objectives.non-saturating": "Icke-mättande",
  "objectives.least-squares": "Minsta kvadrat",
  "objectives.binary-cross-entropy": "Korsentropi",
  "objectives.mean-squared-error": "Kvadratfel",

  "engines.auto": "Snabbast",
  "engines.cpu": "CPU",
  "engines.webgpu": "WebGPU",
  "engines.figure.cpu": "CPU: {milliseconds} ms per steg.",
  "engines.figure.threads": {
    one: "CPU med {count} tråd: {milliseconds} ms per steg.",
    other: "CPU med {count} trådar: {milliseconds} ms per steg.",
  },
  "engines.figure.webgpu": "WebGPU: {milliseconds} ms.",
  "engines.status.waiting": "WebGPU står på tur.",
  "engines.status.preparing": "WebGPU görs i ordning …",
  "engines.status.absent": "Webbläsaren saknar WebGPU.",
  "engines.status.unreachable": "WebGPU gick inte att ladda.",
  "engines.status.failed": "WebGPU klarade inte sitt prov här.",

  "stories.adversarial.pictures":
    "Generatorn gör bilder av brus och får aldrig se en äkta; diskriminatorn lär sig att skilja dem åt.",
  "stories.adversarial.points":
    "Generatorn gör punkter av brus och får aldrig se en äkta; diskriminatorn lär sig att skilja dem åt.",
  "stories.variational.pictures":
    "Varje bild blir ett litet moln av koder som dras mot ett enda runt moln: varje plats på kartan går att avkoda.",
  "stories.variational.points":
    "Varje punkt blir ett litet moln av koder som dras mot ett enda runt moln: varje plats i det går att avkoda.",
  "stories.autoencoder.pictures":
    "Kodaren pressar ihop varje bild till några få tal, koden; avkodaren bygger upp den igen av bara dem.",
  "stories.autoencoder.points":
    "Kodaren pressar ihop varje punkt till några få tal, koden; avkodaren bygger upp den igen av bara dem.",

  "ideas.title": "Prova",
  "ideas.adversarial.plane": "Se tävlingen i planet",
  "ideas.adversarial.grid": "Tjugofem platser att hitta",
  "ideas.adversarial.clothes": "Gör kläder i stället",
  "ideas.adversarial.shapes": "Nätverk som ser former",
  "ideas.adversarial.too-fast": "Lär för fort",
  "ideas.variational.no-pull": "Inget drag i koderna",
  "ideas.variational.strong-pull": "Ett alldeles för starkt drag",
  "ideas.variational.sixteen": "Sexton tal i stället för två",
  "ideas.variational.map-of-clothes": "En karta över kläder",
  "ideas.autoencoder.squeeze": "Pressa ihop till två tal",
  "ideas.autoencoder.mend-noise": "Laga brusiga bilder",
  "ideas.autoencoder.shapes": "Nätverk som ser former",
  "ideas.autoencoder.fill-holes": "Fyll i hål",
  "ideas.autoencoder.curve": "En kurva genom månarna",

  "views.label": "Vy",
  "results.label": "Hur bra det går",

  "timeline.label": "Se tillbaka",
  "timeline.now": "nu",
  "timeline.step": "steg {step}",
  "timeline.picture": "Spara bild",

  "files.choose": "Filen säger inte vilka av sidans data modellen har lärt av. Vilka ska den fortsätta med?",
  "files.cancel": "Avbryt",
};
