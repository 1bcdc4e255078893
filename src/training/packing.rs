//! Packs of examples that a discriminator judges together (PacGAN; Lin et al., arXiv 1712.04086), and what it says of one of
//! them: the mean over a few packs in which all others are real.

/// Packs in which an example is judged: what is said of a single one depends on the others in it as well.
const PACKS: usize = 8;

/// How many examples a discriminator judges together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packing(usize);

impl Packing {
    /// Each by itself.
    pub const NONE: Self = Self(1);

    /// So many, at least 1.
    pub fn of(size: usize) -> Self {
        Self(size)
    }

    /// Examples of a pack.
    pub fn size(self) -> usize {
        self.0
    }

    /// Packs in which an example is judged.
    pub fn packs(self) -> usize {
        match self.0 {
            1 => 1,
            _ => PACKS,
        }
    }

    /// Rows that an example comes to by [`Self::beside`].
    pub fn rows(self) -> usize {
        self.packs() * self.0
    }

    /// Real examples that stand beside each that is judged.
    pub fn others(self) -> usize {
        self.packs() * (self.0 - 1)
    }

    /// Each of `[n * features]` at the head of each of its packs, the `real` ones `[others * features]` behind it:
    /// `[n * rows * features]`.
    pub fn beside(self, examples: Vec<f32>, real: &[f32], features: usize) -> Vec<f32> {
        if self == Self::NONE {
            return examples;
        }
        let mut all = Vec::with_capacity(examples.len() * self.rows());
        for example in examples.chunks_exact(features) {
            for others in real.chunks_exact((self.0 - 1) * features) {
                all.extend_from_slice(example);
                all.extend_from_slice(others);
            }
        }
        all
    }

    /// Of the logits of all packs those of examples, `[n]`: their means.
    pub fn mean_logits(self, logits: Vec<f32>) -> Vec<f32> {
        if self == Self::NONE {
            return logits;
        }
        let packs = self.packs();
        let examples = logits.chunks_exact(packs);
        examples
            .map(|logits| logits.iter().sum::<f32>() / packs as f32)
            .collect()
    }

    /// Of gradients at all rows `[n * rows * features]` those at the examples, `[n * features]`: sums over their packs.
    pub fn sum_gradients(self, gradients: Vec<f32>, features: usize) -> Vec<f32> {
        if self == Self::NONE {
            return gradients;
        }
        let mut sums = vec![0.0; gradients.len() / self.rows()];
        let examples = sums.chunks_exact_mut(features);
        for (sum, packs) in examples.zip(gradients.chunks_exact(self.rows() * features)) {
            for pack in packs.chunks_exact(self.0 * features) {
                sum.iter_mut().zip(pack).for_each(|(sum, one)| *sum += one);
            }
        }
        sums
    }

    /// A logit of each pack as one of each example in it: `[n / size]` to `[n]`.
    pub fn repeat(self, logits: Vec<f32>) -> Vec<f32> {
        let logits = logits.into_iter();
        logits
            .flat_map(|logit| std::iter::repeat_n(logit, self.0))
            .collect()
    }
}
