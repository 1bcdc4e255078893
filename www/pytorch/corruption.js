// What an encoder is shown in the place of the example.

/** @import {Plan} from "./plan.js" */

/** Whether it is shown something else. @param {Plan} plan */
const corrupts = ({ state, experiment }) => experiment.encodes && state.corruption !== "none";

/** @param {Plan} plan @param {string} examples @param {string} step */
export const shown = (plan, examples, step) => (corrupts(plan) ? `corrupted(${examples}, ${step})` : examples);

/** @param {Plan} plan */
export function corruption(plan) {
  if (!corrupts(plan)) return "";
  const { state, experiment, sides } = plan;
  const [says, body] = {
    noise: [
      "with normal noise on it",
      [
        "noise = torch.from_numpy(Random(CORRUPTION, step).normals(examples.numel())).view_as(examples)",
        `return ${experiment.kind === "pictures" ? "(examples + AMOUNT * noise).clamp(0, 1)" : "examples + AMOUNT * noise"}`,
      ],
    ],
    mask: [
      "with holes",
      [
        "chances = torch.from_numpy(Random(CORRUPTION, step).uniforms(examples.numel())).view_as(examples)",
        "return examples.masked_fill(chances < AMOUNT, 0)",
      ],
    ],
    "salt-and-pepper": [
      "with some values black or white",
      [
        "random = Random(CORRUPTION, step)",
        "corrupted = examples.clone()",
        "values = corrupted.view(-1)",
        "for place in range(len(values)):",
        "    if random.words(1)[0] >> 40 < AMOUNT * (1 << 24):",
        "        values[place] = random.below(2)",
        "return corrupted",
      ],
    ],
    block: [
      "with a block missing",
      sides.length === 1
        ? [
            "random = Random(CORRUPTION, step)",
            "corrupted = examples.clone()",
            `missing = int(AMOUNT * ${sides[0]} + 0.5)`,
            "for signal in corrupted:",
            `    start = random.below(${sides[0]} - missing + 1)`,
            "    signal[start : start + missing] = 0",
            "return corrupted",
          ]
        : [
            "random = Random(CORRUPTION, step)",
            `corrupted = examples.reshape(-1, ${sides.join(", ")}).clone()`,
            `missing = int(AMOUNT * ${sides[0]} + 0.5)`,
            "for picture in corrupted:",
            `    top, left = (random.below(${sides[0]} - missing + 1) for _ in range(2))`,
            "    picture[top : top + missing, left : left + missing] = 0.5",
            "return corrupted.flatten(1)",
          ],
    ],
    blur: [
      "blurred by a Gaussian, which is a product of two",
      [
        `deviation = AMOUNT * ${Math.min(...sides)} / 7`,
        "if deviation == 0:",
        "    return examples",
        "reach = math.ceil(3 * deviation)",
        "distances = torch.arange(-reach, reach + 1)",
        "weights = torch.exp(-0.5 * (distances / deviation) ** 2)",
        "weights /= weights.sum()",
        `pictures = examples.reshape(-1, 1, ${sides.join(", ")})`,
        'pictures = functional.pad(pictures, (reach, reach, reach, reach), mode="replicate")',
        "pictures = functional.conv2d(pictures, weights.view(1, 1, 1, -1))",
        "return functional.conv2d(pictures, weights.view(1, 1, -1, 1)).flatten(1)",
      ],
    ],
    downscale: [
      "at half the sides",
      [`return functional.avg_pool2d(examples.reshape(-1, 1, ${sides.join(", ")}), 2).flatten(1)`],
    ],
  }[/** @type {Exclude<typeof state.corruption, "none">} */ (state.corruption)];
  return `
AMOUNT = float(np.float32(${state.amount}))


def corrupted(examples, step):
    """What the encoder is shown: the examples ${says}."""
    ${/** @type {string[]} */ (body).join("\n    ")}
`;
}
