//! A linear classifier in closed form.

use super::numbers::{dot, subtract};
use super::solve::solve;

/// The penalty, in mean squared lengths of the inputs: fixed, since few labels leave none to choose it by.
const PENALTY: f64 = 0.01;

/// Ridge regression of each label against all others (Hoerl and Kennard, 1970).
#[derive(Clone, Debug)]
pub struct RidgeClassifier {
    mean: Vec<f32>,
    /// What each label's output is about.
    shares: Vec<f32>,
    /// The labels that occur, and the weights of each: `[labels][width]`.
    labels: Vec<u8>,
    weights: Vec<Vec<f32>>,
}

impl RidgeClassifier {
    /// Fits to rows `[labels.len() * width]`: through their products with each other, `[n, n]`, since they are few.
    pub fn fit(rows: &[f32], labels: &[u8]) -> Self {
        let count = labels.len();
        let width = rows.len() / count;
        let mut mean = vec![0f32; width];
        for row in rows.chunks_exact(width) {
            let pairs = mean.iter_mut().zip(row);
            pairs.for_each(|(mean, value)| *mean += value / count as f32);
        }
        let mut centred = rows.to_vec();
        subtract(&mut centred, &mean);
        let row = |index: usize| &centred[index * width..(index + 1) * width];
        let mut products = vec![0f32; count * count];
        for one in 0..count {
            for other in 0..=one {
                let product = dot(row(one), row(other)) as f32;
                products[one * count + other] = product;
                products[other * count + one] = product;
            }
        }
        let lengths: f64 = (0..count)
            .map(|at| f64::from(products[at * count + at]))
            .sum();
        let penalty = (PENALTY * lengths).max(f64::from(f32::MIN_POSITIVE)) as f32;
        let diagonal = products.iter_mut().step_by(count + 1);
        diagonal.for_each(|value| *value += penalty);
        let mut known: Vec<u8> = labels.to_vec();
        known.sort_unstable();
        known.dedup();
        let share = |label: &u8| {
            let occurs = labels.iter().filter(|one| *one == label);
            occurs.count() as f32 / count as f32
        };
        let shares: Vec<f32> = known.iter().map(share).collect();
        let mut targets: Vec<f32> = labels
            .iter()
            .flat_map(|label| {
                let pairs = known.iter().zip(&shares);
                pairs.map(move |(one, share)| f32::from(one == label) - share)
            })
            .collect();
        // With a penalty the products are positive definite; without a difference between rows every weight is 0.
        if !solve(&mut products, &mut targets, count) {
            targets.fill(0.0);
        }
        let mut weights = vec![vec![0f32; width]; known.len()];
        for (at, factors) in targets.chunks_exact(known.len()).enumerate() {
            for (weights, factor) in weights.iter_mut().zip(factors) {
                let pairs = weights.iter_mut().zip(row(at));
                pairs.for_each(|(weight, value)| *weight += factor * value);
            }
        }
        Self {
            mean,
            shares,
            labels: known,
            weights,
        }
    }

    /// The label of each of `[n * width]`.
    pub fn classify(&self, rows: &[f32]) -> Vec<u8> {
        let rows = rows.chunks_exact(self.mean.len());
        rows.map(|row| {
            let mut row = row.to_vec();
            subtract(&mut row, &self.mean);
            let outputs = self.weights.iter().zip(&self.shares);
            let outputs = outputs.map(|(weights, share)| dot(&row, weights) + f64::from(*share));
            let best = outputs.zip(&self.labels).max_by(|a, b| a.0.total_cmp(&b.0));
            best.map_or(0, |(_, &label)| label)
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::RidgeClassifier;

    #[test]
    fn three_clouds_are_told_apart() {
        let rows = [0.0, 0.1, 0.2, 0.0, 4.0, 0.1, 4.1, 0.0, 0.0, 4.0, 0.1, 4.2];
        let labels = [7, 7, 2, 2, 9, 9];
        let classifier = RidgeClassifier::fit(&rows, &labels);
        assert_eq!(classifier.classify(&rows), labels);
        assert_eq!(
            classifier.classify(&[0.3, 0.3, 3.0, 0.2, -0.2, 5.0]),
            [7, 2, 9]
        );
    }
}
