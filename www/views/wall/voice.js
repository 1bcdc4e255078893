// A voice of this machine in the language of the page: one that sends what it says to a server is none.

import { currentLanguage } from "../../languages/index.js";

const synthesis = /** @type {SpeechSynthesis|undefined} */ (window.speechSynthesis);

/** @param {() => void} listener called when there are other voices: some browsers find them late */
export const onVoices = (listener) => synthesis?.addEventListener?.("voiceschanged", listener);

export const hasVoice = () => voice() !== undefined;

export const hush = () => synthesis?.cancel();

/** @param {string} text */
export function speak(text) {
  const own = voice();
  if (!own || !text) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = own;
  utterance.lang = own.lang;
  hush();
  synthesis?.speak(utterance);
}

const voice = () =>
  synthesis?.getVoices().find(({ localService, lang }) => localService && lang.split(/[-_]/)[0] === currentLanguage());
