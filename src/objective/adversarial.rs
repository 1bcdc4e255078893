//! What the two networks of a GAN want, from the discriminator's logits `[batch, 1]`; means over the batch, `[1]`.

use burn::tensor::Tensor;

use super::{Objective, softplus};

/// What the discriminator minimises.
///
/// Non-saturating: `-ln D(real) - ln(1 - D(made))`, the least possible 0, 2 ln 2 when it can't tell
/// (Goodfellow et al., arXiv 1406.2661). Least squares: `1/2 (D(real) - 1)² + 1/2 D(made)²` on the
/// logits themselves (Mao et al., arXiv 1611.04076).
pub fn discriminator_loss(objective: Objective, real: Tensor<2>, made: Tensor<2>) -> Tensor<1> {
    match objective {
        Objective::LeastSquares => {
            (real.sub_scalar(1.0).square().mean() + made.square().mean()).mul_scalar(0.5)
        }
        _ => softplus(real.neg()).mean() + softplus(made).mean(),
    }
}

/// What the generator minimises: `-ln D(made)`, or `1/2 (D(made) - 1)²`.
pub fn generator_loss(objective: Objective, made: Tensor<2>) -> Tensor<1> {
    match objective {
        Objective::LeastSquares => made.sub_scalar(1.0).square().mean().mul_scalar(0.5),
        _ => softplus(made.neg()).mean(),
    }
}
