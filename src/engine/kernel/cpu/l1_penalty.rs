//! The L1 norms of codes, and the pull towards zero that they add to a gradient.

use burn_flex::FlexTensor;

use super::{dims, into_owned, tensor, values};

pub(super) fn l1_penalty(
    codes: &FlexTensor,
    gradient: FlexTensor,
    weight: f32,
) -> (FlexTensor, FlexTensor) {
    let [rows, columns] = dims(codes);
    let mut gradient = into_owned(gradient);
    let codes = values(codes);
    for (slope, &code) in gradient.storage_mut::<f32>().iter_mut().zip(codes.iter()) {
        // Unlike `signum`, 0 at 0.
        *slope += weight * (f32::from(code > 0.0) - f32::from(code < 0.0));
    }
    let norms = codes.chunks_exact(columns);
    let norms = norms.map(|code| code.iter().map(|value| value.abs()).sum());
    (tensor(norms.collect(), [rows, 1]), gradient)
}
