//! The best linear map from corrupted examples to the clean ones: ridge regression in closed form (Hoerl and Kennard, 1970).
//! A network that does not beat it has learned nothing that needs one.

use super::numbers::{squared_distance, subtract};
use super::product::{product, transposed_product};
use super::solve::solve;
use crate::dataset::{Corruption, CorruptionKind, Dataset};
use crate::engine::{Engine, read};
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Values of a matrix that can be afforded, and factored in a second: pictures of 32 by 32 pixels.
const MAX_FEATURES: usize = 1024;
/// Index of the random stream of the corruption that is fitted to.
const STREAM: u64 = 4;
/// How often each example is corrupted: with more the map would hardly be better.
const DRAWS: usize = 3;
/// Examples taken at a time.
const ROWS: usize = 1000;
/// The penalty that is best on the last tenth of the training split is taken of these, in mean variances of the input.
const PENALTIES: [f32; 4] = [1e-5, 1e-3, 3e-2, 3e-1];

/// `y = mean(y) + (x - mean(x)) W`.
#[derive(Clone, Debug)]
pub struct LinearMap {
    input_mean: Vec<f32>,
    output_mean: Vec<f32>,
    /// `[inputs, features]`, flat.
    weights: Vec<f32>,
}

impl LinearMap {
    /// Rows `[n * inputs]` mapped to `[n * features]`.
    ///
    /// # Errors
    /// Where the engine fails.
    pub async fn apply(&self, rows: &[f32]) -> Result<Vec<f32>, Error> {
        let (inputs, features) = (self.input_mean.len(), self.output_mean.len());
        let mut centred = rows.to_vec();
        subtract(&mut centred, &self.input_mean);
        let engine = Engine::cpu();
        let centred = engine.tensor(centred, rows.len() / inputs);
        let mapped = product(centred, &engine.flat(self.weights.clone()));
        let mut mapped = read([mapped]).await?.remove(0);
        for row in mapped.chunks_exact_mut(features) {
            let pairs = row.iter_mut().zip(&self.output_mean);
            pairs.for_each(|(value, mean)| *value += mean);
        }
        Ok(mapped)
    }
}

/// The fit to a training split, in pieces of a tenth of a second, so that training can go on between them.
#[derive(Clone, Debug)]
pub struct RidgeRegression {
    corruption: Corruption,
    random: Random,
    /// The mean of the clean examples, as inputs and as outputs: near enough to keep the products small; what is left is taken
    /// off at the end.
    near: [Vec<f32>; 2],
    /// Of inputs and outputs, from there.
    means: [Vec<f32>; 2],
    /// Mean products of inputs with inputs, `[inputs, inputs]`, and with outputs, `[inputs, features]`, flat.
    products: [Vec<f32>; 2],
    /// Pieces done.
    piece: usize,
    /// Corrupted examples that are not fitted to, and the clean ones.
    validation: Option<[Vec<f32>; 2]>,
    best: Option<(f64, LinearMap)>,
    is_done: bool,
}

impl RidgeRegression {
    /// Nothing fitted yet; done at once where it would take too long.
    pub fn new(data: &Dataset, corruption: Corruption) -> Self {
        let features = data.shape().features();
        let is_done = features > MAX_FEATURES || data.len() < 10;
        let mean = mean(data);
        let near = match corruption.kind {
            // Linear, so that the mean's is the mean.
            CorruptionKind::Downscale => {
                let mut unused = Random::stream(0, Purpose::Evaluation, STREAM);
                corruption.apply(mean.clone(), data.shape(), &mut unused)
            }
            _ => mean.clone(),
        };
        let inputs = near.len();
        let squares = |columns| vec![0.0; if is_done { 0 } else { inputs * columns }];
        Self {
            corruption,
            random: Random::stream(0, Purpose::Evaluation, STREAM),
            means: [vec![0.0; inputs], vec![0.0; features]],
            products: [squares(inputs), squares(features)],
            near: [near, mean],
            piece: 0,
            validation: None,
            best: None,
            is_done,
        }
    }

