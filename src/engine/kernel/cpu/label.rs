//! Of outputs for each label, that of the label which a row is told.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{dims, tensor, values};

pub(super) fn select_label(outputs: &FlexTensor, told: &FlexTensor) -> FlexTensor {
    let ([rows, labels], [_, width]) = (dims(outputs), dims(told));
    let (outputs, told) = (values(outputs), values(told));
    let told = told.chunks_exact(width).cycle();
    let selected = outputs.chunks_exact(labels).zip(told).map(|(row, told)| {
        let pairs = row.iter().zip(&told[width - labels..]);
        pairs.map(|(output, told)| output * told).sum()
    });
    tensor(selected.collect(), [rows, 1])
}

pub(super) fn select_label_backward(
    gradient: &FlexTensor,
    outputs: &FlexTensor,
    told: &FlexTensor,
    classification: f32,
) -> FlexTensor {
    let ([rows, labels], [told_rows, width]) = (dims(outputs), dims(told));
    let (gradient, outputs, told) = (values(gradient), values(outputs), values(told));
    let mut spread = Vec::with_capacity(rows * labels);
    for (slope, told) in gradient.iter().zip(told.chunks_exact(width).cycle()) {
        spread.extend(told[width - labels..].iter().map(|told| slope * told));
    }
    if classification != 0.0 {
        let weight = classification / told_rows as f32;
        let rows = outputs.chunks_exact(labels).zip(told.chunks_exact(width));
        for (spread, (outputs, told)) in spread.chunks_exact_mut(labels).zip(rows) {
            add_cross_entropy(outputs, &told[width - labels..], weight, spread);
        }
    }
    tensor(spread, [rows, labels])
}

/// Adds the gradient of `weight` times the cross-entropy of one label, by the softmax of the outputs; nothing where none is told.
fn add_cross_entropy(outputs: &[f32], told: &[f32], weight: f32, gradient: &mut [f32]) {
    let largest = outputs.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let exponential = |output: f32| Lanes::splat(output - largest).exp().to_array()[0];
    let sum: f32 = outputs.iter().copied().map(exponential).sum();
    let labels: f32 = told.iter().sum();
    for ((gradient, &output), told) in gradient.iter_mut().zip(outputs).zip(told) {
        *gradient += weight * (labels * exponential(output) / sum - told);
    }
}
