//! How often a discriminator tells real examples from generated ones.

use super::measures::EvaluationInput;
use super::{Baseline, Better, Measure};
use crate::engine::read;
use crate::error::Error;
use crate::training::ExamplePair;

impl EvaluationInput<'_> {
    /// The discriminator's accuracy on equally many unseen real and new generated examples.
    pub(super) async fn discriminator_accuracy(&self, count: usize) -> Result<Measure, Error> {
        let count = count.min(self.test.len());
        let shape = self.test.shape();
        let mut logits = Vec::with_capacity(2 * count);
        for examples in [self.test.gather(0..count), self.samples(count).await?] {
            for range in self.batches(count) {
                let rows = range.len() * self.trainer.packing().rows();
                let values = range.start * shape.features()..range.end * shape.features();
                let examples = examples[values].to_vec();
                let training = Some(self.training);
                let examples = self.trainer.score_input(examples, shape, training)?;
                let examples = self.engine.tensor(examples, rows);
                let pair = ExamplePair {
                    encoder_input: examples.clone(),
                    examples,
                };
                let outputs = read(self.trainer.score(pair, self.objective)).await?;
                logits.extend(self.trainer.example_logits(outputs.concat()));
            }
        }
        let undecided = self.objective.undecided_logit(&logits);
        logits.iter_mut().for_each(|logit| *logit -= undecided);
        let scores = self.trainer.scores(&[logits], self.objective);
        let (real, generated) = scores.split_at(count);
        let right = real.iter().filter(|score| **score > 0.5).count()
            + generated.iter().filter(|score| **score <= 0.5).count();
        let accuracy = 100.0 * right as f64 / (2 * count) as f64;
        let guessing = Baseline::new("guessing", 50.0);
        let measure = Measure::new("discriminatorAccuracy", accuracy, "%", Better::Lower);
        Ok(measure.beside(Some(guessing)))
    }
}
