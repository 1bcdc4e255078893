// The optimiser in PyTorch, and how its rate changes.

/** @import {Plan} from "./plan.js" */

/** @param {Plan} plan @param {string} parameters @param {number} [rate] */
export function optimizer({ state, betas }, parameters, rate = state.learningRate) {
  const both = `betas=(${betas.beta1}, ${betas.beta2})`;
  const rules = {
    adam: `Adam(${parameters}, lr=${rate}, ${both})`,
    adamw: `AdamW(${parameters}, lr=${rate}, ${both}, weight_decay=${state.weightDecay})`,
    rmsprop: `RMSprop(${parameters}, lr=${rate}, alpha=${betas.beta2})`,
    sgd: `SGD(${parameters}, lr=${rate}, momentum=${betas.beta1})`,
  };
  return `torch.optim.${rules[state.optimizer]}`;
}

/** Whether the learning rate changes. @param {Plan} plan */
export const changesRate = ({ state }) => state.warmUp > 0 || state.schedule !== "constant";

/** The share of the learning rate in each step. @param {Plan} plan */
export function schedule(plan) {
  if (!changesRate(plan)) return "";
  const { warmUp, schedule: name, scheduleSteps } = plan.state;
  const parts = [
    warmUp > 0 && `min((step + 1) / ${warmUp}, 1)`,
    name === "cosine" && `0.5 * (1 + math.cos(math.pi * min(step / ${scheduleSteps}, 1)))`,
  ];
  return `
def share_of_rate(step):
    """Of the learning rate, in the step after so many others."""
    return ${parts.filter(Boolean).join(" * ")}


def set_rate(optimizer, step):
    for group in optimizer.param_groups:
        group.setdefault("whole_rate", group["lr"])
        group["lr"] = group["whole_rate"] * share_of_rate(step)
`;
}
