//! The reparameterization trick: codes sampled from their posteriors, and the posteriors' KL divergence from the prior.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{dims, tensor, values};

/// Calls `visit` for each code unit with its index, mean and log-variance.
fn for_each_value(posterior: &[f32], width: usize, mut visit: impl FnMut(usize, f32, f32)) {
    for (row, row_posterior) in posterior.chunks_exact(2 * width).enumerate() {
        let (means, log_variances) = row_posterior.split_at(width);
        for (column, (&mean, &log_variance)) in means.iter().zip(log_variances).enumerate() {
            visit(row * width + column, mean, log_variance);
        }
    }
}

/// The same exponential as in the losses, so that builds with and without SIMD agree.
fn exp(value: f32) -> f32 {
    Lanes::splat(value).exp().to_array()[0]
}

pub(super) fn forward(posterior: &FlexTensor, noise: &FlexTensor) -> (FlexTensor, FlexTensor) {
    let [rows, width] = dims(noise);
    let noise = values(noise);
    let mut codes = vec![0.0; rows * width];
    let mut divergences = vec![0.0; rows];
    for_each_value(&values(posterior), width, |at, mean, log_variance| {
        let deviation = exp(0.5 * log_variance);
        codes[at] = mean + deviation * noise[at];
        divergences[at / width] += 0.5 * (mean * mean + deviation * deviation - log_variance - 1.0);
    });
    (tensor(codes, [rows, width]), tensor(divergences, [rows, 1]))
}

pub(super) fn backward(
    posterior: &FlexTensor,
    noise: &FlexTensor,
    gradient: &FlexTensor,
    weight: f32,
) -> FlexTensor {
    let [rows, width] = dims(noise);
    let (noise, gradient) = (values(noise), values(gradient));
    let mut posterior_gradient = vec![0.0; rows * 2 * width];
    for_each_value(&values(posterior), width, |at, mean, log_variance| {
        let deviation = exp(0.5 * log_variance);
        let of_mean = at / width * 2 * width + at % width;
        posterior_gradient[of_mean] = gradient[at] + weight * mean;
        posterior_gradient[of_mean + width] =
            0.5 * (gradient[at] * deviation * noise[at] + weight * (deviation * deviation - 1.0));
    });
    tensor(posterior_gradient, [rows, 2 * width])
}
