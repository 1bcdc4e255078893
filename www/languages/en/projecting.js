// What is said where the page is shown by a projector.

export default {
  "share.letter-keys.title": "Letter keys",
  "share.letter-keys": "F for the full screen, P for a projector",
  "share.projector": "Projector",
  "share.projector.leave": "Leave",
  "share.projector.keys": "Keys (?)",
  "share.projector.keys.play": "Space: train, pause",
  "share.projector.keys.forward": "→ or Page Down: one step; in a lesson the next one",
  "share.projector.keys.back": "← or Page Up: look back; in a lesson the one before",
  "share.projector.keys.view": "V: another view",
  "share.projector.keys.restart": "R: start over",
  "share.projector.keys.full": "F: full screen",
  "share.projector.keys.leave": "P or Escape: leave",
};
