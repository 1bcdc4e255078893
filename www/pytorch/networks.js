// The networks in PyTorch: the names of their weights are those of a saved model.

import { halved } from "./plan.js";

/** @import {Plan, Sides} from "./plan.js" */

/** @param {string} activation @param {string} values */
const activated = (activation, values) =>
  ({ relu: `functional.relu(${values})`, "leaky-relu": `functional.leaky_relu(${values}, 0.2)` })[activation] ?? values;

/** @param {string} name @param {string} says @param {string[]} layers @param {string} input @param {string[]} forward */
const network = (name, says, layers, input, forward) => `
class ${name}(nn.ModuleList):
    """${says}"""

    def __init__(self):
        super().__init__([
            ${layers.join(",\n            ")},
        ])

    def forward(self, ${input}):
        ${forward.join("\n        ")}
`;

/** @param {number[]} widths */
const linear = (widths) => widths.slice(1).map((width, index) => `nn.Linear(${widths[index]}, ${width})`);

/** @param {number} count @param {string} input @param {string} activation */
const chain = (count, input, activation) =>
  Array.from({ length: count }, (_, index) => {
    const values = `self[${index}](${index === 0 ? input : "values"})`;
    return index === count - 1 ? `return ${values}` : `values = ${activated(activation, values)}`;
  });

/** The dimensions of a convolution. @param {Sides} sides */
const dimensions = (sides) => `${sides.length}d`;

/** @param {Sides} sides @param {number} channels @returns {number} values of feature maps */
const count = (sides, channels) => sides.reduce((product, side) => product * side, channels);

/**
 * From an example to some numbers: an encoder or a discriminator.
 * @param {Plan} plan
 * @param {{name: string, says: string, outputs: number, activation: string, packing?: number}} what
 */
export function encoder({ experiment, state, sides, convolves }, { name, says, outputs, activation, packing = 1 }) {
  const { hidden } = state;
  if (!convolves) {
    const widths = [packing * experiment.inputs, ...hidden, outputs];
    const input = packing > 1 ? `examples.reshape(-1, ${widths[0]})` : "examples";
    return network(name, says, linear(widths), "examples", chain(widths.length - 1, input, activation));
  }
  // A smaller picture takes the place of the first layer's output.
  const shown = experiment.enlarges ? 1 : 0;
  const channels = [1, ...hidden.slice(shown)];
  const smallest = halved(sides, hidden.length);
  const first = halved(sides, shown);
  const convolutions = channels
    .slice(1)
    .map(
      (width, index) => `nn.Conv${dimensions(sides)}(${channels[index]}, ${width}, kernel_size=4, stride=2, padding=1)`,
    );
  const last = channels.at(-1) ?? 1;
  const flat = convolutions.length;
  const size = count(flat === 0 ? first : smallest, last);
  return network(name, says, [...convolutions, `nn.Linear(${size}, ${outputs})`], "examples", [
    `values = examples.reshape(-1, 1, ${first.join(", ")})`,
    ...convolutions.map((_, index) => `values = ${activated(activation, `self[${index}](values)`)}`),
    `return self[${flat}](values.flatten(1))`,
  ]);
}

/**
 * From a code to an example: a decoder or a generator.
 * @param {Plan} plan @param {{name: string, says: string, input: string}} what
 */
export function decoder({ experiment, state, sides, convolves, labels }, { name, says, input }) {
  const { hidden, code, activation } = state;
  if (!convolves) {
    const widths = [code + labels, ...hidden.toReversed(), experiment.features];
    return network(name, says, linear(widths), input, chain(widths.length - 1, input, activation));
  }
  const channels = [...hidden.toReversed(), 1];
  const smallest = halved(sides, hidden.length);
  const transposed = channels
    .slice(1)
    .map(
      (width, index) =>
        `nn.ConvTranspose${dimensions(sides)}(${channels[index]}, ${width}, kernel_size=4, stride=2, padding=1)`,
    );
  const first = `nn.Linear(${code + labels}, ${count(smallest, channels[0])})`;
  if (transposed.length === 0) return network(name, says, [first], input, [`return self[0](${input})`]);
  return network(name, says, [first, ...transposed], input, [
    `values = ${activated(activation, `self[0](${input})`)}.reshape(-1, ${[channels[0], ...smallest].join(", ")})`,
    ...transposed.slice(1).map((_, index) => `values = ${activated(activation, `self[${index + 1}](values)`)}`),
    `return self[${transposed.length}](values).flatten(1)`,
  ]);
}

/** Initial weights, from the page's random numbers. @param {Plan} plan */
export const initialWeights = (plan) => (plan.convolves ? convolutional(plan) : dense());

const dense = () => `
@torch.no_grad()
def initialise(network, stream):
    """Weights and biases uniform in +-1/sqrt(inputs), as of nn.Linear itself, by the page's random numbers."""
    for index, layer in enumerate(network):
        inputs, outputs = layer.in_features, layer.out_features
        numbers = Random(WEIGHTS, stream << 32 | index).uniforms((inputs + 1) * outputs)
        numbers = torch.from_numpy((2 * numbers - 1) / np.float32(inputs**0.5))
        # The page keeps a row for each input, and then the biases.
        layer.weight.copy_(numbers[:-outputs].reshape(inputs, outputs).T)
        layer.bias.copy_(numbers[-outputs:])
    return network
`;

/** @param {Plan} plan */
function convolutional({ sides, state }) {
  const kind = dimensions(sides);
  const kernel = sides.map(() => 4).join(", ");
  const smallest = halved(sides, state.hidden.length).join(", ");
  return `
@torch.no_grad()
def initialise(network, stream):
    """Weights and biases uniform in +-1/sqrt(inputs of an output), by the page's random numbers."""
    for index, layer in enumerate(network):
        inputs = layer.weight[0].numel()
        if isinstance(layer, nn.ConvTranspose${kind}):
            # Each number of the larger map is a sum over ${2 ** sides.length} patches.
            inputs = ${2 ** sides.length} * layer.in_channels
        weights, biases = layer.weight.numel(), layer.bias.numel()
        numbers = Random(WEIGHTS, stream << 32 | index).uniforms(weights + biases)
        numbers = torch.from_numpy((2 * numbers - 1) / np.float32(inputs**0.5))
        weight, bias = arranged(network, index, numbers[:weights], numbers[weights:])
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return network


def arranged(network, index, weight, bias):
    """From the page's order, which has inputs before outputs and channels last."""
    layer = network[index]
    if isinstance(layer, nn.Conv${kind}):
        weight = weight.reshape(${kernel}, layer.in_channels, layer.out_channels)
        return weight.movedim((-1, -2), (0, 1)), bias
    if isinstance(layer, nn.ConvTranspose${kind}):
        return weight.reshape(layer.in_channels, ${kernel}, layer.out_channels).movedim(-1, 1), bias
    inputs, outputs = layer.in_features, layer.out_features
    if len(network) == 1:
        # There are no feature maps.
        return weight.reshape(inputs, outputs).T, bias
    if index == 0:
        # From a code to the smallest feature maps.
        weight = weight.reshape(inputs, ${smallest}, -1).movedim(-1, 1)
        bias = bias.reshape(${smallest}, -1).movedim(-1, 0).flatten()
    else:
        # From the smallest feature maps.
        weight = weight.reshape(${smallest}, -1, outputs).movedim(-2, 0)
    return weight.reshape(inputs, outputs).T, bias
`;
}
