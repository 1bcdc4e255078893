//! The likelihood of unseen examples under a variational autoencoder, estimated by importance sampling.

use super::measures::EvaluationInput;
use super::{Baseline, Better, Measure};
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Test examples on which the page's measure is taken, and samples for each: as much work as one pass over the test part.
const EXAMPLES: usize = 100;
const SAMPLES: usize = 20;
/// Index of the random stream.
const STREAM: u64 = 6;

impl EvaluationInput<'_> {
    /// Estimates of `-ln p(x)` of the first `count` test examples, in nats: `-ln 1/k sum_i p(x, z_i) / q(z_i | x)` over
    /// `samples` codes of the posterior (Burda et al., arXiv 1509.00519, equation 8). With one sample it is a bound as the
    /// negative ELBO is; with more it comes down towards the likelihood.
    ///
    /// # Errors
    /// Where the model is not variational, or the engine fails.
    pub async fn negative_log_likelihoods(
        &self,
        count: usize,
        samples: usize,
    ) -> Result<Vec<f64>, Error> {
        let (code, samples) = (self.code, samples.max(1));
        let count = count.min(self.test.len());
        let mut random = Random::stream(0, Purpose::Evaluation, STREAM);
        let mut all = Vec::with_capacity(count);
        // Of the example under way: as many rows pass through the model at a time as there is memory for.
        let mut logarithms = Vec::with_capacity(samples);
        let rows_in_all = count as u64 * samples as u64;
        for start in (0..rows_in_all).step_by(self.rows) {
            let rows = rows_in_all.min(start + self.rows as u64) - start;
            let indices = (start..start + rows).map(|row| (row / samples as u64) as usize);
            let indices: Vec<usize> = indices.collect();
            let pair = self.pair_of(self.test.gather(indices.iter().copied()), indices.len());
            let noise = random.normals(indices.len() * code);
            let conditioned = self.conditioned(noise.clone(), indices.iter().copied());
            let conditioned = self.engine.tensor(conditioned, indices.len());
            let terms = self
                .trainer
                .negative_elbo(pair, conditioned, self.objective)?;
            let read = read(terms).await?;
            let bounds = self.trainer.scores(&read, self.objective);
            let posteriors = read[2].chunks_exact(2 * code).zip(noise.chunks_exact(code));
            for ((posterior, noise), (bound, divergence)) in
                posteriors.zip(bounds.iter().zip(&read[1]))
            {
                // ln p(x | z), without the divergence that the bound counts.
                let conditional = f64::from(*divergence) - f64::from(*bound);
                logarithms.push(conditional + log_ratio(posterior, noise));
                if logarithms.len() == samples {
                    all.push(-log_mean_exp(&logarithms));
                    logarithms.clear();
                }
            }
        }
        Ok(all)
    }

    /// The mean of that over some test examples, beside the negative ELBO of the same.
    pub(super) async fn negative_log_likelihood(&self) -> Result<Measure, Error> {
        let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len() as f64;
        let value = mean(self.negative_log_likelihoods(EXAMPLES, SAMPLES).await?);
        let bound = mean(self.negative_log_likelihoods(EXAMPLES, 1).await?);
        let measure = Measure::new("negativeLogLikelihood", value, "nats", Better::Lower);
        Ok(Measure {
            count: Some(EXAMPLES.min(self.test.len())),
            ..measure.beside(Some(Baseline::new("one sample", bound)))
        })
    }
}

/// `ln p(z) - ln q(z | x)` for `z = m + s noise` of a posterior, `[2 code]`.
fn log_ratio(posterior: &[f32], noise: &[f32]) -> f64 {
    let (means, log_variances) = posterior.split_at(noise.len());
    let units = means.iter().zip(log_variances).zip(noise);
    units
        .map(|((&mean, &log_variance), &noise)| {
            let (noise, log_variance) = (f64::from(noise), f64::from(log_variance));
            let code = f64::from(mean) + (0.5 * log_variance).exp() * noise;
            0.5 * (noise * noise + log_variance - code * code)
        })
        .sum()
}

/// `ln` of the mean of the exponentials.
fn log_mean_exp(values: &[f64]) -> f64 {
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = values.iter().map(|value| (value - most).exp()).sum();
    most + (sum / values.len() as f64).ln()
}

#[cfg(test)]
mod tests {
    use super::{log_mean_exp, log_ratio};

    #[test]
    fn the_mean_of_exponentials_does_not_overflow() {
        let found = log_mean_exp(&[1000.0 + 1f64.ln(), 1000.0 + 3f64.ln()]);
        assert!((found - 1000.0 - 2f64.ln()).abs() < 1e-9, "{found}");
    }

    /// Densities of N(0, 1) and of N(1, 4) at 3, by hand.
    #[test]
    fn the_ratio_of_two_densities() {
        let found = log_ratio(&[1.0, 4f32.ln()], &[1.0]);
        let expected = -4.5 - (-0.5 - 2f64.ln());
        assert!((found - expected).abs() < 1e-6, "{found}");
    }
}
