// Training of an encoder and a decoder: an autoencoder, or a variational one.

import { shown } from "./corruption.js";
import { decoder, encoder } from "./networks.js";
import { changesRate, optimizer, schedule } from "./optimizers.js";
import { lines, squashes } from "./plan.js";

/** @import {Plan} from "./plan.js" */

/** @param {Plan} plan */
export function reconstruction(plan) {
  const { state, experiment, labels } = plan;
  const outputs = experiment.spreads ? 2 * state.code : state.code;
  const says = experiment.spreads
    ? "From an example to the mean of its code and the logarithm of its variance, side by side."
    : "From an example to its code.";
  const { activation } = state;
  return [
    encoder(plan, { name: "Encoder", says, outputs, activation }),
    decoder(plan, {
      name: "Decoder",
      says: `From a code${labels > 0 ? " and a label" : ""} to the example.`,
      input: "codes",
    }),
    model(plan),
    losses(plan),
    schedule(plan),
    training(plan),
  ];
}

/** @param {Plan} plan */
function model(plan) {
  const { experiment } = plan;
  const name = experiment.spreads ? "VariationalAutoencoder" : "Autoencoder";
  const values =
    plan.state.objective === "binary-cross-entropy" || squashes(plan) ? "torch.sigmoid(decoded)" : "decoded";
  return `
class ${name}(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = initialise(Encoder(), 0)
        self.decoder = initialise(Decoder(), 1)


def as_values(decoded):
    """What a decoder gives, in the range of the data."""
    return ${values}
`;
}

/** @param {Plan} plan */
const losses = (plan) => (plan.experiment.spreads ? variational(plan) : plain(plan));

/** @param {Plan} plan */
function plain({ state, experiment }) {
  const loss =
    state.objective === "binary-cross-entropy"
      ? "functional.binary_cross_entropy_with_logits(decoded, examples)"
      : "functional.mse_loss(as_values(decoded), examples)";
  return `
def losses_of(model, shown, examples, step):
    """What is minimised, and the losses by name."""
    codes = model.encoder(shown)
    decoded = model.decoder(codes)
    reconstruction = ${loss}
    ${
      experiment.sparse
        ? lines(
            [
              "norm = codes.abs().mean()",
              `total = reconstruction + ${state.sparsity} * norm`,
              'return total, {"reconstruction": reconstruction, "codeNorm": norm}',
            ],
            "    ",
          )
        : 'return reconstruction, {"reconstruction": reconstruction}'
    }
`;
}

/** @param {Plan} plan */
function variational({ state, experiment, labels }) {
  const bernoulli = state.objective === "binary-cross-entropy";
  const { divergenceWeight, divergenceWarmUp } = state;
  const weight =
    divergenceWarmUp > 0 ? `${divergenceWeight} * min(step / ${divergenceWarmUp}, 1)` : String(divergenceWeight);
  return `${
    bernoulli
      ? ""
      : `
DEVIATION = 0.1  # of the decoder's normal distribution about what it gives

`
  }
def losses_of(model, shown, examples, step${labels > 0 ? ", labels" : ""}):
    """What is minimised, and the losses by name: the negative evidence lower bound and its two parts, in nats."""
    means, log_variances = model.encoder(shown).chunk(2, dim=1)
    noise = torch.from_numpy(Random(NOISE, step).normals(BATCH * CODE)).view(BATCH, CODE)
    codes = means + torch.exp(0.5 * log_variances) * noise
    ${lines(
      [
        labels > 0 && "codes = torch.cat([codes, functional.one_hot(labels, LABELS)], dim=1)",
        "decoded = model.decoder(codes)",
        ...(bernoulli
          ? ['reconstruction = functional.binary_cross_entropy_with_logits(decoded, examples, reduction="sum") / BATCH']
          : [
              "squares = (as_values(decoded) - examples).square().sum() / BATCH",
              `constant = 0.5 * ${experiment.features} * math.log(2 * math.pi * DEVIATION**2)`,
              "reconstruction = 0.5 * squares / DEVIATION**2 + constant",
            ]),
        "divergence = 0.5 * (means.square() + log_variances.exp() - log_variances - 1).sum() / BATCH",
        `total = reconstruction + ${weight} * divergence`,
      ],
      "    ",
    )}
    named = {"negativeElbo": reconstruction + divergence, "reconstruction": reconstruction, "divergence": divergence}
    return total, named
`;
}

/** @param {Plan} plan */
function training(plan) {
  const told = plan.labels > 0 ? ", labels[indices]" : "";
  return `
def train(examples, labels):
    """Trains without end, and gives the losses of each step by name."""
    model = ${plan.experiment.spreads ? "VariationalAutoencoder" : "Autoencoder"}()
    optimizer = ${optimizer(plan, "model.parameters()")}
    for step, indices in enumerate(batches(len(examples))):
        batch = examples[indices]
        ${lines(
          [
            changesRate(plan) && "set_rate(optimizer, step)",
            `loss, named = losses_of(model, ${shown(plan, "batch", "step")}, batch, step${told})`,
            "optimizer.zero_grad()",
            "loss.backward()",
            "optimizer.step()",
            "yield {name: value.item() for name, value in named.items()}",
          ],
          "        ",
        )}
`;
}
