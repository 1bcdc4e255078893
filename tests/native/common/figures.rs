//! Figures of what a model has learnt, printed so that `cargo xtask figures` can collect them.

use std::fmt::Display;

/// The seeds that a test trains with: all of them where the environment has `ALL_SEEDS`, as `cargo xtask figures` has,
/// otherwise the first alone, since each takes from seconds to a minute.
pub fn seeds<const COUNT: usize>(all: [u32; COUNT]) -> impl Iterator<Item = u32> {
    let count = if all_seeds() { COUNT } else { 1 };
    all.into_iter().take(count)
}

/// Whether this run is for the record.
pub fn all_seeds() -> bool {
    std::env::var_os("ALL_SEEDS").is_some()
}

/// A model, and how long it has been trained.
#[derive(Clone, Copy)]
pub struct Trained<'a> {
    /// As `GAN 32-256-784`.
    pub model: &'a str,
    /// As `5,000 steps of 64`.
    pub after: &'a str,
    /// Of this run.
    pub seed: u32,
}

impl Trained<'_> {
    /// Prints one figure; the baseline is empty where there is none.
    pub fn figure(self, measure: &str, value: impl Display, baseline: impl Display) {
        let Self { model, after, seed } = self;
        println!("figure: {model} | {after} | {measure} | {seed} | {value} | {baseline}");
    }
}
