//! Which measures each family has.

use std::ops::Range;

use super::{Baseline, Better, LinearMap, Measure, PrincipalComponents, coverage, mode_coverage};
use crate::dataset::{Corruption, CorruptionKind, Dataset, Shape};
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::model::Family;
use crate::objective::{Likelihood, Objective, reconstruction_loss};
use crate::random::{Purpose, Random};
use crate::training::{ExamplePair, Trainer, with_labels};

/// Examples passed through a model at a time.
const BATCH_ROWS: usize = 500;
/// Points generated to measure mode coverage, as in the literature.
pub(super) const GENERATED_POINTS: usize = 2500;
/// Images compared, pair by pair, to measure coverage.
const COMPARED_IMAGES: usize = 500;
/// Their values at most, 8 MB: images of more than 64 by 64 pixels are fewer.
const COMPARED_VALUES: usize = 1 << 21;

/// The model to evaluate, and the data to evaluate it on.
pub struct EvaluationInput<'a> {
    /// The family of the model.
    pub family: Family,
    /// The model.
    pub trainer: &'a dyn Trainer,
    /// Size of its code.
    pub code: usize,
    /// Labels that its decoder is told; 0 where it is told none.
    pub labels: usize,
    /// What it was trained to minimise.
    pub objective: Objective,
    /// The engine it is on.
    pub engine: &'a Engine,
    /// The training split, for baselines alone.
    pub training: &'a Dataset,
    /// The split to measure on.
    pub test: &'a Dataset,
    /// Whether its codes were to be sparse.
    pub sparse: bool,
    /// What the encoder is shown in the place of an example.
    pub corruption: Option<Corruption>,
    /// Examples that pass through the model at a time.
    pub rows: usize,
    /// Principal components of the training split, as many as the code has units, where they can be afforded.
    pub components: Option<&'a PrincipalComponents>,
    /// The best linear map from corrupted examples, where there are such and it can be afforded.
    pub linear_map: Option<&'a LinearMap>,
}

/// The family's measures on the test split, and on how many examples or samples.
///
/// # Errors
/// Where the engine fails.
pub async fn evaluate(input: &EvaluationInput<'_>) -> Result<(usize, Vec<Measure>), Error> {
    let test = input.test.len();
    match input.family {
        Family::Autoencoder => {
            let mut measures = match input.corruption {
                Some(corruption) => input.denoising_measures(corruption).await?,
                None => input.reconstruction_measures().await?,
            };
            if input.sparse {
                measures.extend(input.sparseness_measure().await?);
            }
            Ok((test, measures))
        }
        Family::Variational => {
            let mut measures = vec![
                input.negative_elbo().await?,
                input.negative_log_likelihood().await?,
            ];
            measures.extend(input.reconstruction_measures().await?);
            measures.extend(input.code_moment_measures().await?);
            measures.extend(input.divergence_measures().await?);
            Ok((test, measures))
        }
        Family::Adversarial => {
            let count = if input.test.points().is_some() {
                GENERATED_POINTS
            } else {
                let features = input.test.shape().features();
                let affordable = (COMPARED_VALUES / features).max(1);
                COMPARED_IMAGES.min(affordable).min(test)
            };
            let mut measures = input.coverage_measures(count).await?;
            measures.extend(input.divergence_measures().await?);
            measures.push(input.discriminator_accuracy(count).await?);
            Ok((count, measures))
        }
    }
}

