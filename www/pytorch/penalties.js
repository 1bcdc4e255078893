// The penalty on the slope of the discriminator.

/** @import {Plan} from "./plan.js" */

/** @param {Plan} plan */
export function penalty({ state, experiment, labels }) {
  const told = labels > 0 ? ", labels" : "";
  const packing = experiment.packs ? state.packing : 1;
  const every = state.penaltyEvery;
  const weight = `
PENALTY = ${every > 1 ? `${every} * ${state.penaltyWeight}` : state.penaltyWeight}  # how much the slope of the discriminator counts${every > 1 ? `, in one step of ${every}` : ""}

`;
  if (state.penalty === "approximate-r1") {
    return `${weight}
def squared_slopes(gan, examples, logits, step${told}):
    """Of the discriminator, by the difference to examples that are moved a little, each number up or down (arXiv 2501.08316)."""
    words = np.array(Random(CORRUPTION, step).words(examples.numel()), np.uint64)
    moves = torch.from_numpy(np.where(words >> np.uint64(63), -0.01, 0.01).astype(np.float32))
    moved = gan.judge(examples + moves.view_as(examples)${told})
    return ((moved - logits) / 0.01).square(), [moved]
`;
  }
  const slopes = `
def squared_slopes(gan, examples${told}):
    """The squared norm of the discriminator's gradient at each example${packing > 1 ? ", or at those judged together" : ""}."""
    examples = examples.detach().requires_grad_()
    logits = gan.judge(examples${told})
    (gradients,) = torch.autograd.grad(logits.sum(), examples, create_graph=True)
    return gradients.reshape(len(logits), -1).square().sum(dim=1)
`;
  if (state.penalty === "r1") return weight + slopes;
  return `${weight}
def between(real, made, step):
    """Somewhere between each real example and a made one (Gulrajani et al., arXiv 1704.00028)."""
    shares = torch.from_numpy(Random(CORRUPTION, step).uniforms(BATCH${packing > 1 ? ` // ${packing}` : ""}))
    shares = shares${packing > 1 ? `.repeat_interleave(${packing})` : ""}[:, None]
    return shares * real + (1 - shares) * made

${slopes}`;
}
