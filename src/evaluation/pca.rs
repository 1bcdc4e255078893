//! Principal components: the best that any linear autoencoder can do (Baldi and Hornik, 1989).

use crate::dataset::Dataset;
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Additional directions, so that the last of those requested converge as well.
const OVERSAMPLING: usize = 8;
/// Subspace iterations; the error on MNIST has then converged to five digits.
const ROUNDS: usize = 24;
/// Multiplications that are worth a baseline: some seconds of one thread.
const AFFORDABLE: f64 = 3e10;
/// Features whose covariance matrix still fits: 64 MB.
const MAX_FEATURES: usize = 4096;
/// Rows taken at a time, so that no copy of the whole set is made in 32 bits.
const BATCH_ROWS: usize = 1000;

/// The mean and the main directions of a data set.
#[derive(Clone, Debug)]
pub struct PrincipalComponents {
    mean: Vec<f32>,
    /// Orthonormal, each `[features]`, the largest variance first.
    directions: Vec<Vec<f32>>,
}

impl PrincipalComponents {
    /// Whether `count` components of the training split can be had in reasonable time and memory.
    pub fn is_affordable(data: &Dataset, count: usize) -> bool {
        let features = data.shape().features();
        let width = (count + OVERSAMPLING).min(features);
        let rows = data.len() + ROUNDS * width;
        features <= MAX_FEATURES && (features * features) as f64 * rows as f64 <= AFFORDABLE
    }

    /// At most `count` components of the training split, by subspace iteration on the covariance matrix.
    ///
    /// # Errors
    /// Where the engine fails.
    pub async fn fit(data: &Dataset, count: usize) -> Result<Self, Error> {
        let features = data.shape().features();
        let engine = Engine::cpu();
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

        // [features, features], up to a factor that changes no direction
        let mut covariance = engine.tensor(vec![0.0; features * features], features);
        for mut chunk in chunks(data) {
            subtract(&mut chunk, &mean);
            let rows = chunk.len() / features;
            let chunk = engine.tensor(chunk, rows);
            covariance = covariance
                + chunk
                    .clone()
                    .transpose()
                    .matmul(chunk.div_scalar(data.len() as f32));
        }

        let count = count.min(features);
        let width = (count + OVERSAMPLING).min(features);
        let mut random = Random::stream(0, Purpose::Evaluation, 0);
        let mut directions: Vec<Vec<f32>> = (0..width).map(|_| random.normals(features)).collect();
        orthonormalise(&mut directions);
        for _ in 0..ROUNDS {
            // Rows times the symmetric matrix: [width, features]
            let product = engine
                .tensor(directions.concat(), width)
                .matmul(covariance.clone());
            let product = read([product]).await?.remove(0);
            directions = product
                .chunks_exact(features)
                .map(<[f32]>::to_vec)
                .collect();
            orthonormalise(&mut directions);
        }
        directions.truncate(count);
        Ok(Self { mean, directions })
    }

    /// Number of components: fewer than requested where an example has fewer features.
    pub fn count(&self) -> usize {
        self.directions.len()
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
        let features = self.mean.len();
        let mut total = 0f64;
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
                total += (length - explained).max(0.0);
            }
        }
        total / (data.len() * features) as f64
    }
}

fn chunks(data: &Dataset) -> impl Iterator<Item = Vec<f32>> + '_ {
    (0..data.len())
        .step_by(BATCH_ROWS)
        .map(|start| data.gather(start..data.len().min(start + BATCH_ROWS)))
}

fn subtract(rows: &mut [f32], mean: &[f32]) {
    for row in rows.chunks_exact_mut(mean.len()) {
        row.iter_mut()
            .zip(mean)
            .for_each(|(value, mean)| *value -= mean);
    }
}

fn dot(left: &[f32], right: &[f32]) -> f64 {
    // Eight sums side by side, so that the compiler can use SIMD; each is short enough for 32 bits.
    let mut sums = [0f32; 8];
    let (left_chunks, right_chunks) = (left.chunks_exact(8), right.chunks_exact(8));
    let rest: f32 = left_chunks
        .remainder()
        .iter()
        .zip(right_chunks.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (left, right) in left_chunks.zip(right_chunks) {
        for lane in 0..8 {
            sums[lane] += left[lane] * right[lane];
        }
    }
    sums.iter().map(|&sum| f64::from(sum)).sum::<f64>() + f64::from(rest)
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
