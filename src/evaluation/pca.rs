//! Principal components: the best that any linear autoencoder can do (Baldi and Hornik, 1989).

use burn::tensor::Tensor;

use super::numbers::{dot, subtract};
use super::product::{product, product_transposed, transposed_product};
use crate::dataset::Dataset;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Additional directions, so that the last of those requested converge as well.
const OVERSAMPLING: usize = 8;
/// Subspace iterations; the error on MNIST has then converged to five digits.
const ROUNDS: usize = 24;
/// Values taken at a time, so that no copy of the whole set is made in 32 bits.
const BATCH_VALUES: usize = 1 << 20;
/// Values of a matrix that is kept, 32 MB.
const MAX_VALUES: u64 = 8 << 20;
/// Multiplications that take a browser up to half a minute.
const MAX_WORK: u64 = 100_000_000_000;

/// The mean and the main directions of a data set.
#[derive(Clone, Debug)]
pub struct PrincipalComponents {
    mean: Vec<f32>,
    /// Orthonormal, each `[features]`, the largest variance first.
    directions: Vec<Vec<f32>>,
}

/// What the directions are turned by in each iteration: towards those in which the data vary most.
enum Operator {
    /// Their covariance, `[features, features]`, flat.
    Covariance(Tensor<1>),
    /// The centred examples themselves, `[n, features]`, flat: less work where they are few.
    Examples(Tensor<1>),
}

/// Which of both, before either is made.
#[derive(Clone, Copy, Debug)]
enum Way {
    Covariance,
    Examples,
}

impl Operator {
    /// `[width, features]` times the covariance, up to a factor.
    fn apply(&self, directions: Tensor<2>) -> Tensor<2> {
        match self {
            Self::Covariance(covariance) => product(directions, covariance),
            Self::Examples(examples) => product(product_transposed(directions, examples), examples),
        }
    }

    /// The cheaper of both for so many examples, features and directions; none where neither can be afforded.
    fn cheapest(count: usize, features: usize, width: usize) -> Option<Way> {
        let [n, d, w, rounds] = [count, features, width, ROUNDS].map(|number| number as u64);
        let orthonormalisation = 2 * rounds * w * w * d;
        let ways = [
            (d * d, n * d * d + rounds * w * d * d, Way::Covariance),
            (n * d, 2 * rounds * w * n * d, Way::Examples),
        ];
        let affordable = ways.into_iter().filter(|(values, work, _)| {
            *values <= MAX_VALUES && work + orthonormalisation <= MAX_WORK
        });
        affordable
            .min_by_key(|(_, work, _)| *work)
            .map(|(_, _, way)| way)
    }

    async fn new(way: Way, data: &Dataset, mean: &[f32]) -> Result<Self, Error> {
        let engine = Engine::cpu();
        let features = mean.len();
        if matches!(way, Way::Examples) {
            let mut examples = data.gather(0..data.len());
            subtract(&mut examples, mean);
            return Ok(Self::Examples(engine.flat(examples)));
        }
        let mut covariance = vec![0.0; features * features];
        for mut chunk in chunks(data) {
            subtract(&mut chunk, mean);
            let rows = chunk.len() / features;
            let chunk = engine.tensor(chunk, rows);
            let products = read([transposed_product(chunk.clone(), chunk)]).await?;
            let sums = covariance.iter_mut().zip(&products[0]);
            sums.for_each(|(sum, product)| *sum += product / data.len() as f32);
        }
        Ok(Self::Covariance(engine.flat(covariance)))
    }
}

