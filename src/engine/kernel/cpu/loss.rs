//! Losses with their gradients, both in one pass over the predictions.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{dims, into_owned, tensor, values};
use crate::engine::kernel::LossKind;
use crate::engine::threads;

/// Predictions for each task: tens of microseconds of work.
const CHUNK: usize = 8 * 1024;

pub(super) fn loss(
    predictions: FlexTensor,
    targets: &FlexTensor,
    kind: LossKind,
    scale: f32,
) -> (FlexTensor, FlexTensor) {
    let [rows, columns] = dims(&predictions);
    let mut gradient = into_owned(predictions);
    let targets = values(targets);
    let mut losses = vec![0.0; rows];
    let chunk_rows = (CHUNK / columns).max(1);
    let chunks = gradient
        .storage_mut::<f32>()
        .chunks_mut(chunk_rows * columns)
        .zip(targets.chunks(chunk_rows * columns))
        .zip(losses.chunks_mut(chunk_rows));
    threads::for_each(chunks, |((gradient, targets), losses)| {
        let rows = gradient
            .chunks_exact_mut(columns)
            .zip(targets.chunks_exact(columns))
            .zip(losses);
        match kind {
            LossKind::BinaryCrossEntropyWithLogits => rows.for_each(|((row, targets), loss)| {
                *loss = scale * sum_losses(row, targets, scale, cross_entropy);
            }),
            LossKind::SquaredError => rows.for_each(|((row, targets), loss)| {
                *loss = scale * sum_losses(row, targets, scale, squared);
            }),
            LossKind::CategoricalCrossEntropyWithLogits { classes } => {
                rows.for_each(|((row, targets), loss)| {
                    let groups = row.chunks_exact_mut(classes);
                    let groups = groups.zip(targets.chunks_exact(classes));
                    let losses = groups.map(|(group, targets)| categorical(group, targets, scale));
                    *loss = scale * losses.sum::<f32>();
                });
            }
        }
    });
    (tensor(losses, [rows, 1]), gradient)
}

/// The sum of the losses of one row of predictions, which are replaced by their gradients times `scale`.
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn sum_losses(
    predictions: &mut [f32],
    targets: &[f32],
    scale: f32,
    loss: impl Fn(Lanes, Lanes) -> (Lanes, Lanes),
) -> f32 {
    let scale = Lanes::splat(scale);
    let (chunks_of_four, rest) = predictions.as_chunks_mut::<4>();
    let (targets, targets_rest) = targets.as_chunks::<4>();
    let mut sum = Lanes::splat(0.0);
    for (predictions, targets) in chunks_of_four.iter_mut().zip(targets) {
        let (losses, gradients) = loss(Lanes::load(predictions), Lanes::load(targets));
        sum = sum.add(losses);
        *predictions = gradients.mul(scale).to_array();
    }
    let mut total: f32 = sum.to_array().iter().sum();
    for (prediction, &target) in rest.iter_mut().zip(targets_rest) {
        let (losses, gradients) = loss(Lanes::splat(*prediction), Lanes::splat(target));
        total += losses.to_array()[0];
        *prediction = gradients.mul(scale).to_array()[0];
    }
    total
}

/// `ln Σ e^l - Σ l t` of a group of logits, which are replaced by `scale` times their gradients, `softmax(l) - t`.
pub(super) fn categorical(logits: &mut [f32], targets: &[f32], scale: f32) -> f32 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let products = logits.iter().zip(targets);
    let wanted: f32 = products
        .map(|(logit, target)| (logit - largest) * target)
        .sum();
    let (chunks_of_four, rest) = logits.as_chunks_mut::<4>();
    let shift = Lanes::splat(largest);
    let mut sums = Lanes::splat(0.0);
    for logits in chunks_of_four {
        let powers = Lanes::load(logits).sub(shift).exp();
        sums = sums.add(powers);
        *logits = powers.to_array();
    }
    let mut sum: f32 = sums.to_array().iter().sum();
    for logit in rest {
        *logit = Lanes::splat(*logit - largest).exp().to_array()[0];
        sum += *logit;
    }
    for (power, target) in logits.iter_mut().zip(targets) {
        *power = scale * (*power / sum - target);
    }
    sum.ln() - wanted
}

/// `ln(1 + e^l) - l t` and `sigmoid(l) - t`, from one exponential.
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn cross_entropy(logits: Lanes, targets: Lanes) -> (Lanes, Lanes) {
    let (one, zero) = (Lanes::splat(1.0), Lanes::splat(0.0));
    let small = zero.sub(logits.abs()).exp();
    let larger = one.div(one.add(small));
    let probability = logits.if_positive(larger, small.mul(larger));
    let softplus = logits.max(zero).add(small.ln_1p());
    (softplus.sub(logits.mul(targets)), probability.sub(targets))
}

/// `(p - t)²` and `2 (p - t)`
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn squared(predictions: Lanes, targets: Lanes) -> (Lanes, Lanes) {
    let difference = predictions.sub(targets);
    (difference.mul(difference), difference.add(difference))
}
