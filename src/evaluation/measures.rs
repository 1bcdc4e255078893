//! Which measures each family has.

use super::{Baseline, Better, Measure, PrincipalComponents, coverage, mode_coverage};
use crate::dataset::Dataset;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::model::Family;
use crate::objective::{Likelihood, Objective, reconstruction_loss};
use crate::random::{Purpose, Random};
use crate::training::Trainer;

/// Examples passed through a model at a time.
const ROWS: usize = 500;
/// Points drawn to measure mode coverage, as in the literature.
const POINTS: usize = 2500;
/// Pictures compared, pair by pair, to measure coverage.
const PICTURES: usize = 500;

/// What is to be measured, and on what.
pub struct Examined<'a> {
    /// The family of the model.
    pub family: Family,
    /// The model.
    pub trainer: &'a dyn Trainer,
    /// Size of its code.
    pub code: usize,
    /// What it was trained to minimise.
    pub objective: Objective,
    /// Where it lives.
    pub engine: &'a Engine,
    /// The part it was trained on, for baselines alone.
    pub training: &'a Dataset,
    /// The part to measure on.
    pub test: &'a Dataset,
    /// Components of the training part, as many as the code has numbers.
    pub components: &'a PrincipalComponents,
}

/// The family's measures on the test part, and how many examples or samples they rest on.
///
/// # Errors
/// Where the engine fails.
pub async fn evaluate(examined: &Examined<'_>) -> Result<(usize, Vec<Measure>), Error> {
    let test = examined.test.len();
    match examined.family {
        Family::Autoencoder => Ok((test, vec![examined.squared_error().await?])),
        Family::Variational => {
            let bound = examined.negative_elbo().await?;
            Ok((test, vec![bound, examined.squared_error().await?]))
        }
        Family::Adversarial => {
            let count = if examined.test.points().is_some() {
                POINTS
            } else {
                PICTURES.min(test)
            };
            let mut measures = examined.spread(count).await?;
            measures.push(examined.discriminator_accuracy(count).await?);
            Ok((count, measures))
        }
    }
}

