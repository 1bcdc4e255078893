// Signals in Python, made from the seed.

/** @import {Plan} from "./plan.js" */

const MAKERS = {
  chirps: `
def chirp(random):
    """A sine whose frequency rises or falls steadily, louder in one place."""
    amplitude = between(random, 0.5, 1)
    first, last = between(random, 2, 14), between(random, 2, 14)
    phase = 2 * math.pi * random.uniforms(1)[0]
    centre, width = between(random, 0.3, 0.7), between(random, 0.2, 0.5)
    turns = first * TIMES + 0.5 * (last - first) * TIMES * TIMES
    return amplitude * bump(TIMES, centre, width) * np.sin(2 * math.pi * turns + phase)
`,
  pulses: `
def pulses(random):
    """Steps up and down again."""
    signal = np.zeros_like(TIMES)
    for _ in range(2 + random.below(4)):
        height = between(random, 0.3, 1)
        height *= 1 if random.below(2) == 0 else -1
        start, width = between(random, 0, 0.85), between(random, 0.04, 0.2)
        for edge, sign in ((start, 1), (start + width, -1)):
            signal += sign * height / (1 + np.exp(-np.clip((TIMES - edge) / 0.008, -80, 80)))
    return signal.clip(-1, 1)
`,
  beats: `
def beats(random):
    """Beats at a steady pace, each a sum of five bumps: P, Q, R, S and T."""
    period, phase = 1 / between(random, 3, 6), random.uniforms(1)[0]
    waves = [
        (0.20, between(random, 0.08, 0.2), 0.035),
        (0.345, -between(random, 0.05, 0.2), 0.012),
        (0.375, between(random, 0.7, 1), 0.016),
        (0.41, -between(random, 0.1, 0.3), 0.013),
        (0.62, between(random, 0.15, 0.4), 0.055),
    ]
    within = (TIMES / period + phase) % 1
    return sum(height * bump(within, at, width) for at, height, width in waves)
`,
};

/** The function that makes signals of a shape. */
const NAMES = { chirps: "chirp", pulses: "pulses", beats: "beats" };

/** @param {Plan} plan */
export function signals({ set }) {
  const { shape, length } = /** @type {NonNullable<typeof set.signals>} */ (set.signals);
  const shapes = shape === "mixed" ? /** @type {const} */ (["chirps", "pulses", "beats"]) : [shape];
  const mixed = shapes.length > 1;
  return `
TIMES = np.arange(${length}, dtype=np.float32) / ${length}


def between(random, least, most):
    return np.float32(least + (most - least) * random.uniforms(1)[0])


def bump(at, centre, width):
    return np.exp(-0.5 * ((at - centre) / width) ** 2)

${shapes.map((name) => MAKERS[name]).join("\n")}

def training_data(_):
    """Signals of ${length} values, and which kind each is of."""
    random = Random(SIGNALS, 0)
    signals, labels = np.empty((8000, ${length}), np.float32), np.zeros(8000, np.int64)
    for index in range(len(signals)):
        ${mixed ? "labels[index] = random.below(3)\n        " : shape === "beats" ? "labels[index] = 2\n        " : ""}signals[index] = ${
          mixed
            ? `(${shapes.map((name) => NAMES[name]).join(", ")})[labels[index]](random)`
            : `${NAMES[shapes[0]]}(random)`
        }
    return torch.from_numpy(signals), torch.from_numpy(labels)

`;
}
