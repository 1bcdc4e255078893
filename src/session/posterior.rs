//! The posteriors of a variational autoencoder: where on the map an example may lie.

use super::inference::check_input;
use super::{MAX_EXAMPLES, Model, Session, check_count};
use crate::error::Error;
use crate::evaluation::Ellipse;
use crate::random::{Purpose, Random};

/// Posteriors of examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// `[n * code]`
    pub means: Vec<f32>,
    /// `[n * code]`
    pub deviations: Vec<f32>,
    /// The means on the plane of the map, `[n * 2]`.
    pub places: Vec<f32>,
    /// What is within one deviation there.
    pub ellipses: Vec<Ellipse>,
}

impl Session {
    /// Posteriors of what the encoder is shown, `[n * inputs]`: `[n * 2 code]`, means and log-variances side by side.
    pub(super) async fn posteriors(&self, encoder_inputs: &[f32]) -> Result<Vec<f32>, Error> {
        let Model { trainer, .. } = self.model()?;
        let width = self.config()?.input_shape().features();
        let count = check_input("examples", encoder_inputs, width)?;
        self.check_call(encoder_inputs.len() + 4 * count * self.settings.code)?;
        let posterior = |range| {
            Ok(vec![trainer.posterior(self.rows(
                encoder_inputs,
                width,
                range,
            ))?])
        };
        Ok(self.in_chunks(count, posterior).await?.remove(0))
    }

    /// The posteriors of what the encoder is shown, `[n * inputs]`.
    ///
    /// # Errors
    /// Where the model is not variational, or the values are not whole inputs.
    pub async fn posterior(&mut self, encoder_inputs: &[f32]) -> Result<Posterior, Error> {
        let posteriors = self.posteriors(encoder_inputs).await?;
        let code = self.settings.code;
        let plane = &self.latents().await?.plane;
        let rows = posteriors.chunks_exact(2 * code);
        let means: Vec<f32> = rows.clone().flat_map(|row| &row[..code]).copied().collect();
        let log_variances = rows.flat_map(|row| &row[code..]);
        let deviations: Vec<f32> = log_variances
            .map(|log_variance| (0.5 * log_variance).exp())
            .collect();
        Ok(Posterior {
            places: plane.project(&means),
            ellipses: plane.ellipses(&deviations),
            means,
            deviations,
        })
    }

    /// `count` codes drawn from the posterior of each of `[n * inputs]`: `[n * count * code]`; the same ones for the same seed.
    ///
    /// # Errors
    /// Where the model is not variational, or the values are not whole inputs.
    pub async fn resample(
        &self,
        encoder_inputs: &[f32],
        count: usize,
        seed: u32,
    ) -> Result<Vec<f32>, Error> {
        check_count("codes", count, MAX_EXAMPLES)?;
        let posteriors = self.posteriors(encoder_inputs).await?;
        self.check_call(posteriors.len().saturating_mul(count))?;
        let mut random = Random::stream(seed, Purpose::Sample, 1);
        let rows = posteriors.chunks_exact(2 * self.settings.code);
        let mut codes = Vec::with_capacity(posteriors.len() / 2 * count);
        for row in rows {
            for _ in 0..count {
                codes.extend(draw(row, &mut random));
            }
        }
        Ok(codes)
    }
}

/// A code drawn from a posterior, `[2 code]`: means and log-variances.
pub(super) fn draw(posterior: &[f32], random: &mut Random) -> Vec<f32> {
    let (means, log_variances) = posterior.split_at(posterior.len() / 2);
    let units = means.iter().zip(log_variances);
    units
        .map(|(mean, log_variance)| mean + (0.5 * log_variance).exp() * random.normal())
        .collect()
}
