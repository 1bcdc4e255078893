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
    let ([rows, columns], [_, twice]) = (dims(noise), dims(posterior));
    let width = twice / 2;
    // What stands behind the noise is passed on.
    let mut codes = values(noise).into_owned();
    let mut divergences = vec![0.0; rows];
    for_each_value(&values(posterior), width, |at, mean, log_variance| {
        let deviation = exp(0.5 * log_variance);
        let code = &mut codes[at / width * columns + at % width];
        *code = mean + deviation * *code;
        divergences[at / width] += 0.5 * (mean * mean + deviation * deviation - log_variance - 1.0);
    });
    (
        tensor(codes, [rows, columns]),
        tensor(divergences, [rows, 1]),
    )
}

pub(super) fn backward(
    posterior: &FlexTensor,
    noise: &FlexTensor,
    gradient: &FlexTensor,
    weight: f32,
) -> FlexTensor {
    let ([rows, columns], [_, twice]) = (dims(noise), dims(posterior));
    let width = twice / 2;
    let (noise, gradient) = (values(noise), values(gradient));
    let mut posterior_gradient = vec![0.0; rows * twice];
    for_each_value(&values(posterior), width, |at, mean, log_variance| {
        let deviation = exp(0.5 * log_variance);
        let of_mean = at / width * twice + at % width;
        let of_code = at / width * columns + at % width;
        let (gradient, noise) = (gradient[of_code], noise[of_code]);
        posterior_gradient[of_mean] = gradient + weight * mean;
        posterior_gradient[of_mean + width] =
            0.5 * (gradient * deviation * noise + weight * (deviation * deviation - 1.0));
    });
    tensor(posterior_gradient, [rows, twice])
}
