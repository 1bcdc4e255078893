// What the views of a GAN alone say.

export default {
  "views.step-parts.title": "Steg för steg",
  "views.step-parts.heading": "Ett träningssteg, del för del",
  "views.step-parts.update": "De kommande stegen uppdaterar",
  "views.step-parts.update.both": "båda nätverken",
  "views.step-parts.update.discriminator": "bara diskriminatorn",
  "views.step-parts.update.generator": "bara generatorn",
  "views.step-parts.start": "Ta isär ett steg",
  "views.step-parts.again": "Nästa steg",
  "views.step-parts.back": "Föregående del",
  "views.step-parts.forward": "Nästa del",
  "views.step-parts.play": "Spela upp delarna",
  "views.step-parts.busy": "Steget tas …",
  "views.step-parts.empty.name": "Inget steg har tagits isär ännu",
  "views.step-parts.empty":
    "Ta isär ett steg: träningen pausas, ett steg tas, och dess delar visas en i taget, med knapparna eller piltangenterna.",
  "views.step-parts.place.discriminator": "Steg {step}, del {at} av {all}: diskriminatorns halva",
  "views.step-parts.place.generator": "Steg {step}, del {at} av {all}: generatorns halva",
  "views.step-parts.examples.real": "Äkta",
  "views.step-parts.examples.made": "Skapade",
  "views.step-parts.noise": "Brus: en rad tal för varje exempel, små tal ljusa, stora tal mörka",
  "views.step-parts.wanted": "Så borde de skapade ändras: mot gradienten",
  "views.step-parts.verdict": "{share} äkta",
  "views.step-parts.sizes": "Ju större, desto säkrare är diskriminatorn på att den är äkta.",
  "views.step-parts.mean.real": "Äkta är äkta, i genomsnitt",
  "views.step-parts.mean.made": "Skapade är äkta, i genomsnitt",
  "views.step-parts.loss.discriminator": "Diskriminatorns förlust",
  "views.step-parts.loss.generator": "Generatorns förlust",
  "views.step-parts.norm.discriminator": "Storleken på diskriminatorns gradient",
  "views.step-parts.norm.generator": "Storleken på generatorns gradient",
  "views.step-parts.moved.discriminator": "Diskriminatorns vikter flyttades",
  "views.step-parts.moved.generator": "Generatorns vikter flyttades",
  "views.step-parts.discriminator.real.name": "Äkta",
  "views.step-parts.discriminator.real":
    "Diskriminatorn uppdateras först. Den får se {batch} äkta exempel, varav några finns här.",
  "views.step-parts.discriminator.noise.name": "Brus",
  "views.step-parts.discriminator.noise":
    "Lika många gånger slumpas {code} tal fram: bruset som generatorn utgår från.",
  "views.step-parts.discriminator.made.name": "Skapade",
  "views.step-parts.discriminator.made":
    "Generatorn skapar ett exempel av varje rad brus. I den här halvan används den bara: den uppdateras inte.",
  "views.step-parts.discriminator.verdicts.name": "Omdömen",
  "views.step-parts.discriminator.verdicts":
    "Diskriminatorn får se båda slagen och ger vart och ett en sannolikhet att vara äkta.",
  "views.step-parts.discriminator.loss.name": "Diskriminatorns förlust",
  "views.step-parts.discriminator.loss":
    "Den är stor där diskriminatorn hade fel: där något äkta fick låg sannolikhet, eller något skapat hög.",
  "views.step-parts.discriminator.gradients.name": "Gradienter, bakåt genom diskriminatorn",
  "views.step-parts.discriminator.gradients":
    "Från förlusten och bakåt: hur mycket var och en av diskriminatorns vikter hade med den att göra. Där tar de slut: generatorn uppdateras inte i den här halvan.",
  "views.step-parts.discriminator.gradients.omitted": "Inga beräknas: det här steget uppdaterar bara generatorn.",
  "views.step-parts.discriminator.moved.name": "Diskriminatorn flyttas",
  "views.step-parts.discriminator.moved":
    "Var och en av dess vikter flyttas lite mot sin gradient. Generatorn stod stilla.",
  "views.step-parts.discriminator.moved.omitted":
    "Diskriminatorn stod stilla: det här steget uppdaterar bara generatorn.",
  "views.step-parts.generator.noise.name": "Nytt brus",
  "views.step-parts.generator.noise":
    "Nu uppdateras generatorn. Nytt brus slumpas fram, {batch} gånger {code} tal; några äkta exempel behövs inte.",
  "views.step-parts.generator.made.name": "Skapade",
  "views.step-parts.generator.made": "Generatorn skapar ett exempel av varje rad brus.",
  "views.step-parts.generator.verdicts.name": "Omdömen",
  "views.step-parts.generator.verdicts":
    "Diskriminatorn, så som den är nu, ger vart och ett en sannolikhet att vara äkta. Generatorn ska ändras så att de ökar.",
  "views.step-parts.generator.loss.name": "Generatorns förlust",
  "views.step-parts.generator.loss":
    "Den är stor där diskriminatorn inte lät sig luras: ju lägre sannolikhet att vara äkta, desto större förlust.",
  "views.step-parts.generator.gradients.name": "Gradienter, genom diskriminatorn till generatorn",
  "views.step-parts.generator.gradients":
    "De går bakåt genom diskriminatorn, vars vikter förblir som de är, till det skapade, och säger hur det borde ändras; sedan vidare in i generatorn.",
  "views.step-parts.generator.gradients.omitted": "Inga beräknas: det här steget uppdaterar bara diskriminatorn.",
  "views.step-parts.generator.moved.name": "Generatorn flyttas",
  "views.step-parts.generator.moved":
    "Var och en av dess vikter flyttas lite mot sin gradient. Diskriminatorn stod stilla.",
  "views.step-parts.generator.moved.omitted": "Generatorn stod stilla: det här steget uppdaterar bara diskriminatorn.",
};
