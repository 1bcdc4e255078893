// What is said where the page is shown by a projector.

export default {
  "share.letter-keys.title": "Bokstavstangenter",
  "share.letter-keys": "F för helskärm, P för projektor",
  "share.projector": "Projektor",
  "share.projector.leave": "Lämna",
  "share.projector.keys": "Tangenter (?)",
  "share.projector.keys.play": "Mellanslag: träna, pausa",
  "share.projector.keys.forward": "→ eller Page Down: ett steg; i en lektion nästa",
  "share.projector.keys.back": "← eller Page Up: se tillbaka; i en lektion det förra",
  "share.projector.keys.view": "V: en annan vy",
  "share.projector.keys.restart": "R: börja om",
  "share.projector.keys.full": "F: helskärm",
  "share.projector.keys.leave": "P eller Escape: lämna",
};
