//! Penalties on a discriminator's gradient, and their own gradients.

use burn_flex::FlexTensor;

use super::{dims, into_owned, tensor, values};
use crate::engine::kernel::{AdversarialKind, AdversarialLogits, NormPenalty, PERTURBATION};

/// Keeps the division by a vanishing norm finite.
const SMALLEST_NORM: f32 = 1e-12;

pub(super) fn gradient_penalty(
    gradient: &FlexTensor,
    weight: f32,
    penalty: NormPenalty,
) -> (FlexTensor, FlexTensor) {
    let [batch, features] = dims(gradient);
    let gradient = values(gradient);
    let size = batch as f32;
    let mut squares = Vec::with_capacity(batch);
    let mut scaled = Vec::with_capacity(gradient.len());
    for row in gradient.chunks_exact(features) {
        let square: f32 = row.iter().map(|slope| slope * slope).sum();
        squares.push(size * square);
        let factor = match penalty {
            NormPenalty::AboutZero => 1.0,
            NormPenalty::AboutOne => 2.0 - 2.0 / (size * square.sqrt()).max(SMALLEST_NORM),
        };
        scaled.extend(row.iter().map(|slope| weight * factor * size * slope));
    }
    (
        tensor(squares, [batch, 1]),
        tensor(scaled, [batch, features]),
    )
}

pub(super) fn difference_penalty(
    logits: &FlexTensor,
    gradient: FlexTensor,
    weight: f32,
) -> (FlexTensor, FlexTensor) {
    let [rows, _] = dims(logits);
    // The same of every kind.
    let batch = rows / AdversarialLogits::Perturbed.parts(AdversarialKind::NonSaturating);
    let mut gradient = into_owned(gradient);
    let logits = values(logits);
    let slopes = gradient.storage_mut::<f32>();
    let share = 1.0 / batch as f32;
    let squares = (0..batch).map(|index| {
        let perturbed = 2 * batch + index;
        let slope = (logits[perturbed] - logits[index]) / PERTURBATION;
        let pull = share * weight * slope / PERTURBATION;
        slopes[index] -= pull;
        slopes[perturbed] += pull;
        share * slope * slope
    });
    let squares = squares.collect();
    (tensor(squares, [batch, 1]), gradient)
}

pub(super) fn interpolate_rows(
    first: &FlexTensor,
    second: &FlexTensor,
    share: &FlexTensor,
) -> FlexTensor {
    let [rows, columns] = dims(first);
    let [first, second, share] = [first, second, share].map(values);
    let pairs = first.iter().zip(second.iter()).enumerate();
    let between = pairs.map(|(at, (first, second))| {
        let share = share[at / columns];
        share * first + (1.0 - share) * second
    });
    tensor(between.collect(), [rows, columns])
}
