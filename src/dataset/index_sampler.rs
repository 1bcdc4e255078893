//! The order of the examples: shuffled for each epoch, from the seed and the epoch alone.

use crate::random::{Purpose, Random};

/// Samples indices without replacement, epoch by epoch.
#[derive(Clone, Debug)]
pub struct IndexSampler {
    seed: u32,
    epoch: u64,
    position: usize,
    order: Vec<u32>,
}

impl IndexSampler {
    /// A sampler of `count` examples (at least one) at `position` of `epoch`.
    pub fn resume(seed: u32, count: usize, epoch: u64, position: usize) -> Self {
        let order = Random::stream(seed, Purpose::Shuffle, epoch).permutation(count);
        // The data set may be a smaller one than before.
        let position = position.min(count);
        Self {
            seed,
            epoch,
            position,
            order,
        }
    }

    /// The same, before the number of examples is known; no batch can be taken from it.
    pub fn without_data(seed: u32, epoch: u64, position: usize) -> Self {
        Self {
            seed,
            epoch,
            position,
            order: Vec::new(),
        }
    }

    /// Completed epochs.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Examples already seen in this epoch.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The indices of the next batch. A batch may continue into the next epoch, so that each is full.
    pub fn next_batch(&mut self, size: usize) -> Vec<usize> {
        let mut batch = Vec::with_capacity(size);
        while batch.len() < size {
            if self.position == self.order.len() {
                self.epoch += 1;
                self.position = 0;
                self.order = Random::stream(self.seed, Purpose::Shuffle, self.epoch)
                    .permutation(self.order.len());
            }
            let taken = (size - batch.len()).min(self.order.len() - self.position);
            let next = &self.order[self.position..self.position + taken];
            batch.extend(next.iter().map(|&index| index as usize));
            self.position += taken;
        }
        batch
    }
}
