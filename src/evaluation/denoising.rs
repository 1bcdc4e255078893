//! How well corrupted test examples are restored, beside what others make of them.

use super::filters::Filter;
use super::interpolation::{bicubic, nearest};
use super::measures::EvaluationInput;
use super::median::median_filter;
use super::numbers::squared_distance;
use super::{Baseline, Better, Measure};
use crate::dataset::{Corruption, Shape};
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Index of the random stream: the same corruption at each evaluation.
const STREAM: u64 = 3;

/// Sums of squared distances from the clean examples, of what the model makes of the corrupted ones and of what others do.
#[derive(Default)]
struct Distances {
    model: f64,
    /// The sum of squares of the clean examples themselves.
    power: f64,
    others: Vec<(String, f64)>,
}

impl Distances {
    fn add(&mut self, name: String, distance: f64) {
        match self.others.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += distance,
            None => self.others.push((name, distance)),
        }
    }
}

impl EvaluationInput<'_> {
    /// Squared error of reconstructions of corrupted examples `[n, features]` against the clean ones and, in dB, the peak
    /// signal-to-noise ratio of values in 0..1, `-10 log10` of the mean squared error, or the signal-to-noise ratio of signals,
    /// `10 log10` of the mean square of the clean values over that error.
    pub(super) async fn denoising_measures(
        &self,
        corruption: Corruption,
    ) -> Result<Vec<Measure>, Error> {
        let numbers = (self.test.len() * self.test.shape().features()) as f64;
        let Distances {
            model,
            power,
            mut others,
        } = self.distances(corruption).await?;
        // The hardest to beat comes first.
        others.sort_by(|(_, one), (_, other)| one.total_cmp(other));
        let measure = |name, unit, better, scale: &dyn Fn(f64) -> f64| {
            let scaled = |distance: f64| scale(distance / numbers);
            let mut others = others
                .iter()
                .map(|(name, distance)| Baseline::new(name.clone(), scaled(*distance)));
            Measure {
                baseline: others.next(),
                others: others.collect(),
                ..Measure::new(name, scaled(model), unit, better)
            }
        };
        let error = measure("meanSquaredError", "", Better::Lower, &|error| error);
        // Nothing to compare with where the corruption left everything as it was.
        let changed = others.iter().all(|(_, distance)| *distance > 0.0);
        let (name, peak) = match self.test.shape() {
            Shape::Image { .. } if changed => ("psnr", 1.0),
            Shape::Signal { .. } if changed => ("snr", power / numbers),
            _ => return Ok(vec![error]),
        };
        let decibels = |error: f64| 10.0 * (peak / error).log10();
        Ok(vec![measure(name, "dB", Better::Higher, &decibels), error])
    }

    async fn distances(&self, corruption: Corruption) -> Result<Distances, Error> {
        let shape = self.test.shape();
        let mut random = Random::stream(0, Purpose::Evaluation, STREAM);
        let mut distances = Distances::default();
        let filters = match shape {
            Shape::Signal { .. } => Filter::best(self.training, corruption).to_vec(),
            _ => Vec::new(),
        };
        for range in self.batches(self.test.len()) {
            let rows = range.len();
            let clean = self.test.gather(range);
            let corrupted = corruption.apply(clean.clone(), shape, &mut random);
            let from_clean = |restored: &[f32]| squared_distance(restored, &clean);
            distances.power += from_clean(&vec![0.0; clean.len()]);
            for filter in &filters {
                let restored = filter.apply(&corrupted, shape.features());
                distances.add(filter.name().into(), from_clean(&restored));
            }
            match shape {
                Shape::Image { height, width } if corrupted.len() < clean.len() => {
                    let sides = [height / 2, width / 2];
                    distances.add("nearest".into(), from_clean(&nearest(&corrupted, sides)));
                    distances.add("bicubic".into(), from_clean(&bicubic(&corrupted, sides)));
                }
                _ => self.add_filtered(&corrupted, &clean, &mut distances),
            }
            if let Some(map) = self.linear_map {
                let restored = map.apply(&corrupted).await?;
                distances.add("ridge regression".into(), from_clean(&restored));
            }
            let encoder_input = self.engine.tensor(corrupted, rows);
            let codes = self.trainer.encode(encoder_input)?;
            let decoded = self.trainer.decode(codes, self.objective);
            let reconstruction = read([decoded]).await?.remove(0);
            distances.model += from_clean(&reconstruction);
        }
        Ok(distances)
    }

    /// What is made of corrupted examples of the size of the clean ones without a network.
    fn add_filtered(&self, corrupted: &[f32], clean: &[f32], distances: &mut Distances) {
        let from_clean = |restored: &[f32]| squared_distance(restored, clean);
        distances.add("corrupted input".into(), from_clean(corrupted));
        if let Shape::Image { height, width } = self.test.shape() {
            let filtered = median_filter(corrupted, [height, width]);
            distances.add("3x3 median".into(), from_clean(&filtered));
        }
        if let Some(components) = self.components {
            let name = format!("PCA-{}", components.count());
            distances.add(name, from_clean(&components.reconstruct(corrupted)));
        }
    }
}
