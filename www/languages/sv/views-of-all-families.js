// Vad vyn säger där alla modellfamiljer tränas samtidigt.

export default {
  "views.side-by-side.title": "Sida vid sida",
  "views.side-by-side.heading": "Autoencoder, VAE och GAN samtidigt",
  "views.side-by-side.key.made": "skapade eller återskapade",
  "views.side-by-side.alike":
    "Lika: data, de dolda lagren, en kod på {code} tal, slumpfröet och sekunderna. Olika: vad var och en tränas att göra.",
  "views.side-by-side.slow": "Faltningsnätverk tar lång tid här: tätt kopplade hinner längre på samma tid.",
  "views.side-by-side.budget": "Träna var och en i",
  "views.side-by-side.seconds": "{seconds} sekunder",
  "views.side-by-side.begin": "Börja",
  "views.side-by-side.stop": "Stoppa",
  "views.side-by-side.progress": "Så mycket av tiden har gått",
  "views.side-by-side.clock": "{seconds} av {budget} s",
  "views.side-by-side.phase.idle": "Tre modeller tränas samtidigt. Det du tränade vilar så länge.",
  "views.side-by-side.phase.opening": "Förbereder …",
  "views.side-by-side.phase.training": "Tränar. Det du tränade vilar.",
  "views.side-by-side.phase.measuring": "Mäter på osedda data …",
  "views.side-by-side.phase.done": "Klart och uppmätt. Det du tränade går vidare.",
  "views.side-by-side.phase.lost":
    "En jämförelse pågick när experimentet lämnades och gick förlorad. ”Börja” tränar alla tre igen, lika länge.",
  "views.side-by-side.phase.left":
    "Uppmätt innan experimentet lämnades. Bilderna och modellerna är borta: ”Börja” tränar alla tre igen, lika länge.",
  "views.side-by-side.steps": {
    one: "{count} steg på {seconds} s",
    other: "{count} steg på {seconds} s",
  },
  "views.side-by-side.does.autoencoder":
    "Pressar ihop varje exempel till en kod och återskapar det. Ingen säger var koderna ska ligga.",
  "views.side-by-side.does.variational":
    "Gör likadant, och drar koderna mot en enda normalfördelning, N(0, I): dess prior.",
  "views.side-by-side.does.adversarial":
    "En generator lär sig att av brus skapa sådant som en diskriminator tar för äkta.",
  "views.side-by-side.made.autoencoder":
    "Avkodade ur slumpade koder, N(0, I). Den har ingen prior: inget har lärt den vad den ska göra av dem. Därför finns VAE.",
  "views.side-by-side.made.variational":
    "Avkodade ur samma slumpade koder. De kommer ur dess prior, så den har lärt sig vad den ska göra av dem.",
  "views.side-by-side.made.adversarial":
    "Skapade ur samma slumpade koder, dess brus: det enda som generatorn någonsin har fått.",
  "views.side-by-side.rebuilt": "Osedda exempel, och samma återskapade ur sina koder (rekonstruktion).",
  "views.side-by-side.rebuilt.none": "Den kan inte återskapa något: den har ingen kodare.",
  "views.side-by-side.go-on": "Fortsätt med den här",
};
