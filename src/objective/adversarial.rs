//! The losses of a GAN's two networks, from the discriminator's logits `[n, 1]`.
//!
//! Both compare logits with targets, 1 (real) or 0 (generated): the discriminator's are the true labels, the generator's
//! are 1 for what it has generated. The losses, each a mean over a batch of real or generated examples, are:
//! non-saturating `-ln D(x) - ln(1 - D(G(z)))`, at least 0, and 2 ln 2 for D = 1/2, and `-ln D(G(z))`
//! (Goodfellow et al., arXiv 1406.2661); least squares `1/2 (D(x) - 1)² + 1/2 D(G(z))²` on the logits themselves,
//! and `1/2 (D(G(z)) - 1)²` (Mao et al., arXiv 1611.04076).

use burn::tensor::Tensor;

use super::Objective;
use crate::engine::kernel::{LossKind, loss};

/// The loss of each logit, `[n, 1]`, and its gradient, `[n, 1]`, each divided by `batch`; targets are 1 or 0, `[n or
/// more, 1]`.
pub fn adversarial_loss(
    objective: Objective,
    logits: Tensor<2>,
    targets: Tensor<2>,
    batch: usize,
) -> (Tensor<2>, Tensor<2>) {
    let example_weight = 1.0 / batch as f32;
    match objective {
        Objective::LeastSquares => loss(
            logits,
            targets,
            LossKind::SquaredError,
            0.5 * example_weight,
        ),
        _ => loss(
            logits,
            targets,
            LossKind::BinaryCrossEntropyWithLogits,
            example_weight,
        ),
    }
}

/// The discriminator's probability that an example is real, 0 to 1.
pub fn probability_real(objective: Objective, logit: f32) -> f32 {
    match objective {
        // A least-squares discriminator's targets are 0 and 1 for the output itself.
        Objective::LeastSquares => logit.clamp(0.0, 1.0),
        _ => 1.0 / (1.0 + (-logit).exp()),
    }
}
