//! Of outputs for each label, that of the label which a row is told.

use burn_flex::FlexTensor;

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
    told: &FlexTensor,
    labels: usize,
) -> FlexTensor {
    let ([rows, _], [_, width]) = (dims(gradient), dims(told));
    let (gradient, told) = (values(gradient), values(told));
    let mut spread = Vec::with_capacity(rows * labels);
    for (slope, told) in gradient.iter().zip(told.chunks_exact(width).cycle()) {
        spread.extend(told[width - labels..].iter().map(|told| slope * told));
    }
    tensor(spread, [rows, labels])
}
