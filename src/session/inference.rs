//! Inference with a trained model: codes, reconstructions, samples and scores.

use std::ops::Range;

use burn::tensor::Tensor;

use super::{Model, Session, check_count};
use crate::dataset::Corruption;
use crate::engine::read;
use crate::error::Error;
use crate::evaluation::anomaly_score;
use crate::memory;
use crate::model::Family;
use crate::objective::Objective;
use crate::random::{Purpose, Random};
use crate::settings::Settings;

/// Examples of one call at most.
pub(crate) const MAX_EXAMPLES: usize = 100_000;

impl Session {
    /// What the encoder is shown, `[n * inputs]`, to examples, `[n * features]`, through encoder and decoder. A model that is
    /// told labels is told this one or, where none is given, the one that explains each example best.
    ///
    /// # Errors
    /// Where the values are not whole inputs, the family has no encoder, or the model does not know the label.
    pub async fn reconstruct(
        &self,
        encoder_inputs: &[f32],
        label: Option<u32>,
    ) -> Result<Vec<f32>, Error> {
        let label = self.check_label(label)?;
        let codes = self.encode(encoder_inputs).await?;
        let count = codes.len() / self.settings.code;
        let labels = match label {
            Some(label) => vec![label; count],
            // A picture of half the sides does not tell how likely the whole one is.
            None if self.labels_known() == 0 || self.settings.downscales() => vec![0; count],
            None => {
                let width = encoder_inputs.len() / count;
                let best = self.best_labels(encoder_inputs, width).await?;
                best.into_iter().map(|(_, label)| label).collect()
            }
        };
        self.decode_labelled(&codes, &labels).await
    }

    /// What the encoder is shown, `[n * inputs]`, to `[n * code]`; a variational autoencoder gives the mean code.
    ///
    /// # Errors
    /// Where the values are not whole inputs, or the family has no encoder.
    pub async fn encode(&self, encoder_inputs: &[f32]) -> Result<Vec<f32>, Error> {
        let trainer = &self.model()?.trainer;
        let width = self.config()?.input_shape().features();
        let count = check_input("examples", encoder_inputs, width)?;
        self.check_call(encoder_inputs.len() + count * self.settings.code)?;
        let encode = |range| {
            Ok(vec![trainer.encode(self.rows(
                encoder_inputs,
                width,
                range,
            ))?])
        };
        Ok(self.in_chunks(count, encode).await?.remove(0))
    }

    /// `[n * code]` to `[n * features]`. A model that is told labels is told this one, or 0 where none is given.
    ///
    /// # Errors
    /// Where the values are not whole codes, or the model does not know the label.
    pub async fn decode(&self, codes: &[f32], label: Option<u32>) -> Result<Vec<f32>, Error> {
        self.model()?;
        let label = self.check_label(label)?.unwrap_or(0);
        let count = check_input("codes", codes, self.settings.code)?;
        self.decode_labelled(codes, &vec![label; count]).await
    }

