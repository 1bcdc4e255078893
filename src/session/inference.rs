//! Inference with a trained model: codes, reconstructions, samples, scores and measures.

use burn::tensor::Tensor;

use super::{Model, Session, check_count, no_data};
use crate::engine::read;
use crate::error::Error;
use crate::evaluation::{EvaluationInput, PrincipalComponents, Report, evaluate};
use crate::random::{Purpose, Random};

/// Examples of one call at most.
pub(crate) const MAX_EXAMPLES: usize = 100_000;
/// Examples passed through a model at a time.
const ROWS: usize = 1000;

impl Session {
    /// `[n * features]` to the same, through encoder and decoder.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the family has no encoder.
    pub async fn reconstruct(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer } = self.model()?;
        check_input("examples", examples, shape.features())?;
        let reconstruct = |examples| Ok(vec![trainer.decode(trainer.encode(examples)?)]);
        let mut reconstruction = self
            .in_chunks(examples, shape.features(), reconstruct)
            .await?;
        Ok(reconstruction.remove(0))
    }

    /// `[n * features]` to `[n * code]`; a variational autoencoder gives the mean code.
    ///
    /// # Errors
    /// Where the values are not whole examples, or the family has no encoder.
    pub async fn encode(&self, examples: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { shape, trainer } = self.model()?;
        check_input("examples", examples, shape.features())?;
        let encode = |examples| Ok(vec![trainer.encode(examples)?]);
        let mut codes = self.in_chunks(examples, shape.features(), encode).await?;
        Ok(codes.remove(0))
    }

    /// `[n * code]` to `[n * features]`
    ///
    /// # Errors
    /// Where the values are not whole codes.
    pub async fn decode(&self, codes: &[f32]) -> Result<Vec<f32>, Error> {
        let trainer = &self.model()?.trainer;
        check_input("codes", codes, self.settings.code)?;
        let decode = |codes| Ok(vec![trainer.decode(codes)]);
        let mut decoded = self.in_chunks(codes, self.settings.code, decode).await?;
        Ok(decoded.remove(0))
    }

    /// Generates `count` new examples (1 to 100,000), `[count * features]`; the same ones for the same seed and model.
    ///
    /// # Errors
    /// Where there is no model yet; for an autoencoder, where there are no training data from which to fit the
    /// distribution of codes.
    pub async fn sample(&self, count: usize, seed: u32) -> Result<Vec<f32>, Error> {
        check_count("samples", count, MAX_EXAMPLES)?;
        self.model()?;
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
        check_input("examples", examples, shape.features())?;
        let examples = trainer.preprocess(examples.to_vec(), *shape);
        let score = |examples| Ok(trainer.score(examples, objective));
        let scored = self.in_chunks(&examples, shape.features(), score).await?;
        Ok(trainer.scores(&scored, objective))
    }

    /// The family's measures on the test split, with their baselines.
    ///
    /// # Errors
    /// Where the training or the test split is missing.
    pub async fn evaluate(&mut self) -> Result<Report, Error> {
        let model = self.model.as_ref().ok_or_else(no_data)?;
        let training = self.training.as_ref().ok_or_else(no_data)?;
        let test = self.test.as_ref().ok_or(Error::NoTestData {})?;
        let components = match self.components.take() {
            Some(components) => components,
            None => PrincipalComponents::fit(training, self.settings.code).await?,
        };
        let input = EvaluationInput {
            family: self.settings.family,
            trainer: &*model.trainer,
            code: self.settings.code,
            objective: self.settings.objective_for(model.shape)?,
            engine: &self.engine,
            training,
            test,
            components: &components,
        };
        let measured = evaluate(&input).await;
        self.components = Some(components);
        let (count, measures) = measured?;
        Ok(Report {
            step: self.step,
            count,
            measures,
        })
    }

    /// The values of each tensor of `forward` for rows of `width`, in chunks, so that memory suffices.
    async fn in_chunks(
        &self,
        values: &[f32],
        width: usize,
        forward: impl Fn(Tensor<2>) -> Result<Vec<Tensor<2>>, Error>,
    ) -> Result<Vec<Vec<f32>>, Error> {
        let mut all: Vec<Vec<f32>> = Vec::new();
        for chunk in values.chunks(ROWS * width) {
            let rows = self.engine.tensor(chunk.to_vec(), chunk.len() / width);
            let outputs = read(forward(rows)?).await?;
            all.resize_with(outputs.len(), Vec::new);
            for (all, chunk) in all.iter_mut().zip(outputs) {
                all.extend(chunk);
            }
        }
        Ok(all)
    }
}

/// Finds fault with values from outside that are to be rows of `width`.
fn check_input(what: &'static str, values: &[f32], width: usize) -> Result<(), Error> {
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
    Ok(())
}
