//! How well corrupted test examples are restored, beside what the corruption left of them.

use super::measures::EvaluationInput;
use super::{Baseline, Better, Measure};
use crate::dataset::Corruption;
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Index of the random stream: the same corruption at each evaluation.
const STREAM: u64 = 3;

/// Sums of squared distances from the clean examples.
#[derive(Default)]
struct Distances {
    /// Of the corrupted examples.
    corrupted: f64,
    /// Of what the model makes of them.
    reconstruction: f64,
    /// Of what principal components make of them.
    components: f64,
}

impl EvaluationInput<'_> {
    /// Squared error of reconstructions of corrupted examples `[n, features]` against the clean ones and, for values in
    /// 0..1, the peak signal-to-noise ratio, `-10 log10` of the mean squared error, in dB.
    pub(super) async fn denoising_measures(
        &self,
        corruption: Corruption,
    ) -> Result<Vec<Measure>, Error> {
        let numbers = (self.test.len() * self.test.shape().features()) as f64;
        let distances = self.distances(corruption).await?;
        let squared_error = Measure {
            name: "meanSquaredError",
            value: distances.reconstruction / numbers,
            unit: "",
            better: Better::Lower,
            baseline: self.components.map(|components| Baseline {
                name: format!("PCA-{}", components.count()),
                value: distances.components / numbers,
            }),
        };
        // Nothing to compare with where the corruption left everything as it was.
        if !self.test.shape().is_bounded() || distances.corrupted == 0.0 {
            return Ok(vec![squared_error]);
        }
        let decibels = |distance: f64| -10.0 * (distance / numbers).log10();
        let psnr = Measure {
            name: "psnr",
            value: decibels(distances.reconstruction),
            unit: "dB",
            better: Better::Higher,
            baseline: Some(Baseline {
                name: "corrupted input".into(),
                value: decibels(distances.corrupted),
            }),
        };
        Ok(vec![psnr, squared_error])
    }

    async fn distances(&self, corruption: Corruption) -> Result<Distances, Error> {
        let bounded = self.test.shape().is_bounded();
        let mut random = Random::stream(0, Purpose::Evaluation, STREAM);
        let mut distances = Distances::default();
        for range in self.batches(self.test.len()) {
            let rows = range.len();
            let clean = self.test.gather(range);
            let mut corrupted = clean.clone();
            corruption.apply(&mut corrupted, bounded, &mut random);
            distances.corrupted += squared_distance(&corrupted, &clean);
            if let Some(components) = self.components {
                let restored = components.reconstruct(&corrupted);
                distances.components += squared_distance(&restored, &clean);
            }
            let encoder_input = self.engine.tensor(corrupted, rows);
            let decoded = self.trainer.decode(self.trainer.encode(encoder_input)?);
            let reconstruction = read([decoded]).await?.remove(0);
            distances.reconstruction += squared_distance(&reconstruction, &clean);
        }
        Ok(distances)
    }
}

fn squared_distance(left: &[f32], right: &[f32]) -> f64 {
    let pairs = left.iter().zip(right);
    pairs
        .map(|(left, right)| f64::from(left - right).powi(2))
        .sum()
}
