// An experiment as a script in Python that does the same with PyTorch.

import { adversarial } from "./adversarial.js";
import { corruption } from "./corruption.js";
import { data, folderOf } from "./data.js";
import { initialWeights } from "./networks.js";
import { opening } from "./opening.js";
import { lossNames, nameOf, planOf } from "./plan.js";
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
    settings(plan),
    ...(plan.experiment.discriminates ? adversarial(plan) : reconstruction(plan)),
    corruption(plan),
    data(plan),
    opening(plan),
    randomNumbers(plan),
    initialWeights(plan),
    main(plan),
  ];
  const body = parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n\n");
  return { name: `${nameOf(plan)}.py`, text: `${head(plan)}\n\n${imports(body)}\n\n${body}\n` };
}

/** Of two networks that compete. */
const DRIFT = `

The losses of a GAN may still drift apart by some thousandths or more before the hundredth step: where a gradient cancels, as of
biases when each real example stands beside a made one, Adam makes whole steps of what rounding leaves of it, and an example may be
moved over a kink of the networks. PyTorch in 32 and in 64 bits do the same.`;

/** What the link says and no setting does. @param {string} link */
function alone(link) {
  const update = new URLSearchParams(link.slice(link.indexOf("#") + 1)).get("update");
  return update ? `\n\nOn the page the ${update} alone is updated, by a person's choice; here both are.` : "";
}

/** What can be said of it in a line. @param {Plan} plan */
function head(plan) {
  const { experiment, link } = plan;
  const model = experiment.discriminates
    ? "A generative adversarial network"
    : experiment.spreads
      ? "A variational autoencoder"
      : "An autoencoder";
  return `"""${model} in PyTorch, from the Generative Playground.

${link.startsWith("#") ? `On any copy of the page, after its address:\n\n${link}` : link}

It begins with the same weights as that experiment, sees the same examples in the same order and the same noise, and has the
same losses up to rounding, as long as no setting is changed while it trains.${experiment.discriminates ? alone(link) + DRIFT : ""}

    pip install torch numpy${experiment.kind === "pictures" ? " pillow" : ""}

${usage(plan)}"""`;
}

/** How a script is run. @param {Plan} plan */
function usage(plan) {
  const { experiment, state, page, made } = plan;
  const makes = experiment.discriminates
    ? "samples"
    : experiment.spreads
      ? "reconstructions and samples"
      : "reconstructions";
  // One that cannot fetch its data has to be told each time where they are.
  const told = made || page ? "" : " --data FOLDER";
  const lines = [
    [told, "trains 100 steps, and prints their losses as CSV"],
    [`${told} --losses 1000`, "so many"],
    [`${told} --model FILE`, `opens a model saved on the page, and writes ${makes}`],
  ];
  if (!made && page) lines.push([" --data FOLDER", `finds the data set ${state.dataset} there, and not on the page`]);
  const width = Math.max(...lines.map(([given]) => given.length)) + 2;
  const shown = lines.map(([given, does]) => `    python ${nameOf(plan)}.py${given.padEnd(width)}${does}\n`);
  if (told) shown.push(`\nFOLDER has the files that the page, where it is on the web, has in ${folderOf(plan)}.\n`);
  return shown.join("");
}

/** Of Python's own library, what a script uses. @param {string} body */
const imports = (body) => `${["argparse", "copy", "csv", "gzip", "json", "math", "sys"]
  .filter((name) => new RegExp(`\\b(?<!\\.)${name}\\.`).test(body))
  .map((name) => `import ${name}\n`)
  .join("")}from itertools import islice
from pathlib import Path
${body.includes("urlopen") ? "from urllib.request import urlopen\n" : ""}
import numpy as np
import torch
from torch import nn
from torch.nn import functional`;

/** @param {Plan} plan */
const settings = (plan) => {
  const { state, labels, experiment } = plan;
  return `
LOSSES = ${JSON.stringify(lossNames(plan)).replaceAll(",", ", ")}
BATCH, CODE = ${state.batchSize}, ${state.code}
${labels > 0 ? `LABELS = ${labels}\n` : ""}SHOWN = ${experiment.kind === "points" ? 1000 : 64}  # examples that are written into files
`;
};

/** @param {Plan} plan */
function main(plan) {
  return `
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ${plan.made ? "" : `parser.add_argument("--data", metavar="FOLDER"${plan.page ? "" : ", required=True"})\n    `}parser.add_argument("--losses", metavar="STEPS", type=int, default=100)
    parser.add_argument("--model", metavar="FILE")
    given = parser.parse_args()
    folder = ${plan.made ? "None" : "given.data"}
    if given.model:
        open_model(given.model, folder)
        return
    table = csv.DictWriter(sys.stdout, ["step", *LOSSES], lineterminator="\\n")
    table.writeheader()
    for step, losses in enumerate(islice(train(*training_data(folder)), given.losses), 1):
        table.writerow({"step": step, **losses})


if __name__ == "__main__":
    main()
`;
}
