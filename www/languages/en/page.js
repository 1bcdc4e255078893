// What stands around the views, in English.

export default {
  "page.title": "Generative Playground",
  "page.description":
    "Train an autoencoder, a variational autoencoder or a GAN live in your browser, and see it learn.",
  "page.skip": "To the network",

  "families.label": "Family of models",
  "families.adversarial": "GAN",
  "families.variational": "Variational autoencoder",
  "families.variational.brief": "VAE",
  "families.autoencoder": "Autoencoder",

  "tools.copy-link": "Copy link",
  "tools.copied": "Copied",
  "tools.save": "Save",
  "tools.open": "Open",
  "tools.language": "Language",
  "tools.theme": "Light or dark",

  "notice.retry": "Try again",
  "notice.dismiss": "Dismiss",
  "notice.recovered": "The engine stopped ({reason}). Training goes on from step {step}.",
  "notice.recovered-anew": "The engine stopped ({reason}). Training has started again from the beginning.",

  "offer.restarted": "Started over. The experiment you left was at step {step}.",
  "offer.replaced": "This is a new experiment. The one you left was at step {step}.",
  "offer.undo": "Undo",
  "offer.back": "Go back to it",
  "offer.found": "Your experiment goes on from step {step}.",

  "transport.label": "Training",
  "transport.train": "Train",
  "transport.single": "One step",
  "transport.restart": "Start over",
  "transport.speed": "Speed",
  "transport.full": "Full speed",
  "transport.slow": "Slow motion",
  "transport.step": "Step",
  "transport.rate": "Steps per second",
  "transport.on": "On",
  "transport.nothing": "",
  "transport.preparing": "Preparing the next experiment…",
  "transport.fetching": "Fetching {name}: {share}",

  "settings.label": "Experiment",
  "settings.more": "More",
  "settings.dataset": "Learn from",
  "settings.family": "Family of models",
  "settings.code": "Code size",
  "settings.code.noise": "Noise size",
  "settings.divergenceWeight": "KL weight",
  "settings.corruption": "Corrupt the input",
  "settings.amount": "How much",
  "settings.learningRate": "Learning rate",
  "settings.network": "Network",
  "settings.hidden": "Hidden layers",
  "settings.hidden.channels": "Channels",
  "settings.objective": "Objective",
  "settings.batchSize": "Batch",
  "settings.seed": "Seed",
  "settings.engine": "Engine",

  "datasets.mnist-small": "Handwritten digits",
  "datasets.fashion-small": "Clothes",
  "datasets.ring": "Ring of 8",
  "datasets.grid": "Grid of 25",
  "datasets.moons": "Two moons",

  "classes.t-shirt": "T-shirt",
  "classes.trousers": "trousers",
  "classes.pullover": "pullover",
  "classes.dress": "dress",
  "classes.coat": "coat",
  "classes.sandal": "sandal",
  "classes.shirt": "shirt",
  "classes.sneaker": "sneaker",
  "classes.bag": "bag",
  "classes.boot": "boot",

  "corruptions.none": "No",
  "corruptions.noise": "Noise",
  "corruptions.mask": "Holes",
  "corruptions.salt-and-pepper": "Salt & pepper",

  "networks.dense": "Dense",
  "networks.convolutional": "Convolutional",

  "objectives.non-saturating": "Non-saturating",
  "objectives.least-squares": "Least squares",
  "objectives.binary-cross-entropy": "Cross-entropy",
  "objectives.mean-squared-error": "Squared error",

  "engines.auto": "Fastest",
  "engines.cpu": "CPU",
  "engines.webgpu": "WebGPU",
  "engines.figure.cpu": "CPU {milliseconds} ms a step.",
  "engines.figure.threads": {
    one: "CPU on {count} thread {milliseconds} ms a step.",
    other: "CPU on {count} threads {milliseconds} ms a step.",
  },
  "engines.figure.webgpu": "WebGPU {milliseconds} ms.",
  "engines.status.waiting": "WebGPU comes next.",
  "engines.status.preparing": "WebGPU is getting ready…",
  "engines.status.absent": "No WebGPU in this browser.",
  "engines.status.unreachable": "WebGPU could not be loaded.",
  "engines.status.failed": "WebGPU did not pass its test here.",

  "stories.adversarial.pictures":
    "The generator makes pictures from noise and never sees a real one; the discriminator learns to tell them apart.",
  "stories.adversarial.points":
    "The generator makes points from noise and never sees a real one; the discriminator learns to tell them apart.",
  "stories.variational.pictures":
    "Each picture becomes a small cloud of codes, pulled towards one round cloud: any place on the map can be decoded.",
  "stories.variational.points":
    "Each point becomes a small cloud of codes, pulled towards one round cloud: any place in it can be decoded.",
  "stories.autoencoder.pictures":
    "The encoder squeezes each picture into a few numbers, the code; the decoder rebuilds it from nothing else.",
  "stories.autoencoder.points":
    "The encoder squeezes each point into a few numbers, the code; the decoder rebuilds it from nothing else.",

  "ideas.title": "Try",
  "ideas.adversarial.plane": "See the contest in the plane",
  "ideas.adversarial.grid": "Twenty-five places to find",
  "ideas.adversarial.clothes": "Make clothes instead",
  "ideas.adversarial.shapes": "Networks that see shapes",
  "ideas.adversarial.too-fast": "Learn too fast",
  "ideas.variational.no-pull": "No pull on the codes",
  "ideas.variational.strong-pull": "Far too strong a pull",
  "ideas.variational.sixteen": "Sixteen numbers instead of two",
  "ideas.variational.map-of-clothes": "A map of clothes",
  "ideas.autoencoder.squeeze": "Squeeze to two numbers",
  "ideas.autoencoder.mend-noise": "Mend noisy pictures",
  "ideas.autoencoder.shapes": "Networks that see shapes",
  "ideas.autoencoder.fill-holes": "Fill in holes",
  "ideas.autoencoder.curve": "A curve through the moons",

  "views.label": "View",
  "results.label": "How well it goes",

  "timeline.label": "Look back",
  "timeline.now": "now",
  "timeline.step": "step {step}",
  "timeline.picture": "Save picture",

  "files.choose": "The file does not say on which of this page's data the model learnt. On which is it to go on?",
  "files.cancel": "Cancel",
};
