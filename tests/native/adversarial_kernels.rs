//! Operations that only a GAN has, against Burn's operations and its autodiff, or against their formulas.

use crate::common::tensors::{agree, normals, values};
use burn::tensor::activation::log_softmax;
use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::engine::kernel::{
    AdversarialKind, AdversarialLogits, Betas, Convolution, ImageSize, PERTURBATION, StepScalars,
    WeightLayout, adam, adversarial_loss, concat_rows, conv2d_weight_gradient,
    dense_weight_gradient, difference_penalty, interpolate_rows, select_label,
    select_label_backward,
};

const SCALARS: StepScalars = StepScalars {
    step_size: 0.1,
    second_moment_correction: 1.0,
    ema_weight: 0.0,
    weight_decay: 0.05,
    penalty_weight: 0.8,
};

fn scalars() -> Tensor<1> {
    let data = TensorData::new(SCALARS.to_array().to_vec(), [StepScalars::COUNT]);
    Tensor::from_data(data, &Device::flex())
}

#[test]
fn outputs_for_the_labels_that_are_told_and_their_gradient() {
    const LABELS: usize = 3;
    // Numbers before the labels; one row has no label.
    let told = [2, 0, LABELS, 1].into_iter().flat_map(|label| {
        let hot = (0..LABELS).map(|each| f32::from(each == label));
        [0.3, -2.0].into_iter().chain(hot).collect::<Vec<_>>()
    });
    let told = TensorData::new(told.collect::<Vec<f32>>(), [4, 2 + LABELS]);
    let told: Tensor<2> = Tensor::from_data(told, &Device::flex());
    let hot = told.clone().slice([0..4, 2..2 + LABELS]);
    // Twice as many rows as are told.
    let hot = Tensor::cat(vec![hot.clone(), hot], 0);
    let outputs = normals(16, [8, LABELS]);
    let gradient = normals(17, [8, 1]);
    for classification in [0.0, 0.3] {
        let tracked = Tensor::from_inner(outputs.clone()).require_grad();
        let selected = (tracked.clone() * Tensor::from_inner(hot.clone())).sum_dim(1);
        // Of the rows that are told: the others are made.
        let logarithms = log_softmax(tracked.clone().narrow(0, 0, 4), 1);
        let of_labels = logarithms * Tensor::from_inner(hot.clone().narrow(0, 0, 4));
        let all = (selected.clone() * Tensor::from_inner(gradient.clone())).sum()
            - of_labels.sum() * (classification / 4.0);
        let autodiff = all.backward();
        let found = select_label(outputs.clone(), told.clone());
        agree("selected", found, selected.inner());
        let (gradient, outputs, told) = (gradient.clone(), outputs.clone(), told.clone());
        let found = select_label_backward(gradient, outputs, told, classification);
        let expected = tracked.grad(&autodiff).expect("a gradient");
        agree(
            &format!("gradient of outputs, {classification}"),
            found,
            expected,
        );
    }
}

#[test]
fn rows_between_those_of_two_matrices() {
    let (first, second) = (normals(18, [3, 5]), normals(19, [3, 5]));
    let share = normals(20, [3, 1]);
    let rest = share.clone().neg().add_scalar(1.0);
    let expected = first.clone() * share.clone() + second.clone() * rest;
    let found = interpolate_rows(first, second, share);
    agree("between", found, expected);
}

#[test]
fn slopes_by_differences_and_their_pull() {
    const BATCH: usize = 4;
    let kind = AdversarialKind::Relativistic;
    let logits = normals(21, [3 * BATCH, 1]);
    let of = AdversarialLogits::Perturbed;
    let (losses, gradient) = adversarial_loss(logits.clone(), of, kind);
    let pairs = logits.clone().slice([0..2 * BATCH, 0..1]);
    let (alone, of_pairs) = adversarial_loss(pairs, AdversarialLogits::Discriminator, kind);
    agree("losses do not see what is perturbed", losses, alone);
    let tracked = Tensor::<2>::from_inner(logits.clone()).require_grad();
    let part = |index: usize| {
        tracked
            .clone()
            .slice([index * BATCH..(index + 1) * BATCH, 0..1])
    };
    let slopes = (part(2) - part(0)).div_scalar(PERTURBATION);
    let squares = slopes.square().div_scalar(BATCH as f32);
    let penalty = squares
        .clone()
        .sum()
        .mul_scalar(0.5 * SCALARS.penalty_weight);
    let pull = tracked.grad(&penalty.backward()).expect("a gradient");
    let (found, pulled) = difference_penalty(logits, gradient, scalars());
    agree("squares", found, squares.inner());
    let zeros = Tensor::zeros([BATCH, 1], &Device::flex());
    agree(
        "gradient",
        pulled,
        pull + Tensor::cat(vec![of_pairs, zeros], 0),
    );
}

#[test]
fn a_rate_of_its_own_scales_step_and_decay() {
    let betas = |rate| Betas {
        beta1: 0.5,
        beta2: 0.9,
        rate,
    };
    let moved = |rate| {
        let zeros = || Tensor::<1>::zeros([9], &Device::flex());
        let (own, gradient) = (normals(22, [9]), normals(23, [9]));
        let (moved, _) = adam(
            own.clone(),
            gradient,
            [zeros(), zeros()],
            scalars(),
            betas(rate),
        );
        moved - own
    };
    agree("three times as far", moved(3.0), moved(1.0).mul_scalar(3.0));
}

/// The gradients of a layer's bias by pairs of examples, the second's with another sign.
fn bias_gradient_of_pairs(
    pairs: usize,
    weights: WeightLayout,
    size: Option<ImageSize>,
) -> Vec<f32> {
    let (inputs, outputs) = size.map_or((weights.inputs, weights.outputs), |size| {
        (size.features(), size.patches() * weights.outputs)
    });
    let gradient = normals(21, [pairs, outputs]);
    let gradient = concat_rows(gradient.clone(), -gradient);
    let (input, gradients) = (
        normals(22, [2 * pairs, inputs]),
        normals(23, [weights.count()]),
    );
    let filled = match size {
        Some(size) => {
            conv2d_weight_gradient(input, gradient, gradients, Convolution { weights, size })
        }
        None => dense_weight_gradient(input, gradient, gradients, weights),
    };
    let bias = filled.narrow(0, weights.inputs * weights.outputs, weights.outputs);
    values(bias)
}

/// Of a rest, Adam would make steps as large as any: such a GAN would be another than where real and made examples are two batches.
#[test]
fn of_gradients_that_cancel_in_pairs_nothing_is_left_to_a_bias() {
    let outputs = 37;
    let weights = |inputs| WeightLayout {
        offset: 0,
        inputs,
        outputs,
        has_bias: true,
    };
    for pairs in [1, 3, 64, 250] {
        let left = bias_gradient_of_pairs(pairs, weights(41), None);
        assert_eq!(left, vec![0.0; outputs], "dense, {pairs} pairs");
    }
    let size = ImageSize {
        height: 28,
        width: 28,
        channels: 1,
    };
    for pairs in [16, 64, 128] {
        let left = bias_gradient_of_pairs(pairs, weights(size.patch_features()), Some(size));
        assert_eq!(left, vec![0.0; outputs], "convolution, {pairs} pairs");
    }
}