impl EvaluationInput<'_> {
    /// The numbers 0 to `count` in ranges that pass through the model at a time.
    pub(super) fn batches(&self, count: usize) -> impl Iterator<Item = Range<usize>> {
        let rows = self.rows.min(BATCH_ROWS);
        let starts = (0..count).step_by(rows);
        starts.map(move |start| start..count.min(start + rows))
    }

    /// Test examples, and what the encoder takes of them.
    pub(super) fn pair(&self, range: Range<usize>) -> ExamplePair {
        let rows = range.len();
        self.pair_of(self.test.gather(range), rows)
    }

    /// The same of examples `[rows * features]`.
    pub(super) fn pair_of(&self, examples: Vec<f32>, rows: usize) -> ExamplePair {
        let encoder_input = match self.corruption {
            Some(corruption) if corruption.kind == CorruptionKind::Downscale => {
                let mut unused = Random::stream(0, Purpose::Evaluation, 0);
                corruption.apply(examples.clone(), self.test.shape(), &mut unused)
            }
            _ => examples.clone(),
        };
        ExamplePair {
            examples: self.engine.tensor(examples, rows),
            encoder_input: self.engine.tensor(encoder_input, rows),
        }
    }

    /// Codes or noise `[n * code]` of test examples as the decoder takes them: with their labels behind them where it is told
    /// these.
    pub(super) fn conditioned(
        &self,
        codes: Vec<f32>,
        indices: impl Iterator<Item = usize>,
    ) -> Vec<f32> {
        if self.labels == 0 {
            return codes;
        }
        let labels = indices.map(|index| self.test.labels().get(index).copied());
        with_labels(&codes, self.code, labels, self.labels)
    }

    /// How well examples come back from their codes.
    async fn reconstruction_measures(&self) -> Result<Vec<Measure>, Error> {
        match self.test.shape() {
            Shape::Sequence { .. } => self.reconstructed_molecules().await,
            _ => Ok(vec![self.squared_error().await?]),
        }
    }

    async fn squared_error(&self) -> Result<Measure, Error> {
        let mut total = 0f64;
        for range in self.batches(self.test.len()) {
            let rows = range.len();
            let codes = self
                .trainer
                .encode(self.pair(range.clone()).encoder_input)?;
            let codes = read([codes]).await?.remove(0);
            let codes = self
                .engine
                .tensor(self.conditioned(codes, range.clone()), rows);
            let reconstruction = self.trainer.decode(codes, self.objective);
            let examples = self.engine.tensor(self.test.gather(range), rows);
            let (squared, per_value) = (Objective::MeanSquaredError, Likelihood::PerValue);
            let (errors, _) =
                reconstruction_loss(squared, per_value, 1, reconstruction, examples, 1.0);
            total += sum(&read([errors]).await?[0]);
        }
        let error = total / self.test.len() as f64;
        let baseline = self.components.map(|components| {
            let name = format!("PCA-{}", components.count());
            Baseline::new(name, components.squared_error(self.test))
        });
        Ok(Measure::new("meanSquaredError", error, "", Better::Lower).beside(baseline))
    }

    /// One sample of the code for each example, from a fixed random stream.
    async fn negative_elbo(&self) -> Result<Measure, Error> {
        let mut random = Random::stream(0, Purpose::Evaluation, 1);
        let mut total = 0f64;
        for range in self.batches(self.test.len()) {
            let rows = range.len();
            let noise = self.conditioned(random.normals(rows * self.code), range.clone());
            let noise = self.engine.tensor(noise, rows);
            let pair = self.pair(range);
            let negative_elbo = self.trainer.negative_elbo(pair, noise, self.objective)?;
            let negative_elbo = read(negative_elbo).await?;
            total += sum(&self.trainer.scores(&negative_elbo, self.objective));
        }
        let name = match self.objective {
            Objective::BinaryCrossEntropy => Some("independent pixels"),
            Objective::CategoricalCrossEntropy => Some("independent symbols"),
            _ => None,
        };
        let baseline = name.map(|name| {
            let independent = independent_cross_entropy(self.training, self.test);
            Baseline::new(name, independent)
        });
        let bound = total / self.test.len() as f64;
        Ok(Measure::new("negativeElbo", bound, "nats", Better::Lower).beside(baseline))
    }

    /// Made from noise, `[count * features]`, the same at every call; where labels are told, from those of the test examples.
    pub(super) async fn samples(&self, count: usize) -> Result<Vec<f32>, Error> {
        let noise = Random::stream(0, Purpose::Evaluation, 2).normals(count * self.code);
        let mut all = Vec::with_capacity(count * self.test.shape().features());
        for range in self.batches(count) {
            let rows = range.len();
            let noise = noise[range.start * self.code..range.end * self.code].to_vec();
            let noise = self.conditioned(noise, range.clone());
            let generated = {
                let noise = self.engine.tensor(noise, rows);
                self.trainer.decode(noise, self.objective)
            };
            all.extend(read([generated]).await?.remove(0));
        }
        Ok(all)
    }

    /// Coverage of the real distribution by generated examples, with real examples as the baseline.
    async fn coverage_measures(&self, count: usize) -> Result<Vec<Measure>, Error> {
        let mut generated = self.samples(count).await?;
        let measure = |name, value, unit, real: f64| {
            let real = Baseline::new("real data", real);
            Measure::new(name, value, unit, Better::Higher).beside(Some(real))
        };
        let mut real = self.test.gather(0..count.min(self.test.len()));
        if let Some(points) = self
            .test
            .points()
            .filter(|points| !points.modes().is_empty())
        {
            let modes = points.modes();
            let generated_coverage = mode_coverage(&generated, &modes, points.deviation);
            let real_coverage = mode_coverage(&real, &modes, points.deviation);
            return Ok(vec![
                measure(
                    "modesCovered",
                    generated_coverage.covered as f64,
                    "modes",
                    real_coverage.covered as f64,
                ),
                measure(
                    "nearAMode",
                    100.0 * generated_coverage.near,
                    "%",
                    100.0 * real_coverage.near,
                ),
            ]);
        }
        // The number of pairs grows quadratically: a few hundred of each are enough.
        let features = self.test.shape().features();
        real.truncate(COMPARED_IMAGES * features);
        generated.truncate(COMPARED_IMAGES * features);
        let count = real.len() / features;
        let training = self.training.gather(0..count.min(self.training.len()));
        // Too few to learn from are too few to cover as much: others that are unseen stand in their place.
        let enough = self.training.len() >= count || self.test.len() < 2 * count;
        let others = (!enough).then(|| self.test.gather(count..2 * count));
        let others = others.as_ref().unwrap_or(&training);
        let generated_coverage = coverage(&real, &generated, features).await?;
        let real_coverage = coverage(&real, others, features).await?;
        let mut measures = vec![measure(
            "coverage",
            100.0 * generated_coverage,
            "%",
            100.0 * real_coverage,
        )];
        measures.extend(self.memorization_measure(&generated, &training).await?);
        Ok(measures)
    }
}

fn sum(values: &[f32]) -> f64 {
    values.iter().map(|&value| f64::from(value)).sum()
}

/// Cross-entropy of the test examples under the mean of the training split, in nats.
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
            // A pixel that is always black in training may be lit in a test image.
            let predicted = predicted.clamp(1e-4, 1.0 - 1e-4);
            let lit = -target * predicted.ln();
            match training.shape().classes() {
                1 => lit - (1.0 - target) * (1.0 - predicted).ln(),
                // Of symbols one alone is there.
                _ => lit,
            }
        })
        .sum()
}
