//! Of outputs for each label, that of the label which a row is told.

use burn_flex::FlexTensor;

use super::loss::categorical;
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
            let told = &told[width - labels..];
            // A row that is told no label has nothing to tell.
            if told.iter().sum::<f32>() == 0.0 {
                continue;
            }
            let mut gradient = outputs.to_vec();
            categorical(&mut gradient, told, weight);
            let pairs = spread.iter_mut().zip(gradient);
            pairs.for_each(|(spread, gradient)| *spread += gradient);
        }
    }
    tensor(spread, [rows, labels])
}
