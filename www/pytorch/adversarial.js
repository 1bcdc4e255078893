// Training of a generator and a discriminator.

import { decoder, encoder } from "./networks.js";
import { changesRate, optimizer, schedule } from "./optimizers.js";
import { penalty } from "./penalties.js";
import { lines, penalised } from "./plan.js";

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
    AVERAGE,
    countsSteps(plan) ? REMEMBER_STEPS : "",
    training(plan),
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
# ${source}. From logits of real examples and of made ones:


def discriminator_loss(real, made):
    return ${discriminator}


def generator_loss(real, made):
    return ${generator}
`;
}

/** How sure the discriminator is, as the page shows it. @param {Plan} plan */
function scores(plan) {
  const { objective } = plan.state;
  const probability =
    { "least-squares": "logits.clamp(0, 1)", hinge: "(0.5 * (logits + 1)).clamp(0, 1)" }[String(objective)] ??
    "torch.sigmoid(logits)";
  if (!isRelative(plan)) {
    return `
def scores(real, made):
    """The mean probability of being real that the discriminator gives to real examples and to made ones."""
    return [${probability}.mean() for logits in (real, made)]
`;
  }
  return `
def scores(real, made, *others):
    """The mean probability of being real that the discriminator gives to real examples and to made ones. Its logits say something
    beside each other only: undecided is where as many are taken for real as for made."""
    logits = torch.cat([real, made, *others])
    low, high = logits.min(), logits.max()
    for _ in range(40):
        undecided = (low + high) / 2
        if torch.tanh((logits - undecided) / 2).sum() > 0:
            low = undecided
        else:
            high = undecided
    return [torch.sigmoid(logits - (low + high) / 2).mean() for logits in (real, made)]
`;
}

const AVERAGE = `
def average(gan, steps):
    """Moves the mean of the generator's weights, which remembers little at first and more later."""
    decay = min(0.998, (1 + steps) / (10 + steps))
    with torch.no_grad():
        for mean, weight in zip(gan.average.parameters(), gan.generator.parameters()):
            mean.lerp_(weight, 1 - decay)
`;

const REMEMBER_STEPS = `
def remember_steps(optimizer, step):
    """The page counts the steps in which the generator rested as well, when it corrects the bias of Adam's means."""
    for weight in optimizer.param_groups[0]["params"]:
        state = optimizer.state[weight]
        if not state:
            state["exp_avg"], state["exp_avg_sq"] = torch.zeros_like(weight), torch.zeros_like(weight)
        state["step"] = torch.tensor(float(step))
`;

/** Whether the generator rests in some steps, of which its optimiser keeps count. @param {Plan} plan */
const countsSteps = ({ state }) => state.discriminatorSteps > 1 && ["adam", "adamw"].includes(state.optimizer);

/** @param {Plan} plan */
function training(plan) {
  const { state, labels, experiment } = plan;
  const { learningRate, discriminatorLearningRate: own } = state;
  const told = labels > 0 ? ", told" : "";
  return `
def train(examples, labels):
    """Trains without end, and gives the losses of each step by name."""
    gan = GAN()
    of_generator = ${optimizer(plan, "gan.generator.parameters()")}
    of_discriminator = ${optimizer(plan, "gan.discriminator.parameters()", own === "" ? learningRate : own)}
    for step, indices in enumerate(batches(len(examples))):
        real = ${experiment.kind === "pictures" ? "2 * examples[indices] - 1" : "examples[indices]"}
        noise = torch.from_numpy(Random(NOISE, step).normals(2 * BATCH * CODE)).view(2, BATCH, CODE)
        ${lines(
          [
            labels > 0 && "told = labels[indices]",
            labels > 0 &&
              "noise = torch.cat([noise, functional.one_hot(told, LABELS).expand(2, BATCH, LABELS)], dim=2)",
            changesRate(plan) && "set_rate(of_generator, step)",
            changesRate(plan) && "set_rate(of_discriminator, step)",
            "",
            ...discriminatorHalf(plan, told),
            "",
            ...generatorHalf(plan, told),
            "yield {name: value.item() for name, value in named.items()}",
          ],
          "        ",
        )}
`;
}

/** @param {Plan} plan @param {string} told */
function discriminatorHalf(plan, told) {
  const { penalty: kind, penaltyEvery: every } = plan.state;
  const near = penalised(plan) && kind === "approximate-r1" && isRelative(plan);
  const penalising = [
    `squares${kind === "approximate-r1" ? ", near" : ""} = ${squaresOf(kind, told)}`,
    `loss = loss + PENALTY * ${kind === "gradient" ? "(squares.sqrt() - 1).square().mean()" : "squares.mean() / 2"}`,
    'named["slope"] = squares.mean().sqrt()',
  ];
  return [
    "# The discriminator is to tell real from made.",
    "made = gan.make(noise[0]).detach()",
    `real_logits, made_logits = gan.judge(real${told}), gan.judge(made${told})`,
    "loss = discriminator_loss(real_logits, made_logits)",
    'named = {"discriminator": loss}',
    plan.labels > 0 && "# By the same logits it also learns to tell the labels of real ones.",
    plan.labels > 0 && "loss = loss + 0.05 * functional.cross_entropy(gan.discriminator(real), told)",
    near && every > 1 && "near = []",
    ...(penalised(plan) ? when(every > 1 && `if step % ${every} == 0:`, penalising) : []),
    `named["realScore"], named["madeScore"] = scores(real_logits, made_logits${near ? ", *near" : ""})`,
    "of_discriminator.zero_grad()",
    "loss.backward()",
    "of_discriminator.step()",
  ];
}

/** @param {Plan} plan @param {string} told */
function generatorHalf(plan, told) {
  const { discriminatorSteps: every } = plan.state;
  const update = [
    "of_generator.zero_grad()",
    "loss.backward()",
    countsSteps(plan) && "remember_steps(of_generator, step)",
    "of_generator.step()",
    "average(gan, step + 1)",
  ];
  return [
    "# The generator is to have what it makes taken for real.",
    `real_logits, made_logits = gan.judge(real${told}).detach(), gan.judge(gan.make(noise[1])${told})`,
    "loss = generator_loss(real_logits, made_logits)",
    'named["generator"] = loss',
    ...when(every > 1 && `if (step + 1) % ${every} == 0:`, update),
  ];
}

/** Lines, under a condition where there is one. @param {string|false} condition @param {(string|false)[]} then */
const when = (condition, then) => (condition ? [condition, ...then.map((line) => line && `    ${line}`)] : then);

/** @param {string} kind @param {string} told */
const squaresOf = (kind, told) =>
  ({
    gradient: `squared_slopes(gan, between(real, made, step)${told})`,
    "approximate-r1": `squared_slopes(gan, real, real_logits, step${told})`,
  })[kind] ?? `squared_slopes(gan, real${told})`;
