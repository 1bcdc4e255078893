// What is learnt from, in Python: files of the page, or points and signals made from the seed.

import { unpackPoints } from "../experiment/drawn-points.js";
import { lines } from "./plan.js";
import { signals } from "./signals.js";

/** @import {Plan} from "./plan.js" */

/** @param {Plan} plan */
export const data = (plan) => `${plan.set.points ? points(plan) : plan.set.signals ? signals(plan) : pictures(plan)}
def batches(count):
    """Which examples are in each batch, without end: shuffled anew each time all have been seen."""
    epoch, order = 0, Random(SHUFFLE, 0).permutation(count)
    while True:
        while len(order) < BATCH:
            epoch += 1
            order = np.append(order, Random(SHUFFLE, epoch).permutation(count))
        yield torch.from_numpy(order[:BATCH])
        order = order[BATCH:]
`;

/** Where the page has the files of the data set. @param {Plan} plan */
export const folderOf = ({ state, set }) => `data/${set.folder ?? state.dataset}/`;

/** @param {string} source */
const fromPage = (source) => `
SOURCE = ${JSON.stringify(source)}


def read_file(name, folder):
    """From a folder, or from the page."""
    if folder is not None:
        return Path(folder, name).read_bytes()
    with urlopen(SOURCE + name) as answer:
        return answer.read()
`;

const FROM_FOLDER = `
def read_file(name, folder):
    return Path(folder, name).read_bytes()
`;

/** @param {Plan} plan */
function pictures(plan) {
  const { state, page, labels } = plan;
  const { only, pictures, scarce, scarceCount } = state;
  const read = labels > 0 || only.length > 0 || scarce !== "";
  return `${page ? fromPage(new URL(folderOf(plan), page).href) : FROM_FOLDER}

def read_idx(name, folder):
    """The numbers of an IDX file."""
    content = read_file(name, folder)
    if content[:2] == b"\\x1f\\x8b":
        content = gzip.decompress(content)
    dimensions = content[3]
    shape = np.frombuffer(content, ">u4", dimensions, 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * dimensions).reshape(shape)


def training_data(folder):
    """Pictures, 0 to 1, one in each row, and the label of each."""
    pictures = read_idx("train-images-idx3-ubyte.gz", folder).reshape(-1, ${28 * 28})
    ${lines(
      [
        read
          ? 'labels = read_idx("train-labels-idx1-ubyte.gz", folder)'
          : "labels = np.zeros(len(pictures), np.uint8)  # of which nothing is told",
        only.length > 0 && `chosen = np.isin(labels, ${JSON.stringify(only).replaceAll(",", ", ")})`,
        only.length > 0 && "pictures, labels = pictures[chosen], labels[chosen]",
        scarce !== "" && `chosen = (labels != ${scarce}) | (np.cumsum(labels == ${scarce}) <= ${scarceCount})`,
        scarce !== "" && "pictures, labels = pictures[chosen], labels[chosen]",
        pictures !== "" && `pictures, labels = pictures[:${pictures}], labels[:${pictures}]`,
        labels > 0 && 'assert labels.max() + 1 == LABELS, "the page counts as many labels as there are in the data"',
      ],
      "    ",
    )}
    return torch.from_numpy(pictures / np.float32(255)), torch.from_numpy(labels.astype(np.int64))

`;
}

/** Where on its outline a point lies, by shape. @param {Plan} plan @returns {Record<string, string[]>} */
const places = ({ points, state }) => {
  const { count, radius } = /** @type {NonNullable<Plan["points"]>} */ (points);
  const side = Math.ceil(Math.sqrt(count));
  return {
    ring: [
      `angle = np.float32(2 * math.pi) * random.below(${count}) / ${count}`,
      `place = ${radius} * math.cos(angle), ${radius} * math.sin(angle)`,
    ],
    grid: [
      `row, column = divmod(random.below(${side * side}), ${side})`,
      `place = ${radius} * (2 * column / ${side - 1} - 1), ${radius} * (2 * row / ${side - 1} - 1)`,
    ],
    moons: [
      "other = random.below(2)",
      "angle = math.pi * random.uniforms(1)[0]",
      "x, y = 4 / 3 * math.cos(angle) - 2 / 3, 4 / 3 * math.sin(angle) - 1 / 3",
      `place = ${radius / 2} * (-x if other else x), ${radius / 2} * (-y if other else y)`,
    ],
    "swiss-roll": [
      "along = random.uniforms(1)[0]",
      "angle = math.pi * math.sqrt(1.5**2 + along * (4.5**2 - 1.5**2))",
      "# The spiral's least and largest x and y, by which it is centred.",
      "left, right, lowest, highest = -11.041, 4.5 * math.pi, -9.477, 12.606",
      `scale = 2 * ${radius} / (right - left)`,
      "x = scale * (angle * math.sin(angle) - (left + right) / 2)",
      "place = x, scale * (angle * math.cos(angle) - (lowest + highest) / 2)",
    ],
    line: [`x = ${radius} * (2 * random.uniforms(1)[0] - 1)`, "place = x, 0.5 * x"],
    drawn: [`place = DRAWN[random.below(${unpackPoints(state.drawn).length / 2})]`],
  };
};

/** @param {Plan} plan */
function points(plan) {
  const { state, set, points } = plan;
  const shape = set.points?.shape ?? "";
  const { deviation } = /** @type {NonNullable<Plan["points"]>} */ (points);
  const drawn = Array.from(unpackPoints(state.drawn), (value) => Number(value.toFixed(6)));
  const pairs = drawn.flatMap((value, index) => (index % 2 === 0 ? [`(${value}, ${drawn[index + 1]})`] : []));
  return `${
    shape === "drawn"
      ? `
DRAWN = [
    ${pairs.join(",\n    ")},
]

`
      : ""
  }
def training_data(_):
    """Points in the plane, each off its outline by normal noise."""
    random = Random(POINTS, 0)
    places = np.empty((10_000, 2), np.float32)
    for index in range(len(places)):
        ${places(plan)[shape].join("\n        ")}
        places[index] = np.float32(place) + ${deviation} * random.normals(2)
    return torch.from_numpy(places), torch.zeros(len(places), dtype=torch.int64)

`;
}
