// An experiment as a script for PyTorch, in Swedish.

export default {
  "tools.script": "Hämta som PyTorch-skript",

  "errors.script-unreachable":
    "Den del av sidan som skriver skript kunde inte laddas. Den skulle ha kommit från samma server som sidan. Försök igen när nätet är tillbaka.",
  "errors.script-of-molecules":
    "För molekyler skrivs inget skript: sidan kan ännu inte säga i PyTorch hur de läses. Bilder, punkter eller signaler går bra. Välj något av dem; en sparad modell går ändå att öppna i PyTorch.",
  "errors.script-of-own-pictures":
    "För egna bilder skrivs inget skript: de har aldrig lämnat den här webbläsaren, så skriptet skulle inte kunna hämta dem. En av sidans datamängder, punkter eller signaler går bra. Välj något av dem.",
};
