//! The random number generator behind every number that matters: data order, noise, initial weights.
//!
//! Each use has a stream of its own, made from the seed, a purpose and an index (a step, an epoch, a layer).
//! So a run can be taken up at any step from the step count alone, on any engine.
//! xoshiro256++ by Blackman and Vigna (arXiv 1805.01407), seeded by SplitMix64 as its authors advise.

/// What a stream of random numbers is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Purpose {
    /// Initial weights, indexed by layer.
    Weights = 1,
    /// The order of the examples, indexed by epoch.
    Shuffle = 2,
    /// Noise drawn during training, indexed by step.
    Noise = 3,
    /// Corruption of the encoder's input, or what a penalty needs, indexed by step.
    Corruption = 4,
    /// Codes from which samples are made.
    Sample = 5,
    /// Points in the plane, indexed by split (training, test).
    Points = 6,
    /// Noise drawn during evaluation.
    Evaluation = 7,
    /// Signals, indexed by split (training, test).
    Signals = 8,
    /// Other ways of writing molecules.
    Molecules = 9,
}

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Random {
    state: [u64; 4],
    spare: Option<f32>,
}

impl Random {
    /// The stream of `seed` for one purpose; streams that differ in any argument are independent.
    pub fn stream(seed: u32, purpose: Purpose, index: u64) -> Self {
        let mut mixer = u64::from(seed) ^ ((purpose as u64) << 32);
        mixer = split_mix(&mut mixer) ^ index.wrapping_mul(0xd134_2543_de82_ef95);
        Self {
            state: std::array::from_fn(|_| split_mix(&mut mixer)),
            spare: None,
        }
    }

    fn next(&mut self) -> u64 {
        let state = &mut self.state;
        let result = state[0]
            .wrapping_add(state[3])
            .rotate_left(23)
            .wrapping_add(state[0]);
        let shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = state[3].rotate_left(45);
        result
    }

    /// Uniform in [0, 1).
    pub fn uniform(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// 1 or -1.
    pub fn sign(&mut self) -> f32 {
        if self.next() >> 63 == 0 { 1.0 } else { -1.0 }
    }

    /// Uniform among 0..bound, without the bias of a plain remainder to 32 bits; `bound` at least 1.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// Standard normal, by the polar method of Box, Muller and Marsaglia.
    pub fn normal(&mut self) -> f32 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let across = 2.0 * self.uniform() - 1.0;
            let along = 2.0 * self.uniform() - 1.0;
            let square = across * across + along * along;
            if square > 0.0 && square < 1.0 {
                let scale = (-2.0 * square.ln() / square).sqrt();
                self.spare = Some(along * scale);
                return across * scale;
            }
        }
    }

    /// `count` standard normal numbers.
    pub fn normals(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.normal()).collect()
    }

    /// The numbers 0..count in random order (Fisher and Yates).
    pub fn permutation(&mut self, count: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..count as u32).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_numbers_have_the_moments_of_a_normal_distribution() {
        let draws = Random::stream(7, Purpose::Noise, 3).normals(100_000);
        let mean = draws.iter().sum::<f32>() / 1e5;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / 1e5;
        let fourth = draws.iter().map(|x| (x - mean).powi(4)).sum::<f32>() / 1e5;
        assert!(mean.abs() < 0.01, "mean {mean}");
        assert!((variance - 1.0).abs() < 0.02, "variance {variance}");
        assert!((fourth - 3.0).abs() < 0.15, "fourth moment {fourth}");
    }

    #[test]
    fn streams_repeat_and_differ() {
        let draw = |seed, purpose, index| Random::stream(seed, purpose, index).normals(4);
        assert_eq!(draw(1, Purpose::Noise, 0), draw(1, Purpose::Noise, 0));
        assert_ne!(draw(1, Purpose::Noise, 0), draw(2, Purpose::Noise, 0));
        assert_ne!(draw(1, Purpose::Noise, 0), draw(1, Purpose::Noise, 1));
        assert_ne!(draw(1, Purpose::Noise, 0), draw(1, Purpose::Shuffle, 0));
    }

    #[test]
    fn a_permutation_holds_every_number_once() {
        let mut order = Random::stream(1, Purpose::Shuffle, 0).permutation(1000);
        assert_ne!(order[..10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        order.sort_unstable();
        assert!(
            order
                .iter()
                .enumerate()
                .all(|(index, &value)| index as u32 == value)
        );
    }
}
