//! Losses: pure functions of tensors. Each gives a mean over the batch, `[1]`, still on its device.

mod adversarial;
mod divergence;
mod reconstruction;

pub use adversarial::{discriminator_loss, generator_loss};
pub use divergence::divergence_from_normal;
pub use reconstruction::{binary_cross_entropy, gaussian_negative_log_likelihood, squared_error};

use burn::tensor::Tensor;
use burn::tensor::activation::relu;
use serde::{Deserialize, Serialize};

/// What a family minimises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// Reconstruction: each value a coin with the predicted probability; for values in 0..1.
    BinaryCrossEntropy,
    /// Reconstruction: the squared distance.
    MeanSquaredError,
    /// Competition: the generator maximises log D(made).
    NonSaturating,
    /// Competition: squared distance of the verdict from 1 (real) and 0 (made).
    LeastSquares,
}

/// `ln(1 + exp(x))` as `max(x, 0) + ln(1 + exp(-|x|))`, which overflows for no `x`.
fn softplus(logits: Tensor<2>) -> Tensor<2> {
    relu(logits.clone()) + logits.abs().neg().exp().log1p()
}
