//! Inference with a trained model: codes, reconstructions, samples, scores and measures.

use std::ops::Range;

use burn::tensor::Tensor;

use super::{Model, Session, check_count, no_data};
use crate::engine::read;
use crate::error::Error;
use crate::evaluation::{EvaluationInput, PrincipalComponents, Report, RidgeRegression, evaluate};
use crate::memory;
use crate::model::Family;
use crate::random::{Purpose, Random};

/// Examples of one call at most.
pub(crate) const MAX_EXAMPLES: usize = 100_000;

impl Session {
    /// `[n * features]` to the same, through encoder and decoder.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the family has no encoder.
    pub async fn reconstruct(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer } = self.model()?;
        let features = shape.features();
        let count = check_input("examples", examples, features)?;
        self.check_call(2 * examples.len())?;
        let reconstruct = |range| {
            let examples = self.rows(examples, features, range);
            Ok(vec![trainer.decode(trainer.encode(examples)?)])
        };
        Ok(self.in_chunks(count, reconstruct).await?.remove(0))
    }

    /// `[n * features]` to `[n * code]`; a variational autoencoder gives the mean code.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the family has no encoder.
    pub async fn encode(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer } = self.model()?;
        let features = shape.features();
        let count = check_input("examples", examples, features)?;
        self.check_call(examples.len() + count * self.settings.code)?;
        let encode = |range| Ok(vec![trainer.encode(self.rows(examples, features, range))?]);
        Ok(self.in_chunks(count, encode).await?.remove(0))
    }

    /// `[n * code]` to `[n * features]`
    ///
    /// # Errors
    /// Where the values are not whole codes.
    pub async fn decode(&self, codes: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer } = self.model()?;
        let code = self.settings.code;
        let count = check_input("codes", codes, code)?;
        self.check_call(codes.len() + count * shape.features())?;
        let decode = |range| Ok(vec![trainer.decode(self.rows(codes, code, range))]);
        Ok(self.in_chunks(count, decode).await?.remove(0))
    }

    /// Generates `count` new examples (1 to 100,000), `[count * features]`; the same ones for the same seed and model.
    ///
    /// # Errors
    /// Where there is no model yet; for an autoencoder, where there are no training data from which to fit the
    /// distribution of codes.
    pub async fn sample(&self, count: usize, seed: u32) -> Result<Vec<f32>, Error> {
        check_count("samples", count, MAX_EXAMPLES)?;
        let features = self.model()?.shape.features();
        self.check_call(count * (features + 2 * self.settings.code))?;
        let mut random = Random::stream(seed, Purpose::Sample, 0);
        let codes = self.sample_codes(count, &mut random).await?;
        self.decode(&codes).await
    }

    /// One number for each of `[n * features]`: of a GAN the probability of being real; of an autoencoder the
    /// squared error and of a variational one the negative ELBO, both larger for anomalies.
    ///
    /// # Errors
    /// Where the values are not whole examples.
    pub async fn score(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer } = self.model()?;
        let objective = self.settings.objective_for(*shape)?;
        let features = shape.features();
        let count = check_input("examples", examples, features)?;
        self.check_call(examples.len())?;
        let score = |range: Range<usize>| {
            let rows = range.len();
            let examples = &examples[range.start * features..range.end * features];
            let examples = trainer.preprocess(examples.to_vec(), *shape);
            Ok(trainer.score(self.engine.tensor(examples, rows), objective))
        };
        let scored = self.in_chunks(count, score).await?;
        Ok(trainer.scores(&scored, objective))
    }

    /// What the encoder is shown in the place of examples `[n * features]`, the same size: corrupted as the settings
    /// say, the same each time for a seed; unchanged where they say nothing.
    ///
    /// # Errors
    /// Where the values are not whole examples.
    pub fn corrupt(&self, examples: &[f32], seed: u32) -> Result<Vec<f32>, Error> {
        let shape = self.model()?.shape;
        check_input("examples", examples, shape.features())?;
        self.check_call(2 * examples.len())?;
        let mut corrupted = examples.to_vec();
        if let Some(corruption) = self.settings.corruption {
            let mut random = Random::stream(seed, Purpose::Corruption, 0);
            corruption.apply(&mut corrupted, shape, &mut random);
        }
        Ok(corrupted)
    }

    /// Does a piece, of a tenth of a second, of what [`Session::evaluate`] needs beforehand and would otherwise do at once;
    /// whether there is more to do.
    ///
    /// # Errors
    /// Where there are no training data, or the engine fails.
    pub async fn fit_baselines(&mut self) -> Result<bool, Error> {
        let wanted = self.settings.corruption.filter(|_| self.mends());
        let Some(corruption) = wanted else {
            return Ok(false);
        };
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let same = self
            .ridge
            .take()
            .filter(|ridge| ridge.corruption() == corruption);
        let mut ridge = same.unwrap_or_else(|| RidgeRegression::new(training, corruption));
        if !ridge.is_done() {
            ridge.advance(training).await?;
        }
        let more = !ridge.is_done();
        self.ridge = Some(ridge);
        Ok(more)
    }

    /// Whether what the encoder is shown is corrupted, and measured on.
    fn mends(&self) -> bool {
        self.settings.family == Family::Autoencoder && self.settings.corruption.is_some()
    }

    /// The family's measures on the test split, with their baselines.
    ///
    /// # Errors
    /// Where the training or the test split is missing.
    pub async fn evaluate(&mut self) -> Result<Report, Error> {
        self.training_part()?;
        self.test.as_ref().ok_or(Error::NoTestData {})?;
        while self.fit_baselines().await? {}
        let model = self.model.as_ref().ok_or_else(no_data)?;
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        // What the model was never to learn is no test of it.
        let only = training.description().only();
        let normal = only.and_then(|only| test.clone().only(only.to_vec()).ok());
        let test = normal.as_ref().unwrap_or(test);
        // A baseline of reconstructions, which a GAN has none of.
        if self.components.is_none() && self.settings.family != Family::Adversarial {
            self.components = PrincipalComponents::fit(training, self.settings.code).await?;
        }
        let ridge = self.ridge.as_ref().filter(|_| self.mends());
        let input = EvaluationInput {
            family: self.settings.family,
            trainer: &*model.trainer,
            code: self.settings.code,
            objective: self.settings.objective_for(model.shape)?,
            engine: &self.engine,
            training,
            test,
            corruption: self.settings.corruption,
            rows: memory::batch_rows(&self.settings, model.shape),
            components: self.components.as_ref(),
            linear_map: ridge.and_then(RidgeRegression::map),
        };
        let (count, mut measures) = evaluate(&input).await?;
        if normal.is_some()
            && let Ok(roc) = self.roc().await
        {
            measures.push(roc.measure());
        }
        Ok(Report {
            step: self.step,
            count,
            measures,
        })
    }

    /// Rows of `width` numbers.
    fn rows(&self, values: &[f32], width: usize, range: Range<usize>) -> Tensor<2> {
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
        let rows = memory::batch_rows(&self.settings, self.model()?.shape);
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

/// How many rows of `width` these values from outside are.
fn check_input(what: &'static str, values: &[f32], width: usize) -> Result<usize, Error> {
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