    /// What is fitted to.
    pub fn corruption(&self) -> Corruption {
        self.corruption
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// The map, when it is done; none where it could not be afforded.
    pub fn map(&self) -> Option<&LinearMap> {
        let best = self.best.as_ref().filter(|_| self.is_done);
        best.map(|(_, map)| map)
    }

    /// Does the next piece, of the training split that it was made for.
    ///
    /// # Errors
    /// Where the engine fails.
    pub async fn advance(&mut self, data: &Dataset) -> Result<(), Error> {
        let fitted = data.len() - data.len() / 10;
        let chunks = fitted.div_ceil(ROWS);
        let piece = self.piece;
        self.piece += 1;
        match piece.checked_sub(DRAWS * chunks) {
            None => {
                let start = piece % chunks * ROWS;
                let range = start..fitted.min(start + ROWS);
                self.add(data, range, DRAWS * fitted).await
            }
            Some(0) => {
                self.centre();
                self.validation = Some(self.pairs(data, fitted..data.len()));
                Ok(())
            }
            Some(index) => self.try_penalty(index - 1).await,
        }
    }

    /// Examples corrupted, and as they were.
    fn pairs(&mut self, data: &Dataset, range: std::ops::Range<usize>) -> [Vec<f32>; 2] {
        let outputs = data.gather(range);
        let inputs = self
            .corruption
            .apply(outputs.clone(), data.shape(), &mut self.random);
        [inputs, outputs]
    }

    async fn add(
        &mut self,
        data: &Dataset,
        range: std::ops::Range<usize>,
        count: usize,
    ) -> Result<(), Error> {
        let rows = range.len();
        let mut pairs = self.pairs(data, range);
        let means = self.means.iter_mut().zip(&self.near);
        for (values, (mean, near)) in pairs.iter_mut().zip(means) {
            subtract(values, near);
            add_means(mean, values, count);
        }
        let [inputs, outputs] = pairs.map(|values| Engine::cpu().tensor(values, rows));
        let products = [
            transposed_product(inputs.clone(), inputs.clone()),
            transposed_product(inputs, outputs),
        ];
        for (sums, products) in self.products.iter_mut().zip(read(products).await?) {
            let pairs = sums.iter_mut().zip(products);
            pairs.for_each(|(sum, product)| *sum += product / count as f32);
        }
        Ok(())
    }

    /// From mean products to covariances.
    fn centre(&mut self) {
        let [input_mean, output_mean] = &self.means;
        for (products, right) in self.products.iter_mut().zip([input_mean, output_mean]) {
            for (row, left) in products.chunks_exact_mut(right.len()).zip(input_mean) {
                let pairs = row.iter_mut().zip(right);
                pairs.for_each(|(product, right)| *product -= left * right);
            }
        }
        for (mean, near) in self.means.iter_mut().zip(&self.near) {
            let pairs = mean.iter_mut().zip(near);
            pairs.for_each(|(mean, near)| *mean += near);
        }
    }

    async fn try_penalty(&mut self, index: usize) -> Result<(), Error> {
        let inputs = self.near[0].len();
        let [covariance, shared] = &self.products;
        let diagonal = covariance.iter().step_by(inputs + 1);
        let variance = diagonal.sum::<f32>() / inputs as f32;
        let mut penalised = covariance.clone();
        let diagonal = penalised.iter_mut().step_by(inputs + 1);
        diagonal.for_each(|value| *value += PENALTIES[index] * variance.max(f32::MIN_POSITIVE));
        let mut weights = shared.clone();
        // Beyond the best one they only get worse.
        let mut worse = false;
        if solve(&mut penalised, &mut weights, inputs)
            && let Some([shown, outputs]) = &self.validation
        {
            let [input_mean, output_mean] = self.means.clone();
            let map = LinearMap {
                input_mean,
                output_mean,
                weights,
            };
            let error = squared_distance(&map.apply(shown).await?, outputs);
            worse = self.best.as_ref().is_some_and(|(best, _)| error >= *best);
            if !worse {
                self.best = Some((error, map));
            }
        }
        if worse || index + 1 == PENALTIES.len() {
            self.is_done = true;
            self.products = Default::default();
            self.validation = None;
        }
        Ok(())
    }
}

fn mean(data: &Dataset) -> Vec<f32> {
    let mut mean = vec![0f32; data.shape().features()];
    for start in (0..data.len()).step_by(ROWS) {
        let rows = data.gather(start..data.len().min(start + ROWS));
        add_means(&mut mean, &rows, data.len());
    }
    mean
}

fn add_means(means: &mut [f32], rows: &[f32], count: usize) {
    for row in rows.chunks_exact(means.len()) {
        let pairs = means.iter_mut().zip(row);
        pairs.for_each(|(mean, value)| *mean += value / count as f32);
    }
}
