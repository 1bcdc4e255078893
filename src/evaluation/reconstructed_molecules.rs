//! How many molecules come back as they were.

use super::{Baseline, Better, EvaluationInput, Measure};
use crate::dataset::likeliest;
use crate::engine::read;
use crate::error::Error;

/// Sequences and symbols that came back.
#[derive(Default)]
struct Kept {
    sequences: usize,
    symbols: usize,
    /// Places that are not blank in the example.
    places: usize,
}

impl Kept {
    /// Counts what is the same in two sequences of one-hot symbols, or of as many numbers for each place.
    fn count(&mut self, examples: &[f32], decoded: &[f32], symbols: usize) {
        let places = examples
            .chunks_exact(symbols)
            .zip(decoded.chunks_exact(symbols));
        let mut whole = true;
        for (example, decoded) in places {
            let wanted = likeliest(example);
            let same = wanted == likeliest(decoded);
            whole &= same;
            // Blanks are most of a short molecule, and say nothing.
            self.places += usize::from(wanted > 0);
            self.symbols += usize::from(wanted > 0 && same);
        }
        self.sequences += usize::from(whole);
    }
}

impl EvaluationInput<'_> {
    /// The shares of molecules and of their symbols that come back from their codes as they were, beside principal
    /// components.
    pub(super) async fn reconstructed_molecules(&self) -> Result<Vec<Measure>, Error> {
        let shape = self.test.shape();
        let (features, symbols) = (shape.features(), shape.classes());
        let (mut own, mut linear) = (Kept::default(), Kept::default());
        for range in self.batches(self.test.len()) {
            let rows = range.len();
            let examples = self.test.gather(range.clone());
            let codes = self
                .trainer
                .encode(self.pair(range.clone()).encoder_input)?;
            let codes = read([codes]).await?.remove(0);
            let codes = self.engine.tensor(self.conditioned(codes, range), rows);
            let decoded = read([self.trainer.decode(codes, self.objective)])
                .await?
                .remove(0);
            let pairs = examples
                .chunks_exact(features)
                .zip(decoded.chunks_exact(features));
            for (example, decoded) in pairs {
                own.count(example, decoded, symbols);
                if let Some(components) = self.components {
                    linear.count(example, &components.reconstruct(example), symbols);
                }
            }
        }
        let measure = |name, own: usize, linear: usize, all: usize| {
            let share = |count: usize| 100.0 * count as f64 / all.max(1) as f64;
            let baseline = self.components.map(|components| {
                Baseline::new(format!("PCA-{}", components.count()), share(linear))
            });
            Measure::new(name, share(own), "%", Better::Higher).beside(baseline)
        };
        Ok(vec![
            measure(
                "moleculesReconstructed",
                own.sequences,
                linear.sequences,
                self.test.len(),
            ),
            measure(
                "symbolsReconstructed",
                own.symbols,
                linear.symbols,
                own.places,
            ),
        ])
    }
}
