// Training of a generator and a discriminator.

import { decoder, encoder, initialWeights } from "./networks.js";
import { changesRate, optimizer, schedule } from "./optimizers.js";
import { lines, penalised } from "./plan.js";
import { penalty } from "./penalties.js";

/** @import {Plan} from "./plan.js" */

/** What the discriminator and the generator minimise, by objective. @type {Record<string, [says: string, string, string]>} */
const OBJECTIVES = {
  "non-saturating": [
    "Goodfellow et al., arXiv 1406.2661",
    "functional.softplus(-real).mean() + functional.softplus(made).mean()",
    "functional.softplus(-made).mean()",
  ],
  saturating: [
    "Goodfellow et al., arXiv 1406.2661, equation 1",
    "functional.softplus(-real).mean() + functional.softplus(made).mean()",
    "-functional.softplus(made).mean()",
  ],
  "least-squares": [
    "Mao et al., arXiv 1611.04076",
    "0.5 * ((real - 1).square() + made.square()).mean()",
    "0.5 * (made - 1).square().mean()",
  ],
  hinge: [
    "Lim and Ye, arXiv 1705.02894",
    "functional.relu(1 - real).mean() + functional.relu(1 + made).mean()",
    "-made.mean()",
  ],
  wasserstein: ["Arjovsky et al., arXiv 1701.07875", "(made - real).mean()", "-made.mean()"],
  relativistic: [
    "Each real example beside a made one: Huang et al., arXiv 2501.05441",
    "functional.softplus(made - real).mean()",
    "functional.softplus(real - made).mean()",
  ],
};

/** Whether logits say something beside each other only. @param {Plan} plan */
const isRelative = ({ state }) => ["wasserstein", "relativistic"].includes(state.objective);

/** @param {Plan} plan */
export function adversarial(plan) {
  const { state, labels, experiment } = plan;
  const packing = experiment.packs ? state.packing : 1;
  const centred = experiment.kind === "pictures" ? " in -1..1" : "";
  const judged = packing > 1 ? `${packing} examples together` : "an example";
  return [
    decoder(plan, {
      name: "Generator",
      says: `From noise${labels > 0 ? " and a label" : ""} to an example${centred}, before its last activation.`,
      input: "noise",
    }),
    encoder(plan, {
      name: "Discriminator",
      says: `From ${judged}${centred} to a logit${labels > 0 ? " for each label" : ""}: above zero for real.`,
      outputs: labels || 1,
      activation: "leaky-relu",
      packing,
    }),
    model(plan),
    objective(plan),
    penalised(plan) ? penalty(plan) : "",
    scores(plan),
    schedule(plan),
    training(plan),
    initialWeights(plan),
  ];
}

/** @param {Plan} plan */
function model({ experiment, labels }) {
  const pictures = experiment.kind === "pictures";
  return `
class GAN(nn.Module):
    def __init__(self):
        super().__init__()
        self.generator = initialise(Generator(), 0)
        self.discriminator = initialise(Discriminator(), 1)
        # The running mean of the generator's weights, which makes the pictures that are shown.
        self.average = copy.deepcopy(self.generator)

    def make(self, noise):
        """${pictures ? "Examples in -1..1" : "Examples"}, from noise${labels > 0 ? " with a label behind it" : ""}."""
        return ${pictures ? "torch.tanh(0.5 * self.generator(noise))" : "self.generator(noise)"}

    def judge(self, examples${labels > 0 ? ", labels" : ""}):
        ${
          labels > 0
            ? lines(
                [
                  '"""The logit of each for its label."""',
                  "return self.discriminator(examples).gather(1, labels[:, None]).flatten()",
                ],
                "        ",
              )
            : "return self.discriminator(examples).flatten()"
        }
`;
}

/** @param {Plan} plan */
function objective({ state }) {
  const [source, discriminator, generator] = OBJECTIVES[state.objective];
  return `
# From logits of real examples and of made ones. ${source}.


def discriminator_loss(real, made):
    return ${discriminator}


def generator_loss(real, made):
    return ${generator}
`;
}

/** How sure the discriminator is, as the page shows it. @param {Plan} plan */
function scores(plan) {
  const probability =
    { "least-squares": "logits.clamp(0, 1)", hinge: "(0.5 * (logits + 1)).clamp(0, 1)" }[
      /** @type {string} */ (plan.state.objective)
    ] ?? (isRelative(plan) ? "torch.sigmoid(logits - undecided)" : "torch.sigmoid(logits)");
  if (!isRelative(plan)) {
    return `
def scores(logits, *others):
    """The mean probability of being real, of each of several batches of logits."""
    return [${probability.replaceAll("logits", "logits")}.mean() for logits in (logits, *others)][:2]
`;
  }
  return `
def scores(*batches):
    """The mean probability of being real, of each of several batches of logits: they say something beside each other only."""
    low, high = torch.cat(batches).min(), torch.cat(batches).max()
    for _ in range(40):
        undecided = (low + high) / 2
        # As many are to be taken for real as for made.
        if torch.tanh(0.5 * (torch.cat(batches) - undecided)).sum() > 0:
            low = undecided
        else:
            high = undecided
    undecided = (low + high) / 2
    return [${probability}.mean() for logits in batches][:2]
`;
}

