// An experiment as a script in Python that does the same with PyTorch.

import { adversarial } from "./adversarial.js";
import { corruption } from "./corruption.js";
import { data } from "./data.js";
import { opening } from "./opening.js";
import { lines, lossNames, nameOf, planOf } from "./plan.js";
import { randomNumbers } from "./random.js";
import { reconstruction } from "./reconstruction.js";

/** @import {SettingsDescription} from "../types/library" */
/** @import {State} from "../types/page" */
/** @import {Plan} from "./plan.js" */

/**
 * @param {State} state
 * @param {SettingsDescription} description
 * @param {{link: string, page: string}} addresses of the experiment, and of the page
 * @returns {{name: string, text: string}|{lacks: "molecules"|"own"}} what cannot be written, where it cannot
 */
export function scriptOf(state, description, addresses) {
  const plan = planOf(state, description, addresses);
  if (plan.set.molecules) return { lacks: "molecules" };
  if (plan.experiment.own) return { lacks: "own" };
  const parts = [
    head(plan),
    settings(plan),
    ...(plan.experiment.discriminates ? adversarial(plan) : reconstruction(plan)),
    corruption(plan),
    data(plan),
    opening(plan),
    randomNumbers(plan),
    main(plan),
  ];
  const text = parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n\n");
  return { name: `${nameOf(plan)}.py`, text: `${text}\n` };
}

/** What can be said of it in a line. @param {Plan} plan */
function head(plan) {
  const { experiment, link, state, set } = plan;
  const model = experiment.discriminates
    ? "A generative adversarial network"
    : experiment.spreads
      ? "A variational autoencoder"
      : "An autoencoder";
  const name = nameOf(plan);
  const makes = experiment.discriminates
    ? "samples"
    : experiment.spreads
      ? "reconstructions and samples"
      : "reconstructions";
  return `"""${model} in PyTorch, from the Generative Playground.

${link}

It begins with the same weights as that experiment, sees the same examples in the same order and the same noise, and has the
same losses up to rounding, as long as no setting is changed while it trains.

    pip install torch numpy${experiment.kind === "pictures" ? " pillow" : ""}

    python ${name}.py                        trains 100 steps, and prints their losses as CSV
    python ${name}.py --losses 1000          so many
    python ${name}.py --model FILE           opens a model that was saved on the page, and writes ${makes}
${set.points || set.signals ? "" : `    python ${name}.py --data FOLDER          finds the data set ${state.dataset} there, and not on the page\n`}"""`;
}

/** @param {Plan} plan */
function settings(plan) {
  const { state, labels, experiment, set } = plan;
  const computed = !set.points && !set.signals;
  const imports = [
    "import argparse",
    experiment.discriminates && "import copy",
    "import csv",
    computed && "import gzip",
    "import json",
    "import math",
    "import sys",
    "from itertools import islice",
    "from pathlib import Path",
    computed && "from urllib.request import urlopen",
    "",
    "import numpy as np",
    "import torch",
    "from torch import nn",
    "from torch.nn import functional",
    "",
    `BATCH, CODE = ${state.batchSize}, ${state.code}`,
    labels > 0 && `LABELS = ${labels}`,
    `SHOWN = ${experiment.kind === "points" ? 1000 : 64}  # examples that are written into files`,
  ];
  return lines(imports, "");
}

/** @param {Plan} plan */
function main(plan) {
  const { set } = plan;
  return `
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ${set.points || set.signals ? "" : 'parser.add_argument("--data", metavar="FOLDER")\n    '}parser.add_argument("--losses", metavar="STEPS", type=int, default=100)
    parser.add_argument("--model", metavar="FILE")
    given = parser.parse_args()
    folder = ${set.points || set.signals ? "None" : "given.data"}
    if given.model:
        open_model(given.model, folder)
        return
    table = csv.DictWriter(sys.stdout, ${JSON.stringify(["step", ...lossNames(plan)]).replaceAll(",", ", ")}, lineterminator="\\n")
    table.writeheader()
    for step, losses in enumerate(islice(train(*training_data(folder)), given.losses), 1):
        table.writerow({"step": step, **losses})


if __name__ == "__main__":
    main()
`;
}
