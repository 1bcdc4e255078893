//! The order in which the examples come: each epoch shuffled anew, from the seed and the epoch alone.

use crate::random::{Purpose, Random};

/// Where training stands in its walk through the examples.
#[derive(Clone, Debug)]
pub struct Batches {
    seed: u32,
    epoch: u64,
    position: usize,
    order: Vec<u32>,
}

impl Batches {
    /// A walk through `count` examples (at least one), taken up at `position` of `epoch`.
    pub fn resume(seed: u32, count: usize, epoch: u64, position: usize) -> Self {
        let order = Random::stream(seed, Purpose::Order, epoch).permutation(count);
        // Another data set than the one left off with may be smaller.
        let position = position.min(count);
        Self {
            seed,
            epoch,
            position,
            order,
        }
    }

    /// The same, before it is known how many examples there are; no batch can be taken from it.
    pub fn awaiting(seed: u32, epoch: u64, position: usize) -> Self {
        Self {
            seed,
            epoch,
            position,
            order: Vec::new(),
        }
    }

    /// Times all examples have been seen.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Examples already seen in this epoch.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The indices of the next batch. A batch may reach over the end of an epoch: each is full.
    pub fn next(&mut self, size: usize) -> Vec<usize> {
        let mut batch = Vec::with_capacity(size);
        while batch.len() < size {
            if self.position == self.order.len() {
                self.epoch += 1;
                self.position = 0;
                self.order = Random::stream(self.seed, Purpose::Order, self.epoch)
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