/** @param {Plan} plan */
function training(plan) {
  const { state, labels, experiment } = plan;
  const { discriminatorSteps: rest, discriminatorLearningRate: own, penalty: kind, penaltyEvery } = state;
  const told = labels > 0 ? ", told" : "";
  const real = experiment.kind === "pictures" ? "2 * examples[indices] - 1" : "examples[indices]";
  const some = penalised(plan);
  const near = some && kind === "approximate-r1";
  const due = some && penaltyEvery > 1;
  const inner = due ? "            " : "        ";
  const corrects = rest > 1 && ["adam", "adamw"].includes(state.optimizer);
  const judgement = [
    "real_logits, made_logits = gan.judge(real" + told + "), gan.judge(made" + told + ")",
    "loss = discriminator_loss(real_logits, made_logits)",
  ];
  const batches = near ? "*near" : "";
  const generatorUpdate = [
    "of_generator.zero_grad()",
    "loss.backward()",
    corrects && "remember_steps(of_generator, step)",
    "of_generator.step()",
    "average(gan, step + 1)",
  ].filter(Boolean);
  return `
def average(gan, steps):
    """Moves the mean of the generator's weights, which remembers little at first and more later."""
    decay = min(0.998, (1 + steps) / (10 + steps))
    with torch.no_grad():
        for mean, weight in zip(gan.average.parameters(), gan.generator.parameters()):
            mean.lerp_(weight, 1 - decay)

${
  corrects
    ? `
def remember_steps(optimizer, step):
    """The page counts the steps in which the generator rested as well, when it corrects Adam's bias."""
    for group in optimizer.param_groups:
        for weight in group["params"]:
            state = optimizer.state[weight]
            if not state:
                state["exp_avg"], state["exp_avg_sq"] = torch.zeros_like(weight), torch.zeros_like(weight)
            state["step"] = torch.tensor(float(step))

`
    : ""
}
def train(examples, labels):
    """Trains without end, and gives the losses of each step by name."""
    gan = GAN()
    of_generator = ${optimizer(plan, "gan.generator.parameters()")}
    of_discriminator = ${optimizer(plan, "gan.discriminator.parameters()", own === "" ? state.learningRate : own)}
    for step, indices in enumerate(batches(len(examples))):
        real = ${real}
        noise = torch.from_numpy(Random(NOISE, step).normals(2 * BATCH * CODE)).view(2, BATCH, CODE)
        ${lines(
          [
            labels > 0 && "told = labels[indices]",
            labels > 0 &&
              "noise = torch.cat([noise, functional.one_hot(told, LABELS).expand(2, BATCH, LABELS)], dim=2)",
            changesRate(plan) && "set_rate(of_generator, step)",
            changesRate(plan) && "set_rate(of_discriminator, step)",
            "",
            "# The discriminator is to tell real from made.",
            "made = gan.make(noise[0]).detach()",
            ...judgement,
            "named = {}",
            near ? "near = []" : false,
            due && `if step % ${penaltyEvery} == 0:`,
            some && `${due ? "    " : ""}squares${near ? ", near" : ""} = ${penaltyCall(kind, told)}`,
            some &&
              `${due ? "    " : ""}loss = loss + ${penaltyEvery > 1 ? `${penaltyEvery} * ` : ""}${state.penaltyWeight} * ${kind === "gradient" ? "(squares.sqrt() - 1).square().mean()" : "0.5 * squares.mean()"}`,
            some && `${due ? "    " : ""}named["slope"] = squares.mean().sqrt()`,
            `named["discriminator"] = discriminator_loss(real_logits, made_logits)`,
            `named["realScore"], named["madeScore"] = scores(real_logits, made_logits${batches && `, ${batches}`})`,
            "of_discriminator.zero_grad()",
            "loss.backward()",
            "of_discriminator.step()",
            "",
            "# The generator is to have what it makes taken for real.",
            `real_logits, made_logits = gan.judge(real${told}).detach(), gan.judge(gan.make(noise[1])${told})`,
            'named["generator"] = loss = generator_loss(real_logits, made_logits)',
            ...(rest > 1
              ? [
                  `if (step + 1) % ${rest} == 0:  # In the other steps it rests.`,
                  ...generatorUpdate.map((line) => `    ${line}`),
                ]
              : generatorUpdate),
            "yield {name: value.item() for name, value in named.items()}",
          ],
          "        ",
        ).replaceAll(/ +\n/g, "\n")}
`.replaceAll(inner === "" ? "" : "\0", "");
}

/** @param {string} kind @param {string} told */
const penaltyCall = (kind, told) =>
  ({
    r1: `squared_slopes(gan, real${told})`,
    gradient: `squared_slopes(gan, between(real, made, step)${told})`,
    "approximate-r1": `squared_slopes(gan, real, real_logits, step${told})`,
  })[kind];
