// What is said of a run that is the same on many machines.

export default {
  "engines.reproducible": "Same on every machine",
  "same-run.engine": "Rounds alike on every machine: one thread and plain SIMD, so it is slower.",
  "same-run.checksum": "Checksum",
  "same-run.at-rest": "is told when training rests.",
  "same-run.at": "at step {step}.",
  "same-run.same": "The same link gives the same on every machine.",
  "same-run.differs": "Another machine may get another.",
  "same-run.choose": "Make it the same",
  "same-run.choose.all": "Make it the same: start over, alike on every machine",
  "same-run.link": "the same on every machine",
  "same-run.link.note":
    "Slower, and equal to the last bit: everybody sees the same at the same step, and the checksum among the results tells.",
  "same-run.summary": "Checksum of the run at step {step}: {checksum}.",
};
