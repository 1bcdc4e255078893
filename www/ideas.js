// Things to try, each a press away; and the story that each family tells.

/** @import {Family} from "./types/library" */
/** @import {State} from "./types/page" */

/** @typedef {{label: string, dataset?: string, part?: Partial<State>}} Idea */

/** @type {Record<Family, {story: string, ideas: Idea[]}>} */
export const FAMILIES = {
  adversarial: {
    story:
      "The generator makes pictures from noise and never sees a real one; the discriminator learns to tell them apart.",
    ideas: [
      { label: "See the contest in the plane", dataset: "ring" },
      { label: "Twenty-five places to find", dataset: "grid" },
      { label: "Make clothes instead", dataset: "fashion-small" },
      { label: "Networks that see shapes", part: { network: "convolutional" } },
      { label: "Learn too fast", part: { learningRate: 0.005 } },
    ],
  },
  variational: {
    story:
      "Each picture becomes a small cloud of codes, pulled towards one round cloud: any place on the map can be decoded.",
    ideas: [
      { label: "No pull on the codes", part: { divergenceWeight: 0 } },
      { label: "Far too strong a pull", part: { divergenceWeight: 8 } },
      { label: "Sixteen numbers instead of two", part: { code: 16 } },
      { label: "A map of clothes", dataset: "fashion-small" },
    ],
  },
  autoencoder: {
    story: "The encoder squeezes each picture into a few numbers, the code; the decoder rebuilds it from nothing else.",
    ideas: [
      { label: "Squeeze to two numbers", part: { code: 2 } },
      { label: "Mend noisy pictures", part: { corruption: "noise", amount: 0.5, hidden: [512], code: 64 } },
      { label: "Networks that see shapes", part: { network: "convolutional" } },
      { label: "Fill in holes", part: { corruption: "mask", amount: 0.5, hidden: [512], code: 64 } },
      { label: "A curve through the moons", dataset: "moons" },
    ],
  },
};

/** The same stories, of points. @param {Family} family @param {boolean} points */
export function story(family, points) {
  const { story } = FAMILIES[family];
  return points ? story.replaceAll("pictures", "points").replaceAll("picture", "point") : story;
}