impl Examined<'_> {
    fn batches(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let count = self.test.len();
        (0..count)
            .step_by(ROWS)
            .map(move |start| start..count.min(start + ROWS))
    }

    async fn squared_error(&self) -> Result<Measure, Error> {
        let mut total = 0f64;
        for range in self.batches() {
            let rows = range.len();
            let examples = self.engine.tensor(self.test.gather(range), rows);
            let rebuilt = self.trainer.decode(self.trainer.encode(examples.clone())?);
            let (squared, per_value) = (Objective::MeanSquaredError, Likelihood::PerValue);
            let (errors, _) = reconstruction_loss(squared, per_value, rebuilt, examples, 1.0);
            total += sum(&read([errors]).await?[0]);
        }
        Ok(Measure {
            name: "meanSquaredError",
            value: total / self.test.len() as f64,
            unit: "",
            better: Better::Lower,
            baseline: Some(Baseline {
                name: format!("PCA-{}", self.components.count()),
                value: self.components.squared_error(self.test),
            }),
        })
    }

    /// One draw of the code for each example, from a fixed stream.
    async fn negative_elbo(&self) -> Result<Measure, Error> {
        let mut random = Random::stream(0, Purpose::Evaluation, 1);
        let mut total = 0f64;
        for range in self.batches() {
            let rows = range.len();
            let examples = self.engine.tensor(self.test.gather(range), rows);
            let noise = self.engine.tensor(random.normals(rows * self.code), rows);
            let bound = self
                .trainer
                .negative_elbo(examples, noise, self.objective)?;
            let bound = read(bound).await?;
            total += sum(&self.trainer.scores(&bound, self.objective));
        }
        let baseline = (self.objective == Objective::BinaryCrossEntropy).then(|| Baseline {
            name: "independent pixels".into(),
            value: independent_cross_entropy(self.training, self.test),
        });
        Ok(Measure {
            name: "negativeElbo",
            value: total / self.test.len() as f64,
            unit: "nats",
            better: Better::Lower,
            baseline,
        })
    }

    async fn samples(&self, count: usize) -> Result<Vec<f32>, Error> {
        let noise = Random::stream(0, Purpose::Evaluation, 2).normals(count * self.code);
        let made = self.trainer.decode(self.engine.tensor(noise, count));
        Ok(read([made]).await?.remove(0))
    }

    /// How much of the real distribution the made examples reach, real examples as the baseline.
    async fn spread(&self, count: usize) -> Result<Vec<Measure>, Error> {
        let made = self.samples(count).await?;
        let measure = |name, value, unit, real: f64| Measure {
            name,
            value,
            unit,
            better: Better::Higher,
            baseline: Some(Baseline {
                name: "real data".into(),
                value: real,
            }),
        };
        let real = self.test.gather(0..count.min(self.test.len()));
        if let Some(points) = self
            .test
            .points()
            .filter(|points| !points.modes().is_empty())
        {
            let modes = points.modes();
            let of_made = mode_coverage(&made, &modes, points.deviation);
            let of_real = mode_coverage(&real, &modes, points.deviation);
            return Ok(vec![
                measure(
                    "modesCovered",
                    of_made.covered as f64,
                    "modes",
                    of_real.covered as f64,
                ),
                measure("nearAMode", 100.0 * of_made.near, "%", 100.0 * of_real.near),
            ]);
        }
        // Pairs are many: a few hundred of each are enough.
        let features = self.test.shape().features();
        let few = |values: &[f32]| values[..values.len().min(PICTURES * features)].to_vec();
        let (real, made) = (few(&real), few(&made));
        let training = self
            .training
            .gather(0..(real.len() / features).min(self.training.len()));
        let of_made = coverage(&real, &made, features).await?;
        let of_real = coverage(&real, &training, features).await?;
        Ok(vec![measure(
            "coverage",
            100.0 * of_made,
            "%",
            100.0 * of_real,
        )])
    }

    /// How often the discriminator is right about unseen real and fresh made examples, in equal number.
    async fn discriminator_accuracy(&self, count: usize) -> Result<Measure, Error> {
        let count = count.min(self.test.len());
        let made = self.samples(count).await?;
        let mut right = 0;
        for (examples, is_real) in [(self.test.gather(0..count), true), (made, false)] {
            let examples = self
                .engine
                .tensor(self.trainer.shown(examples, self.test.shape()), count);
            let judged = read(self.trainer.judge(examples, self.objective)).await?;
            let scores = self.trainer.scores(&judged, self.objective);
            right += scores
                .iter()
                .filter(|&&score| (score > 0.5) == is_real)
                .count();
        }
        Ok(Measure {
            name: "discriminatorAccuracy",
            value: 100.0 * right as f64 / (2 * count) as f64,
            unit: "%",
            better: Better::Lower,
            baseline: Some(Baseline {
                name: "guessing".into(),
                value: 50.0,
            }),
        })
    }
}

fn sum(values: &[f32]) -> f64 {
    values.iter().map(|&value| f64::from(value)).sum()
}

/// Cross-entropy of the test examples under the training part's mean example, in nats.
fn independent_cross_entropy(training: &Dataset, test: &Dataset) -> f64 {
    let features = training.shape().features();
    let mean = |data: &Dataset| -> Vec<f64> {
        let mut sums = vec![0f64; features];
        for index in 0..data.len() {
            let example = data.gather(index..index + 1);
            sums.iter_mut()
                .zip(&example)
                .for_each(|(sum, &value)| *sum += f64::from(value));
        }
        sums.iter().map(|sum| sum / data.len() as f64).collect()
    };
    // The cross-entropy is linear in the target, so the mean test example is enough.
    let pairs = mean(training).into_iter().zip(mean(test));
    pairs
        .map(|(predicted, target)| {
            // A pixel that is always black in training may be lit in a test picture.
            let predicted = predicted.clamp(1e-4, 1.0 - 1e-4);
            -target * predicted.ln() - (1.0 - target) * (1.0 - predicted).ln()
        })
        .sum()
}
