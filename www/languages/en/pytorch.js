// An experiment as a script for PyTorch, in English.

export default {
  "tools.script": "Get as a PyTorch script",

  "errors.script-unreachable":
    "The part of the page that writes scripts could not be loaded. Expected it from the same server as the page. Try again when the network is back.",
  "errors.script-of-molecules":
    "No script is written for molecules: the page cannot yet say in PyTorch how they are read. Expected pictures, points or signals. Choose one of these; a saved model opens in PyTorch all the same.",
  "errors.script-of-own-pictures":
    "No script is written for pictures of your own: they have not left this browser, and the script could not fetch them. Expected a data set of the page, points or signals. Choose one of these.",
};
