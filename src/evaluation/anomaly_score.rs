//! How odd a reconstruction error is.

use crate::dataset::{DataKind, Shape};

/// Root mean square below which a picture counts as empty: of 8 lit pixels in 28 by 28.
const EMPTY: f32 = 0.1;

/// The anomaly score of the mean squared error of one example: that of a picture over its root mean square, since one with
/// more ink has more to get wrong; of other data the error itself.
pub fn anomaly_score(error: f32, example: &[f32], shape: Shape) -> f32 {
    if shape.kind() != DataKind::Images {
        return error;
    }
    let squares: f32 = example.iter().map(|value| value * value).sum();
    error / (squares / example.len() as f32).sqrt().max(EMPTY)
}
