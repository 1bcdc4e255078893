//! How few numbers of a code say what it says.

use super::measures::EvaluationInput;
use super::{Baseline, Better, Measure};
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Index of the random stream of the baseline.
const STREAM: u64 = 6;

/// The mean sparseness of codes `[n * code]` of two numbers or more, 0 to 1: `(√code - L1 / L2) / (√code - 1)`, which is 0
/// where all numbers are as large and 1 where all but one are zero (Hoyer, Non-negative matrix factorization with sparseness
/// constraints, 2004, section 3.1), or all are.
pub fn sparseness(codes: &[f32], code: usize) -> f64 {
    let root = (code as f64).sqrt();
    let of_one = |numbers: &[f32]| {
        let numbers = || numbers.iter().map(|&number| f64::from(number));
        let length = numbers().map(|number| number * number).sum::<f64>().sqrt();
        let ratio = numbers().map(f64::abs).sum::<f64>() / length;
        if length > 0.0 {
            (root - ratio) / (root - 1.0)
        } else {
            1.0
        }
    };
    let rows = codes.chunks_exact(code);
    let count = rows.len() as f64;
    rows.map(of_one).sum::<f64>() / count
}

impl EvaluationInput<'_> {
    /// The sparseness of the codes of the test examples, beside that of as many samples of N(0, I); none of codes of one
    /// number.
    pub(super) async fn sparseness_measure(&self) -> Result<Option<Measure>, Error> {
        if self.code < 2 {
            return Ok(None);
        }
        let mut codes = Vec::new();
        for range in self.batches(self.test.len()) {
            let encoded = self.trainer.encode(self.pair(range).encoder_input)?;
            codes.extend(read([encoded]).await?.remove(0));
        }
        let samples = Random::stream(0, Purpose::Evaluation, STREAM).normals(codes.len());
        let baseline = Baseline::new("samples of N(0, I)", sparseness(&samples, self.code));
        let value = sparseness(&codes, self.code);
        let measure = Measure::new("sparseness", value, "", Better::Higher);
        Ok(Some(measure.beside(Some(baseline))))
    }
}

#[cfg(test)]
mod tests {
    use super::sparseness;

    #[test]
    fn from_all_alike_to_a_single_number() {
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6, "{found}");
        near(sparseness(&[0.5, -0.5, 0.5, 0.5], 4), 0.0);
        near(sparseness(&[0.0, -3.0, 0.0, 0.0], 4), 1.0);
        near(sparseness(&[0.0; 4], 4), 1.0);
        // L1 is 7 and L2 is 5; then the mean with one of a single number.
        near(sparseness(&[3.0, 4.0, 0.0, 0.0], 4), 2.0 - 1.4);
        near(
            sparseness(&[3.0, 4.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0], 4),
            0.8,
        );
    }
}