    /// The same with a label for each code.
    pub(super) async fn decode_labelled(
        &self,
        codes: &[f32],
        labels: &[u8],
    ) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer, .. } = self.model()?;
        let objective = self.settings.objective_for(*shape)?;
        let code = self.settings.code;
        let count = codes.len() / code;
        self.check_call(count.saturating_mul(shape.features() + code))?;
        let decode = |range: Range<usize>| {
            let rows = range.len();
            let own = &codes[range.start * code..range.end * code];
            let codes = self.conditioned(own, &labels[range]);
            Ok(vec![
                trainer.decode(self.engine.tensor(codes, rows), objective),
            ])
        };
        let mut decoded = self.in_chunks(count, decode).await?.remove(0);
        if objective == Objective::CategoricalCrossEntropy {
            decoded.chunks_exact_mut(shape.classes()).for_each(softmax);
        }
        Ok(decoded)
    }

    /// Generates `count` new examples (1 to 100,000), `[count * features]`; the same ones for the same seed and model. A model
    /// that is told labels is told this one, or all in turn where none is given.
    ///
    /// # Errors
    /// Where there is no model yet, or it does not know the label; for an autoencoder, where there are no training data from which to fit the
    /// distribution of codes.
    pub async fn sample(
        &self,
        count: usize,
        seed: u32,
        label: Option<u32>,
    ) -> Result<Vec<f32>, Error> {
        check_count("samples", count, MAX_EXAMPLES)?;
        let features = self.model()?.shape.features();
        self.check_call(count.saturating_mul(features + 2 * self.settings.code))?;
        let label = self.check_label(label)?;
        let mut random = Random::stream(seed, Purpose::Sample, 0);
        let codes = self.draw_codes(count, &mut random).await?;
        let known = self.labels_known().max(1);
        let labels = (0..count).map(|index| label.unwrap_or((index % known) as u8));
        self.decode_labelled(&codes, &labels.collect::<Vec<_>>())
            .await
    }

    /// One number for each of `[n * features]`: of a GAN the probability of being real; of an autoencoder the squared error,
    /// for pictures over their root mean square, and of a variational one the negative ELBO, both larger for anomalies.
    ///
    /// # Errors
    /// Where the values are not whole examples.
    pub async fn score(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer, .. } = self.model()?;
        let objective = self.settings.objective_for(*shape)?;
        let features = shape.features();
        let count = check_input("examples", examples, features)?;
        self.check_call(examples.len())?;
        if self.labels_known() > 0 && self.settings.family == Family::Variational {
            let best = self.best_labels(examples, features).await?;
            return Ok(best.into_iter().map(|(bound, _)| bound).collect());
        }
        let mut scored = self.scored(examples, count).await?;
        if objective.is_relative() {
            let undecided = self.undecided_logit(objective).await?;
            scored[0].iter_mut().for_each(|logit| *logit -= undecided);
        }
        let mut scores = trainer.scores(&scored, objective);
        if self.settings.family == Family::Autoencoder {
            for (score, example) in scores.iter_mut().zip(examples.chunks_exact(features)) {
                *score = anomaly_score(*score, example, *shape);
            }
        }
        Ok(scores)
    }

    /// Outputs of [`Trainer::score`] for examples `[n * features]`.
    ///
    /// [`Trainer::score`]: crate::training::Trainer::score
    pub(super) async fn scored(
        &self,
        examples: &[f32],
        count: usize,
    ) -> Result<Vec<Vec<f32>>, Error> {
        let Model { shape, trainer, .. } = self.model()?;
        let objective = self.settings.objective_for(*shape)?;
        let features = shape.features();
        let score = |range: Range<usize>| {
            let rows = range.len() * trainer.packing().rows();
            let examples = examples[range.start * features..range.end * features].to_vec();
            let examples = trainer.score_input(examples, *shape, self.training.as_ref())?;
            Ok(trainer.score(self.pair(&examples, rows), objective))
        };
        let mut scored = self.in_chunks(count, score).await?;
        scored[0] = trainer.example_logits(std::mem::take(&mut scored[0]));
        Ok(scored)
    }

    /// What the encoder is shown in the place of examples `[n * features]`, `[n * inputs]`: corrupted as the settings say, the
    /// same each time for a seed; unchanged where they say nothing.
    ///
    /// # Errors
    /// Where the values are not whole examples.
    pub fn corrupt(&self, examples: &[f32], seed: u32) -> Result<Vec<f32>, Error> {
        let shape = self.model()?.shape;
        check_input("examples", examples, shape.features())?;
        self.check_call(2 * examples.len())?;
        let mut random = Random::stream(seed, Purpose::Corruption, 0);
        Ok(match self.settings.corruption {
            Some(corruption) => corruption.apply(examples.to_vec(), shape, &mut random),
            None => examples.to_vec(),
        })
    }

    /// Examples `[n * features]` corrupted in this way, whatever the settings say; the same each time for a seed.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the corruption does not suit such data or is out of its range.
    pub fn corrupt_by(
        &self,
        examples: &[f32],
        corruption: Corruption,
        seed: u32,
    ) -> Result<Vec<f32>, Error> {
        let shape = self.model()?.shape;
        check_input("examples", examples, shape.features())?;
        self.check_call(2 * examples.len())?;
        corruption.check()?;
        let settings = Settings {
            corruption: Some(corruption),
            ..self.settings.clone()
        };
        settings.check_data(shape)?;
        let mut random = Random::stream(seed, Purpose::Corruption, 0);
        Ok(corruption.apply(examples.to_vec(), shape, &mut random))
    }

    /// Whole examples as the encoder takes them: of half the sides where it takes such, and not corrupted otherwise.
    pub(super) fn fitting(&self, examples: Vec<f32>) -> Vec<f32> {
        match (self.settings.corruption, self.shape()) {
            (Some(corruption), Some(shape)) if self.settings.downscales() => {
                let mut unused = Random::stream(0, Purpose::Corruption, 0);
                corruption.apply(examples, shape, &mut unused)
            }
            _ => examples,
        }
    }

    /// Rows of `width` numbers.
    pub(super) fn rows(&self, values: &[f32], width: usize, range: Range<usize>) -> Tensor<2> {
        let rows = range.len();
        let values = &values[range.start * width..range.end * width];
        self.engine.tensor(values.to_vec(), rows)
    }

    /// The values of each tensor of `forward` for the rows 0 to `count`, in chunks, so that memory suffices.
    pub(super) async fn in_chunks(
        &self,
        count: usize,
        forward: impl Fn(Range<usize>) -> Result<Vec<Tensor<2>>, Error>,
    ) -> Result<Vec<Vec<f32>>, Error> {
        let rows = memory::batch_rows(self.settings.family, &self.config()?);
        let mut all: Vec<Vec<f32>> = Vec::new();
        for start in (0..count).step_by(rows) {
            let range = start..count.min(start + rows);
            let chunk_rows = range.len();
            let outputs = read(forward(range)?).await?;
            // All of it at once: a buffer that grows is there twice.
            let room = |output: &Vec<f32>| Vec::with_capacity(output.len() / chunk_rows * count);
            if all.is_empty() {
                all = outputs.iter().map(room).collect();
            }
            for (all, chunk) in all.iter_mut().zip(outputs) {
                all.extend(chunk);
            }
        }
        Ok(all)
    }
}

/// Logits as probabilities.
fn softmax(logits: &mut [f32]) {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    logits
        .iter_mut()
        .for_each(|logit| *logit = (*logit - largest).exp());
    let sum: f32 = logits.iter().sum();
    logits.iter_mut().for_each(|power| *power /= sum);
}

/// How many rows of `width` these values from outside are.
pub(super) fn check_input(
    what: &'static str,
    values: &[f32],
    width: usize,
) -> Result<usize, Error> {
    let rows = values.len() / width;
    if values.is_empty() || !values.len().is_multiple_of(width) || rows > MAX_EXAMPLES {
        return Err(Error::InputLength {
            input: what,
            numbers: values.len(),
            width,
            most: MAX_EXAMPLES,
        });
    }
    if let Some(index) = values.iter().position(|value| !value.is_finite()) {
        return Err(Error::InputNotFinite {
            input: what,
            value: values[index].to_string(),
            place: index,
        });
    }
    Ok(rows)
}
