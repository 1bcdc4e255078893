//! What the two networks of a GAN want, from the discriminator's logits `[n, 1]`.
//!
//! Both are a comparison of logits with what somebody wants them to say, 1 (real) or 0 (made): the discriminator the
//! truth, the generator 1 of what it made. Their sums over the examples, each over `batch` real or made ones, are:
//! non-saturating `-ln D(real) - ln(1 - D(made))`, the least possible 0, 2 ln 2 when it can't tell, and `-ln D(made)`
//! (Goodfellow et al., arXiv 1406.2661); least squares `1/2 (D(real) - 1)² + 1/2 D(made)²` on the logits themselves,
//! and `1/2 (D(made) - 1)²` (Mao et al., arXiv 1611.04076).

use burn::tensor::Tensor;

use super::Objective;
use crate::engine::kernel::{LossKind, loss};

/// The loss that each logit bears, `[n, 1]`, and its gradient, `[n, 1]`; what is wanted of it is 1 or 0, `[n or
/// more, 1]`.
pub fn verdict_loss(
    objective: Objective,
    logits: Tensor<2>,
    wanted: Tensor<2>,
    batch: usize,
) -> (Tensor<2>, Tensor<2>) {
    let share = 1.0 / batch as f32;
    match objective {
        Objective::LeastSquares => loss(logits, wanted, LossKind::Squared, 0.5 * share),
        _ => loss(logits, wanted, LossKind::Logistic, share),
    }
}

/// A verdict on a scale from 0 (made) to 1 (real).
pub fn verdict(objective: Objective, logit: f32) -> f32 {
    match objective {
        // A least-squares discriminator aims at 0 and 1 with its output itself.
        Objective::LeastSquares => logit.clamp(0.0, 1.0),
        _ => 1.0 / (1.0 + (-logit).exp()),
    }
}
