//! How well corrupted test examples are restored, beside what others make of them.

use super::filters::Filter;
use super::interpolation::{bicubic, nearest};
use super::measures::EvaluationInput;
use super::median::median_filter;
use super::{Baseline, Better, Measure};
use crate::dataset::{Corruption, CorruptionKind, Shape};
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Index of the random stream: the same corruption at each evaluation.
const STREAM: u64 = 3;

/// A squared distance from clean examples: over all values, and over those that a block took away.
type Distance = [f64; 2];

const WHOLE: usize = 0;
const MISSING: usize = 1;

/// Sums over the test examples, of what the model makes of the corrupted ones and of what others do.
#[derive(Default)]
struct Distances {
    model: Distance,
    /// The sum of squares of the clean examples themselves.
    power: Distance,
    others: Vec<(String, Distance)>,
    /// How many values are summed.
    numbers: Distance,
}

/// Clean values of some examples, each with 1 where the corruption changed it and 0 where not.
struct Clean<'a> {
    values: &'a [f32],
    changed: Vec<f64>,
}

impl<'a> Clean<'a> {
    /// Smaller examples have no values of their own that could have been left as they are.
    fn of(values: &'a [f32], corrupted: &[f32]) -> Self {
        let pairs = values.iter().zip(corrupted);
        let changed = pairs.map(|(clean, shown)| f64::from(clean != shown));
        Self {
            values,
            changed: changed.collect(),
        }
    }

    fn distance(&self, restored: &[f32]) -> Distance {
        let mut sum = Distance::default();
        let changed = self.changed.iter().copied().chain(std::iter::repeat(0.0));
        for ((value, clean), changed) in restored.iter().zip(self.values).zip(changed) {
            let square = f64::from(value - clean).powi(2);
            add(&mut sum, [square, changed * square]);
        }
        sum
    }

    fn numbers(&self) -> Distance {
        [self.values.len() as f64, self.changed.iter().sum()]
    }
}

fn add(sum: &mut Distance, distance: Distance) {
    for (sum, distance) in sum.iter_mut().zip(distance) {
        *sum += distance;
    }
}

impl Distances {
    fn add(&mut self, name: String, distance: Distance) {
        match self.others.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => add(sum, distance),
            None => self.others.push((name, distance)),
        }
    }

    /// The measure `name` of one of the two, `scale` of the mean squared error, beside the same of the others.
    fn measure(
        &self,
        of: usize,
        (name, unit, better): (&'static str, &'static str, Better),
        scale: impl Fn(f64) -> f64,
    ) -> Measure {
        let scaled = |distance: Distance| scale(distance[of] / self.numbers[of]);
        // The hardest to beat comes first.
        let mut others: Vec<_> = self.others.iter().collect();
        others.sort_by(|(_, one), (_, other)| one[of].total_cmp(&other[of]));
        let mut others = others
            .into_iter()
            .map(|(name, distance)| Baseline::new(name.clone(), scaled(*distance)));
        Measure {
            baseline: others.next(),
            others: others.collect(),
            ..Measure::new(name, scaled(self.model), unit, better)
        }
    }
}

impl EvaluationInput<'_> {
    /// Squared error of reconstructions of corrupted examples `[n, features]` against the clean ones and, in dB, the peak
    /// signal-to-noise ratio of values in 0..1, `-10 log10` of the mean squared error, or the signal-to-noise ratio of signals,
    /// `10 log10` of the mean square of the clean values over that error. Of a missing block the same ratio once more, over
    /// what was missing alone, as inpainting is measured: what is still there has only to be copied.
    pub(super) async fn denoising_measures(
        &self,
        corruption: Corruption,
    ) -> Result<Vec<Measure>, Error> {
        let distances = self.distances(corruption).await?;
        let error = ("meanSquaredError", "", Better::Lower);
        let error = distances.measure(WHOLE, error, |error| error);
        // Nothing to compare with where the corruption left everything as it was.
        let others = &distances.others;
        if !others.iter().all(|(_, distance)| distance[WHOLE] > 0.0) {
            return Ok(vec![error]);
        }
        let ratio = |of: usize, [picture, signal]: [&'static str; 2]| {
            let (name, peak) = match self.test.shape() {
                Shape::Image { .. } => (picture, 1.0),
                Shape::Signal { .. } => (signal, distances.power[of] / distances.numbers[of]),
                _ => return None,
            };
            let decibels = |error: f64| 10.0 * (peak / error).log10();
            (distances.numbers[of] > 0.0)
                .then(|| distances.measure(of, (name, "dB", Better::Higher), decibels))
        };
        let missing = match corruption.kind {
            CorruptionKind::Block => ratio(MISSING, ["psnrMissing", "snrMissing"]),
            _ => None,
        };
        let measures = [ratio(WHOLE, ["psnr", "snr"]), missing, Some(error)];
        Ok(measures.into_iter().flatten().collect())
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
            let from_clean = Clean::of(&clean, &corrupted);
            add(
                &mut distances.power,
                from_clean.distance(&vec![0.0; clean.len()]),
            );
            add(&mut distances.numbers, from_clean.numbers());
            for filter in &filters {
                let restored = filter.apply(&corrupted, shape.features());
                distances.add(filter.name().into(), from_clean.distance(&restored));
            }
            match shape {
                Shape::Image { height, width } if corrupted.len() < clean.len() => {
                    let sides = [height / 2, width / 2];
                    distances.add(
                        "nearest".into(),
                        from_clean.distance(&nearest(&corrupted, sides)),
                    );
                    distances.add(
                        "bicubic".into(),
                        from_clean.distance(&bicubic(&corrupted, sides)),
                    );
                }
                _ => self.add_filtered(&corrupted, &from_clean, &mut distances),
            }
            if let Some(map) = self.linear_map {
                let restored = map.apply(&corrupted).await?;
                distances.add("ridge regression".into(), from_clean.distance(&restored));
            }
            let encoder_input = self.engine.tensor(corrupted, rows);
            let codes = self.trainer.encode(encoder_input)?;
            let decoded = self.trainer.decode(codes, self.objective);
            let reconstruction = read([decoded]).await?.remove(0);
            add(&mut distances.model, from_clean.distance(&reconstruction));
        }
        Ok(distances)
    }

    /// What is made of corrupted examples of the size of the clean ones without a network.
    fn add_filtered(&self, corrupted: &[f32], from_clean: &Clean, distances: &mut Distances) {
        distances.add("corrupted input".into(), from_clean.distance(corrupted));
        if let Shape::Image { height, width } = self.test.shape() {
            let filtered = median_filter(corrupted, [height, width]);
            distances.add("3x3 median".into(), from_clean.distance(&filtered));
        }
        if let Some(components) = self.components {
            let name = format!("PCA-{}", components.count());
            distances.add(
                name,
                from_clean.distance(&components.reconstruct(corrupted)),
            );
        }
    }
}
