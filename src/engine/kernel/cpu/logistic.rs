//! The cross-entropy of logits, and its gradient by the way: both come from one exponential.

use burn::backend::tensor::FloatTensor;

use super::lanes::Lanes;
use super::{Flex, numbers, own, sizes, tensor};
use crate::engine::kernel::plain::LogisticKernels;

impl LogisticKernels for Flex {
    fn logistic_forward(
        logits: FloatTensor<Self>,
        targets: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, columns] = sizes(&logits);
        let mut residual = own(logits);
        let targets = numbers(&targets);
        let mut losses = Vec::with_capacity(rows);
        let by_row = residual
            .storage_mut::<f32>()
            .chunks_exact_mut(columns.max(1));
        for (row, targets) in by_row.zip(targets.chunks_exact(columns.max(1))) {
            losses.push(loss(row, targets));
        }
        (tensor(losses, [rows, 1]), residual)
    }

    fn logistic_backward(
        residual: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        let [_, columns] = sizes(&residual);
        let mut residual = own(residual);
        let gradient = numbers(&gradient);
        let by_row = residual
            .storage_mut::<f32>()
            .chunks_exact_mut(columns.max(1));
        for (row, &factor) in by_row.zip(gradient.iter()) {
            row.iter_mut().for_each(|value| *value *= factor);
        }
        residual
    }
}

/// `sum ln(1 + e^l) - l t` of one row of logits, which becomes `sigmoid(l) - t`.
fn loss(logits: &mut [f32], targets: &[f32]) -> f32 {
    let (fours, rest) = logits.as_chunks_mut::<4>();
    let (targets, targets_rest) = targets.as_chunks::<4>();
    let mut sum = Lanes::splat(0.0);
    for (logits, targets) in fours.iter_mut().zip(targets) {
        let (loss, residual) = four(Lanes::load(logits), Lanes::load(targets));
        sum = sum.add(loss);
        *logits = residual.to_array();
    }
    let mut total: f32 = sum.to_array().iter().sum();
    for (logit, &target) in rest.iter_mut().zip(targets_rest) {
        let (loss, residual) = four(Lanes::splat(*logit), Lanes::splat(target));
        total += loss.to_array()[0];
        *logit = residual.to_array()[0];
    }
    total
}

#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn four(logits: Lanes, targets: Lanes) -> (Lanes, Lanes) {
    let (one, zero) = (Lanes::splat(1.0), Lanes::splat(0.0));
    let small = zero.sub(logits.abs()).exp();
    let larger = one.div(one.add(small));
    let probability = logits.if_positive(larger, small.mul(larger));
    let softplus = logits.max(zero).add(small.ln_1p());
    (softplus.sub(logits.mul(targets)), probability.sub(targets))
}
