// What is said of the page without a network, and of its versions.

export default {
  "offline.works": "Works without a network now, with the data used so far.",
  "offline.new-version": "A new version of the page is ready. Your experiment goes on in it.",
  "offline.use": "Use it now",
  "offline.later": "Later",
};