impl PrincipalComponents {
    /// At most `count` components of the training split, by subspace iteration; none where that would take too long, or
    /// too much memory.
    ///
    /// # Errors
    /// Where the engine fails.
    pub async fn fit(data: &Dataset, count: usize) -> Result<Option<Self>, Error> {
        let features = data.shape().features();
        let rank = data.len().min(features);
        let (count, width) = (count.min(rank), (count + OVERSAMPLING).min(rank));
        let Some(way) = Operator::cheapest(data.len(), features, width) else {
            return Ok(None);
        };
        let mut sum = vec![0f64; features];
        for chunk in chunks(data) {
            for row in chunk.chunks_exact(features) {
                sum.iter_mut()
                    .zip(row)
                    .for_each(|(sum, &value)| *sum += f64::from(value));
            }
        }
        let mean: Vec<f32> = sum
            .iter()
            .map(|sum| (sum / data.len() as f64) as f32)
            .collect();
        let operator = Operator::new(way, data, &mean).await?;
        let engine = Engine::cpu();
        let mut random = Random::stream(0, Purpose::Evaluation, 0);
        let mut directions: Vec<Vec<f32>> = (0..width).map(|_| random.normals(features)).collect();
        orthonormalise(&mut directions);
        for _ in 0..ROUNDS {
            let product = operator.apply(engine.tensor(directions.concat(), width));
            let product = read([product]).await?.remove(0);
            directions = product
                .chunks_exact(features)
                .map(<[f32]>::to_vec)
                .collect();
            orthonormalise(&mut directions);
        }
        directions.truncate(count);
        Ok(Some(Self { mean, directions }))
    }

    /// Number of components: fewer than requested where there are fewer features or examples.
    pub fn count(&self) -> usize {
        self.directions.len()
    }

    /// Rows `[n * features]` to their components, `[n * count]`.
    pub fn project(&self, rows: &[f32]) -> Vec<f32> {
        let rows = rows.chunks_exact(self.mean.len());
        rows.flat_map(|row| {
            let centred: Vec<f32> = row.iter().zip(&self.mean).map(|(x, m)| x - m).collect();
            let shares = self.directions.iter();
            shares
                .map(|direction| dot(&centred, direction) as f32)
                .collect::<Vec<_>>()
        })
        .collect()
    }

    /// Rows `[n * features]` reconstructed from their components, the same size.
    pub fn reconstruct(&self, rows: &[f32]) -> Vec<f32> {
        let mut reconstructed = Vec::with_capacity(rows.len());
        for row in rows.chunks_exact(self.mean.len()) {
            let centred: Vec<f32> = row.iter().zip(&self.mean).map(|(x, m)| x - m).collect();
            let mut restored = self.mean.clone();
            for direction in &self.directions {
                let share = dot(&centred, direction) as f32;
                let pairs = restored.iter_mut().zip(direction);
                pairs.for_each(|(value, direction)| *value += share * direction);
            }
            reconstructed.extend(restored);
        }
        reconstructed
    }

    /// Mean squared error of the reconstructions from these components.
    pub fn squared_error(&self, data: &Dataset) -> f64 {
        let residuals = self.residuals(data);
        let total: f64 = residuals.iter().map(|&residual| f64::from(residual)).sum();
        total / data.len() as f64
    }

    /// The mean squared error of each example's reconstruction.
    pub fn residuals(&self, data: &Dataset) -> Vec<f32> {
        let features = self.mean.len();
        let mut residuals = Vec::with_capacity(data.len());
        for mut chunk in chunks(data) {
            subtract(&mut chunk, &self.mean);
            for row in chunk.chunks_exact(features) {
                let length = dot(row, row);
                let explained: f64 = self
                    .directions
                    .iter()
                    .map(|direction| dot(row, direction).powi(2))
                    .sum();
                // Rounding may make it slightly negative.
                residuals.push(((length - explained).max(0.0) / features as f64) as f32);
            }
        }
        residuals
    }
}

fn chunks(data: &Dataset) -> impl Iterator<Item = Vec<f32>> + '_ {
    let rows = (BATCH_VALUES / data.shape().features()).max(1);
    (0..data.len())
        .step_by(rows)
        .map(move |start| data.gather(start..data.len().min(start + rows)))
}

/// Gram-Schmidt, twice for each direction: once leaves rounding errors.
fn orthonormalise(directions: &mut [Vec<f32>]) {
    for index in 0..directions.len() {
        let (previous, rest) = directions.split_at_mut(index);
        let Some(direction) = rest.first_mut() else {
            return;
        };
        for _ in 0..2 {
            for other in previous.iter() {
                let projection = dot(direction, other) as f32;
                direction
                    .iter_mut()
                    .zip(other)
                    .for_each(|(value, other)| *value -= projection * other);
            }
        }
        let length = dot(direction, direction).sqrt() as f32;
        // A direction without variance stays zero and explains nothing.
        let scale = if length > 1e-12 { 1.0 / length } else { 0.0 };
        direction.iter_mut().for_each(|value| *value *= scale);
    }
}
