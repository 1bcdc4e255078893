//! The Frechet distance of two sets of features (Heusel et al., arXiv 1706.08500).

use super::symmetric::symmetric_eigen;

/// The normal distribution nearest to a set of features.
#[derive(Clone, Debug)]
pub struct FeatureMoments {
    /// `[d]`
    mean: Vec<f64>,
    /// Of samples, by `n - 1`; `[d * d]`
    covariance: Vec<f64>,
}

impl FeatureMoments {
    /// Of features `[n * width]`, two rows at least.
    pub fn of(features: &[f32], width: usize) -> Self {
        let rows = || features.chunks_exact(width);
        let count = rows().len() as f64;
        let mut mean = vec![0.0; width];
        for row in rows() {
            mean.iter_mut()
                .zip(row)
                .for_each(|(sum, &value)| *sum += f64::from(value) / count);
        }
        let mut covariance = vec![0.0; width * width];
        for row in rows() {
            let centred: Vec<f64> = row
                .iter()
                .zip(&mean)
                .map(|(&x, m)| f64::from(x) - m)
                .collect();
            for (sums, left) in covariance.chunks_exact_mut(width).zip(&centred) {
                sums.iter_mut()
                    .zip(&centred)
                    .for_each(|(sum, right)| *sum += left * right / (count - 1.0));
            }
        }
        Self { mean, covariance }
    }
}

/// `|m - m'|² + tr(C + C' - 2 (C C')^½)`, in squared units of the features; 0 for the same moments.
pub fn frechet_distance(one: &FeatureMoments, other: &FeatureMoments) -> f64 {
    let n = one.mean.len();
    let means = one.mean.iter().zip(&other.mean);
    let apart: f64 = means.map(|(a, b)| (a - b) * (a - b)).sum();
    let trace = |matrix: &[f64]| -> f64 { matrix.iter().step_by(n + 1).sum() };
    // The eigenvalues of C C' are those of C^½ C' C^½, which is symmetric.
    let (values, vectors) = symmetric_eigen(one.covariance.clone(), n);
    let mut root = vec![0.0; n * n];
    for (value, vector) in values.iter().zip(vectors.chunks_exact(n)) {
        let value = value.max(0.0).sqrt();
        for (row, a) in root.chunks_exact_mut(n).zip(vector) {
            row.iter_mut()
                .zip(vector)
                .for_each(|(sum, b)| *sum += value * a * b);
        }
    }
    let product = multiply(&multiply(&root, &other.covariance, n), &root, n);
    let (values, _) = symmetric_eigen(product, n);
    let shared: f64 = values.iter().map(|value| value.max(0.0).sqrt()).sum();
    apart + trace(&one.covariance) + trace(&other.covariance) - 2.0 * shared
}

/// Of square matrices.
fn multiply(left: &[f64], right: &[f64], n: usize) -> Vec<f64> {
    let mut product = vec![0.0; n * n];
    for (row, sums) in left.chunks_exact(n).zip(product.chunks_exact_mut(n)) {
        for (factor, values) in row.iter().zip(right.chunks_exact(n)) {
            sums.iter_mut()
                .zip(values)
                .for_each(|(sum, value)| *sum += factor * value);
        }
    }
    product
}
