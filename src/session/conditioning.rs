//! Models whose decoder is told a label beside the code.

use std::ops::Range;

use super::{Model, Session};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::training::{ExamplePair, with_labels};

impl Session {
    /// Labels that a model of these data is told, 0 where it is told none.
    ///
    /// # Errors
    /// Where there are none to be told, or more than a running model knows.
    pub(super) fn labels_told(&self, training: &Dataset) -> Result<usize, Error> {
        let found = training.label_count();
        if !self.settings.tells_labels() {
            return Ok(0);
        }
        if found == 0 {
            return Err(Error::ConditionWithoutLabels {});
        }
        match &self.model {
            Some(Model { labels, .. }) if found > *labels => Err(Error::LabelUnsuited {
                label: found as u64 - 1,
                labels: *labels,
            }),
            _ => Ok(found),
        }
    }

    /// How many labels the model is told; 0 where it is told none, or before data are loaded.
    pub fn labels_known(&self) -> usize {
        self.model.as_ref().map_or(0, |model| model.labels)
    }

    /// A label from outside.
    ///
    /// # Errors
    /// Where the model does not know it.
    pub(super) fn check_label(&self, label: Option<u32>) -> Result<Option<u8>, Error> {
        let labels = self.labels_known();
        match label {
            None => Ok(None),
            Some(label) if (label as usize) < labels => Ok(Some(label as u8)),
            Some(label) => Err(Error::LabelUnsuited {
                label: label.into(),
                labels,
            }),
        }
    }

    /// Codes `[n * code]` as the decoder takes them: with the labels behind them where it is told these.
    pub(super) fn conditioned(&self, codes: &[f32], labels: &[u8]) -> Vec<f32> {
        match self.labels_known() {
            0 => codes.to_vec(),
            known => {
                let labels = labels.iter().copied().map(Some);
                with_labels(codes, self.settings.code, labels, known)
            }
        }
    }

    /// For each example `[n * features]` its negative ELBO at the mean code, in nats, and the label under which it is the
    /// smallest.
    pub(super) async fn best_labels(
        &self,
        examples: &[f32],
        features: usize,
    ) -> Result<Vec<(f32, u8)>, Error> {
        let Model {
            shape,
            labels,
            trainer,
            ..
        } = self.model()?;
        let objective = self.settings.objective_for(*shape)?;
        let count = examples.len() / features;
        let mut best = vec![(f32::INFINITY, 0); count];
        for label in 0..*labels as u32 {
            let label = label as u8;
            let bound = |range: Range<usize>| {
                let rows = range.len();
                let zeros = vec![0.0; rows * self.settings.code];
                let noise = self.conditioned(&zeros, &vec![label; rows]);
                let pair = self.pair(
                    &examples[range.start * features..range.end * features],
                    rows,
                );
                trainer.negative_elbo(pair, self.engine.tensor(noise, rows), objective)
            };
            let read = self.in_chunks(count, bound).await?;
            for (best, bound) in best.iter_mut().zip(trainer.scores(&read, objective)) {
                if bound < best.0 {
                    *best = (bound, label);
                }
            }
        }
        Ok(best)
    }

    /// Examples `[rows * features]`, and what the encoder takes of them.
    pub(super) fn pair(&self, examples: &[f32], rows: usize) -> ExamplePair {
        ExamplePair {
            examples: self.engine.tensor(examples.to_vec(), rows),
            encoder_input: self.engine.tensor(self.fitting(examples.to_vec()), rows),
        }
    }
}
