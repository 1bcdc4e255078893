//! Codes drawn from beliefs about them, and how far those are from a standard normal distribution.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{numbers, sizes, tensor};

/// One number of a code after the other: of its mean and its variance's logarithm.
fn each(posterior: &[f32], width: usize, mut take: impl FnMut(usize, f32, f32)) {
    for (row, belief) in posterior.chunks_exact(2 * width).enumerate() {
        let (means, log_variances) = belief.split_at(width);
        for (column, (&mean, &log_variance)) in means.iter().zip(log_variances).enumerate() {
            take(row * width + column, mean, log_variance);
        }
    }
}

/// The same exponential as in the losses, so that both builds agree.
fn exp(value: f32) -> f32 {
    Lanes::splat(value).exp().to_array()[0]
}

pub(super) fn draw(posterior: &FlexTensor, noise: &FlexTensor) -> (FlexTensor, FlexTensor) {
    let [rows, width] = sizes(noise);
    let noise = numbers(noise);
    let mut codes = vec![0.0; rows * width];
    let mut divergences = vec![0.0; rows];
    each(&numbers(posterior), width, |at, mean, log_variance| {
        let deviation = exp(0.5 * log_variance);
        codes[at] = mean + deviation * noise[at];
        divergences[at / width] += 0.5 * (mean * mean + deviation * deviation - log_variance - 1.0);
    });
    (tensor(codes, [rows, width]), tensor(divergences, [rows, 1]))
}

pub(super) fn gradient(
    posterior: &FlexTensor,
    noise: &FlexTensor,
    gradient: &FlexTensor,
    weight: f32,
) -> FlexTensor {
    let [rows, width] = sizes(noise);
    let (noise, gradient) = (numbers(noise), numbers(gradient));
    let mut beliefs = vec![0.0; rows * 2 * width];
    each(&numbers(posterior), width, |at, mean, log_variance| {
        let deviation = exp(0.5 * log_variance);
        let of_mean = at / width * 2 * width + at % width;
        beliefs[of_mean] = gradient[at] + weight * mean;
        beliefs[of_mean + width] =
            0.5 * (gradient[at] * deviation * noise[at] + weight * (deviation * deviation - 1.0));
    });
    tensor(beliefs, [rows, 2 * width])
}
