// A discriminator's verdict in words.

/** From one of these on it can be told. */
const [MADE, REAL] = [0.4, 0.6];

/** The message key of a verdict. @param {number} score the probability of being real, 0 to 1 */
export function verdictOf(score) {
  if (score >= REAL) return "views.verdicts.probably-real";
  return score <= MADE ? "views.verdicts.probably-made" : "views.verdicts.cannot-tell";
}
