// The page's random numbers in Python.

/** @import {Plan} from "./plan.js" */

/** @param {Plan} plan */
export const randomNumbers = ({ state }) => `
# --- The same random numbers as the page ---
#
# xoshiro256++ by Blackman and Vigna (arXiv 1805.01407), seeded by SplitMix64. Each use has a stream of its own, made from
# the seed, a purpose and an index: a step, an epoch, or a layer.

WEIGHTS, SHUFFLE, NOISE, CORRUPTION, SAMPLE, POINTS, _, SIGNALS = range(1, 9)
BITS = (1 << 64) - 1


class Random:
    def __init__(self, purpose, index):
        self.mixer = ${state.seed} ^ purpose << 32
        self.mixer = self._mixed() ^ index * 0xD134_2543_DE82_EF95 & BITS
        self.state = [self._mixed() for _ in range(4)]

    def _mixed(self):
        self.mixer = self.mixer + 0x9E37_79B9_7F4A_7C15 & BITS
        mixed = (self.mixer ^ self.mixer >> 30) * 0xBF58_476D_1CE4_E5B9 & BITS
        mixed = (mixed ^ mixed >> 27) * 0x94D0_49BB_1331_11EB & BITS
        return mixed ^ mixed >> 31

    def words(self, count):
        """Whole numbers of 64 bits."""
        a, b, c, d = self.state
        found = []
        for _ in range(count):
            total = a + d & BITS
            found.append((total << 23 | total >> 41) + a & BITS)
            c ^= a
            d ^= b
            shifted = b << 17 & BITS
            b ^= c
            a ^= d
            c ^= shifted
            d = (d << 45 | d >> 19) & BITS
        self.state = [a, b, c, d]
        return found

    def uniforms(self, count):
        """Uniform in [0, 1)."""
        return np.array([word >> 40 for word in self.words(count)], np.float32) / np.float32(1 << 24)

    def below(self, bound):
        """Uniform among 0..bound."""
        return self.words(1)[0] * bound >> 64

    def normals(self, count):
        """Standard normal, by the polar method: a pair of uniform numbers gives two, or is refused."""
        found = np.empty(0, np.float32)
        while len(found) < count:
            pairs = (2 * self.uniforms((count - len(found) + 1) // 2 * 2) - 1).reshape(-1, 2)
            squares = pairs[:, 0] * pairs[:, 0] + pairs[:, 1] * pairs[:, 1]
            taken = (squares > 0) & (squares < 1)
            scales = np.sqrt(-2 * np.log(squares[taken]) / squares[taken])
            found = np.append(found, pairs[taken] * scales[:, None])
        return found[:count]

    def permutation(self, count):
        """0..count in random order (Fisher and Yates)."""
        order = list(range(count))
        for last, word in zip(range(count - 1, 0, -1), self.words(count - 1)):
            other = word * (last + 1) >> 64
            order[last], order[other] = order[other], order[last]
        return np.array(order)
`;
