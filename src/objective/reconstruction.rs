//! How far a reconstruction is from what it should be, per example: `[batch, features]` twice to `[batch, 1]`.

use burn::tensor::Tensor;

use crate::engine::kernel::logistic_loss;

/// Binary cross-entropy of logits, summed over the features, in nats.
///
/// `ln(1 + exp(l)) - l t`. For targets between 0 and 1 its least value is their entropy, not 0.
pub fn binary_cross_entropy(logits: Tensor<2>, targets: Tensor<2>) -> Tensor<2> {
    logistic_loss(logits, targets)
}

/// The squared error, averaged over the features.
pub fn squared_error(predictions: Tensor<2>, targets: Tensor<2>) -> Tensor<2> {
    (predictions - targets).square().mean_dim(1)
}

/// `-ln N(target; prediction, deviation²)`, summed over the features, in nats.
pub fn gaussian_negative_log_likelihood(
    predictions: Tensor<2>,
    targets: Tensor<2>,
    deviation: f32,
) -> Tensor<2> {
    let [_, features] = targets.dims();
    let variance = deviation * deviation;
    let constant = 0.5 * features as f32 * (std::f32::consts::TAU * variance).ln();
    (predictions - targets)
        .square()
        .sum_dim(1)
        .div_scalar(2.0 * variance)
        .add_scalar(constant)
}
