//! Whether codes are spread as their prior says, N(0, I).

use super::measures::EvaluationInput;
use super::{Baseline, Better, Measure};
use crate::dataset::Dataset;
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Index of the random stream of the baseline.
const STREAM: u64 = 5;

/// Moments of codes by unit, each `[code]`.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeMoments {
    /// Of the codes' means.
    pub means: Vec<f64>,
    /// The variance of the means and the mean of the posteriors' variances: the variance of codes drawn from the posteriors of
    /// the data.
    pub variances: Vec<f64>,
    /// Mean divergences of the posteriors from N(0, 1), in nats.
    pub divergences: Vec<f64>,
}

/// Moments of posteriors `[n * 2 code]`, means and log-variances side by side.
pub fn code_moments(posteriors: &[f32], code: usize) -> CodeMoments {
    let count = (posteriors.len() / (2 * code)) as f64;
    let of_unit = |unit: usize, of: &dyn Fn(f64, f64) -> f64| -> f64 {
        let rows = posteriors.chunks_exact(2 * code);
        let values = rows.map(|row| of(f64::from(row[unit]), f64::from(row[code + unit])));
        values.sum::<f64>() / count
    };
    let means: Vec<f64> = (0..code)
        .map(|unit| of_unit(unit, &|mean, _| mean))
        .collect();
    let variances = means.iter().enumerate().map(|(unit, centre)| {
        of_unit(unit, &|mean, log_variance| {
            (mean - centre).powi(2) + log_variance.exp()
        })
    });
    let divergences = (0..code).map(|unit| {
        of_unit(unit, &|mean, log_variance| {
            0.5 * (mean * mean + log_variance.exp() - log_variance - 1.0)
        })
    });
    CodeMoments {
        variances: variances.collect(),
        divergences: divergences.collect(),
        means,
    }
}

impl CodeMoments {
    /// The units' mean distances of the mean from 0, and of the variance from 1.
    fn distances(&self) -> [f64; 2] {
        let distance = |values: &[f64], from: f64| {
            let distances = values.iter().map(|value| (value - from).abs());
            distances.sum::<f64>() / values.len() as f64
        };
        [distance(&self.means, 0.0), distance(&self.variances, 1.0)]
    }
}

impl EvaluationInput<'_> {
    /// How far the codes of the test examples are from N(0, I), beside as many samples of it, and as many of the examples that
    /// were learnt from: test pictures of other writers have codes of another mean, however well the prior was learnt.
    pub(super) async fn code_moment_measures(&self) -> Result<Vec<Measure>, Error> {
        let count = self.test.len().min(self.training.len());
        let found = self.moment_distances(self.test, self.test.len()).await?;
        let learnt = self.moment_distances(self.training, count).await?;
        // Points without a spread of their own.
        let mut random = Random::stream(0, Purpose::Evaluation, STREAM);
        let samples = (0..self.test.len()).flat_map(|_| {
            let mut sample = random.normals(self.code);
            sample.resize(2 * self.code, f32::NEG_INFINITY);
            sample
        });
        let prior = code_moments(&samples.collect::<Vec<_>>(), self.code).distances();
        let names = ["codeMean", "codeVariance"];
        let measures = names.into_iter().zip(found).zip(prior).zip(learnt);
        Ok(measures
            .map(|(((name, value), prior), learnt)| {
                let baseline = Baseline::new("samples of N(0, I)", prior);
                let others = vec![Baseline::new("training examples", learnt)];
                let measure = Measure::new(name, value, "", Better::Lower).beside(Some(baseline));
                Measure { others, ..measure }
            })
            .collect())
    }

    async fn moment_distances(&self, data: &Dataset, count: usize) -> Result<[f64; 2], Error> {
        let mut posteriors = Vec::new();
        for range in self.batches(count) {
            let rows = range.len();
            let pair = self.pair_of(data.gather(range), rows);
            let posterior = self.trainer.posterior(pair.encoder_input)?;
            posteriors.extend(read([posterior]).await?.remove(0));
        }
        Ok(code_moments(&posteriors, self.code).distances())
    }
}

#[cfg(test)]
mod tests {
    use super::code_moments;

    /// Two posteriors of two units, by hand.
    #[test]
    fn moments_of_two_posteriors() {
        let log2 = 2f32.ln();
        let found = code_moments(&[1.0, 0.0, 0.0, log2, 3.0, 0.0, 0.0, log2], 2);
        assert_eq!(found.means, [2.0, 0.0]);
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6, "{found}");
        near(found.variances[0], 2.0);
        near(found.variances[1], 2.0);
        near(found.divergences[0], 0.25 * (1.0 + 9.0));
        near(found.divergences[1], 0.5 * (1.0 - 2f64.ln()));
    }
}
