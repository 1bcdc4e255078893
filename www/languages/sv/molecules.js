// Vad sidan säger om molekyler.

export default {
  "datasets.molecules": "Molekyler",
  "datasets.molecules-smiles": "Molekyler som SMILES",
  "data-sets.kind.molecules": "Molekyler",
  "data-sets.molecules.note":
    "{training} molekyler att lära av, {test} osedda att mäta på, {megabytes} MB. {source}. Licens: {licence}.",

  "classes.no-ring": "ingen ring",
  "classes.one-ring": "en ring",
  "classes.two-rings": "två ringar",
  "classes.more-rings": "tre ringar eller fler",

  "stories.variational.molecules":
    "Varje molekyl, skriven som en rad tecken, blir ett litet moln av koder. En kod som dras ur brus skrivs ut som en ny molekyl.",
  "stories.autoencoder.molecules":
    "Kodaren pressar ihop varje molekyl, skriven som en rad tecken, till några få tal, koden; avkodaren skriver ut den igen av bara dem.",
  "ideas.variational.molecules": "Skapa nya molekyler",
  "ideas.variational.broken": "Molekyler med en grammatik att bryta",

  "objectives.categorical-cross-entropy": "Korsentropi",
  "objectives.categorical-cross-entropy.note": "På varje plats chansen för det tecken som står där.",
  "measures.moleculesReconstructed": "Helt återskapade",
  "measures.moleculesReconstructed.note":
    "Osedda molekyler som kommer tillbaka ur sina koder med varje tecken rätt. PCA är den bästa linjära kodningen av samma storlek.",
  "measures.symbolsReconstructed": "Återskapade tecken",
  "measures.symbolsReconstructed.note": "Tecken i osedda molekyler som kommer tillbaka rätt, tomma platser oräknade.",
  "baselines.independent-symbols": "oberoende tecken",

  "errors.family-unsuited-molecules":
    "Ett GAN har valts för molekyler, och deras tecken ger ingen gradient tillbaka till en generator. Där passar en autoencoder eller en VAE. Välj en annan familj eller andra data.",
  "errors.objective-unsuited-molecules":
    "Målfunktionen ”{objective}” går inte att använda för molekyler. Där passar {choices}. Välj en annan målfunktion eller andra data.",
  "errors.corruption-unsuited-molecules":
    "Störningen ”{corruption}” går inte att göra med molekyler. Där ska det inte vara någon. Välj ingen, eller andra data.",
  "errors.network-unsuited-molecules":
    "Ett faltningsnätverk har valts för molekyler. Där ska nätverket vara tätt kopplat. Välj ett sådant, eller andra data.",
  "errors.molecule-unreadable":
    "Molekylen {molecule} går inte att läsa från tecken {place}. Det ska vara SMILES i ett stycke och högst 200 tecken, med = och # för alla dubbel- och trippelbindningar, utan stereokemi. Skriv den så, eller utelämna den.",
  "errors.molecules-unwritable":
    "Ingen av molekylerna går att skriva med det skrivsätt och de tecken som har valts. Det ska vara molekyler vars atomer inte har fler bindningar än vanligt, med tecken och en längd som finns i träningsdelen. Välj skrivsättet ”smiles”, eller andra molekyler.",
  "errors.no-molecules": "Data är inga molekyler. Det ska vara ett experiment på molekyler. Välj dem som data.",
};
