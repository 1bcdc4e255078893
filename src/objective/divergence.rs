//! How far a distribution of codes is from the one that samples will be drawn from.

use burn::tensor::Tensor;

/// `KL(N(mean, variance) || N(0, 1))`, summed over the code, in nats: `[batch, code]` twice to `[batch, 1]`.
///
/// `-1/2 sum(1 + ln v - m² - v)` (Kingma and Welling, arXiv 1312.6114, appendix B).
pub fn divergence_from_normal(mean: Tensor<2>, log_variance: Tensor<2>) -> Tensor<2> {
    let variance = log_variance.clone().exp();
    (mean.square() + variance - log_variance)
        .sub_scalar(1.0)
        .sum_dim(1)
        .mul_scalar(0.5)
}
