//! Each operation of our own against Burn's operations and, in gradients, against its autodiff.

use crate::common::tensors::{agree, normals, values};
use burn::tensor::activation::{leaky_relu, log_softmax, relu, sigmoid};
use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::engine::kernel::{
    Activation, Betas, LossKind, NEGATIVE_SLOPE, StepScalars, WeightLayout, activation_backward,
    adam, concat_rows, copy, dense, dense_input_gradient, dense_weight_gradient, ema_update,
    l1_penalty, loss, reparameterize, reparameterize_backward,
};

const ACTIVATIONS: [Activation; 5] = [
    Activation::Linear,
    Activation::Relu,
    Activation::LeakyRelu,
    Activation::Sigmoid,
    Activation::CentredSigmoid,
];

fn tracked<const RANK: usize>(tensor: &Tensor<RANK>) -> Tensor<RANK> {
    Tensor::from_inner(tensor.clone()).require_grad()
}

fn activate(activation: Activation, sum: Tensor<2>) -> Tensor<2> {
    match activation {
        Activation::Linear => sum,
        Activation::Relu => relu(sum),
        Activation::LeakyRelu => leaky_relu(sum, f64::from(NEGATIVE_SLOPE)),
        Activation::Sigmoid => sigmoid(sum),
        Activation::CentredSigmoid => sigmoid(sum).mul_scalar(2.0).sub_scalar(1.0),
    }
}

#[test]
fn a_dense_layer() {
    for activation in ACTIVATIONS {
        for [rows, inputs, outputs] in [[1, 1, 1], [3, 5, 2], [64, 30, 17], [7, 8, 32]] {
            for has_bias in [true, false] {
                let what = format!("{activation:?} {rows} {inputs} {outputs} {has_bias}");
                // Other layers' parameters before and after.
                let offset = 3;
                let weights = WeightLayout {
                    offset,
                    inputs,
                    outputs,
                    has_bias,
                };
                let parameters = normals(1, [offset + weights.count() + 2]);
                let input = normals(2, [rows, inputs]);
                let gradient = normals(3, [rows, outputs]);
                let end = offset + inputs * outputs;

                let (tracked_input, tracked_parameters) = (tracked(&input), tracked(&parameters));
                let weight = tracked_parameters
                    .clone()
                    .narrow(0, offset, inputs * outputs);
                let mut sum = tracked_input
                    .clone()
                    .matmul(weight.reshape([inputs, outputs]));
                if has_bias {
                    sum = sum
                        + tracked_parameters
                            .clone()
                            .narrow(0, end, outputs)
                            .unsqueeze();
                }
                let expected = activate(activation, sum);
                let all = (expected.clone() * Tensor::from_inner(gradient.clone())).sum();
                let autodiff = all.backward();

                let output = dense(input.clone(), &parameters, weights, activation);
                agree(&what, output.clone(), expected.inner());
                let sums = activation_backward(gradient, output, activation);
                let found = dense_input_gradient(
                    sums.clone(),
                    &parameters,
                    input.clone(),
                    weights,
                    Activation::Linear,
                );
                let expected = tracked_input.grad(&autodiff).expect("a gradient");
                let name = format!("{what}, gradient of the input");
                agree(&name, found.clone(), expected);
                // The same, with the derivative of the activation that made the input.
                let further = dense_input_gradient(
                    sums.clone(),
                    &parameters,
                    input.clone(),
                    weights,
                    activation,
                );
                agree(
                    &name,
                    further,
                    activation_backward(found, input.clone(), activation),
                );
                let nothing = Tensor::zeros(parameters.dims(), &Device::flex());
                let found = dense_weight_gradient(input, sums, nothing, weights);
                // Zero outside of the layer's parameters.
                let expected = tracked_parameters.grad(&autodiff).expect("a gradient");
                agree(&format!("{what}, gradient of the weights"), found, expected);
            }
        }
    }
}

#[test]
fn losses() {
    for [rows, columns] in [[1, 1], [5, 7], [16, 64]] {
        for kind in [
            LossKind::BinaryCrossEntropyWithLogits,
            LossKind::SquaredError,
            LossKind::CategoricalCrossEntropyWithLogits { classes: columns },
        ] {
            let predictions = normals(5, [rows, columns]).mul_scalar(8.0);
            let targets = sigmoid(normals(6, [rows, columns]));
            let targets = match kind {
                LossKind::CategoricalCrossEntropyWithLogits { .. } => {
                    targets.clone() / targets.sum_dim(1)
                }
                _ => targets,
            };
            let tracked_predictions = tracked(&predictions);
            let constant_targets = Tensor::from_inner(targets.clone());
            let each = match kind {
                LossKind::BinaryCrossEntropyWithLogits => {
                    let small = tracked_predictions.clone().abs().neg().exp();
                    relu(tracked_predictions.clone()) + small.log1p()
                        - tracked_predictions.clone() * constant_targets
                }
                LossKind::SquaredError => (tracked_predictions.clone() - constant_targets).square(),
                LossKind::CategoricalCrossEntropyWithLogits { .. } => {
                    log_softmax(tracked_predictions.clone(), 1).neg() * constant_targets
                }
            };
            let expected = each.sum_dim(1).mul_scalar(0.3);
            let autodiff = expected.clone().sum().backward();
            // A row more than there are predictions, to be ignored.
            let more = concat_rows(targets, normals(7, [1, columns]));
            let (found, gradient) = loss(predictions, more, kind, 0.3);
            agree(&format!("{kind:?}"), found, expected.inner());
            let expected = tracked_predictions.grad(&autodiff).expect("a gradient");
            agree(&format!("{kind:?}, gradient"), gradient, expected);
        }
    }
}

#[test]
fn reparameterization() {
    for [rows, code] in [[1, 1], [5, 3], [16, 16]] {
        let posterior = normals(8, [rows, 2 * code]);
        let noise = normals(9, [rows, code]);
        let gradient = normals(10, [rows, code]);
        let tracked_posterior = tracked(&posterior);
        let mean = tracked_posterior.clone().narrow(1, 0, code);
        let log_variance = tracked_posterior.clone().narrow(1, code, code);
        let deviation = log_variance.clone().mul_scalar(0.5).exp();
        let drawn = mean.clone() + deviation * Tensor::from_inner(noise.clone());
        let divergence = (mean.square() + log_variance.clone().exp() - log_variance)
            .sub_scalar(1.0)
            .sum_dim(1)
            .mul_scalar(0.5);
        let towards = Tensor::from_inner(gradient.clone());
        let all = (drawn.clone() * towards).sum() + divergence.clone().sum().mul_scalar(0.7);
        let autodiff = all.backward();

        let expected = tracked_posterior.grad(&autodiff).expect("a gradient");
        let (drawn, divergence) = (drawn.inner(), divergence.inner());
        // Without and with what a decoder is told beside the code, which passes through.
        for told in [0, 4] {
            let beside = |tensor: &Tensor<2>| {
                let more = normals(11, [rows, 4]).narrow(1, 0, told.max(1));
                match told {
                    0 => tensor.clone(),
                    _ => Tensor::cat(vec![tensor.clone(), more], 1),
                }
            };
            let (found, divergences) = reparameterize(posterior.clone(), beside(&noise));
            agree("codes", found, beside(&drawn));
            agree("divergences", divergences, divergence.clone());
            let scalars = StepScalars {
                penalty_weight: 1.4,
                ..SCALARS
            };
            let found = reparameterize_backward(
                posterior.clone(),
                beside(&noise),
                beside(&gradient),
                tensor(scalars),
                0.5,
            );
            agree("gradient of posteriors", found, expected.clone());
        }
    }
}

#[test]
fn the_l1_norm_of_codes_and_its_gradient() {
    let [rows, columns] = [5, 7];
    let codes = normals(14, [rows, columns]);
    // At zero neither side is preferred.
    let large = codes.clone().greater_elem(1.2);
    let codes = codes.mask_fill(large, 0.0);
    let gradient = normals(15, [rows, columns]);
    let scalars = StepScalars {
        penalty_weight: 1.4,
        ..SCALARS
    };
    let (norms, found) = l1_penalty(codes.clone(), gradient.clone(), tensor(scalars), 0.5);
    agree("norms", norms, codes.clone().abs().sum_dim(1));
    let expected = gradient + codes.sign().mul_scalar(0.7);
    agree("gradient of codes", found, expected);
}

const SCALARS: StepScalars = StepScalars {
    step_size: 0.0,
    second_moment_correction: 1.0,
    ema_weight: 0.0,
    weight_decay: 0.0,
    penalty_weight: 0.0,
};

fn scalars(step_size: f32, second_moment_correction: f32, ema_weight: f32) -> Tensor<1> {
    tensor(StepScalars {
        step_size,
        second_moment_correction,
        ema_weight,
        ..SCALARS
    })
}

fn tensor(scalars: StepScalars) -> Tensor<1> {
    let data = TensorData::new(scalars.to_array().to_vec(), [StepScalars::COUNT]);
    Tensor::from_data(data, &Device::flex())
}

const BETAS: Betas = Betas {
    rate: 1.0,
    beta1: 0.9,
    beta2: 0.99,
};

#[test]
fn three_steps_of_adam() {
    for count in [1, 4, 11, 64] {
        let (mut found, mut moments) = (
            normals(8, [count]),
            [0, 1].map(|_| Tensor::zeros([count], &Device::flex())),
        );
        let (mut expected, mut mean, mut square) =
            (found.clone(), moments[0].clone(), moments[1].clone());
        for step in 1..=3i32 {
            let gradient = normals(8 + u64::from(step.unsigned_abs()), [count]);
            let (first, second) = (1.0 - 0.9f32.powi(step), 1.0 - 0.99f32.powi(step));
            let scalars = scalars(0.1 / first, 1.0 / second.sqrt(), 0.0);
            (found, moments) = adam(found, gradient.clone(), moments, scalars, BETAS);
            // Algorithm 1 of arXiv 1412.6980, word for word.
            mean = mean.mul_scalar(0.9) + gradient.clone().mul_scalar(0.1);
            square = square.mul_scalar(0.99) + gradient.square().mul_scalar(0.01);
            let (mean, square) = (
                mean.clone().div_scalar(first),
                square.clone().div_scalar(second),
            );
            expected = expected - mean.mul_scalar(0.1) / square.sqrt().add_scalar(1e-8);
        }
        agree("parameters", found, expected);
        agree("first moments", moments[0].clone(), mean);
        agree("second moments", moments[1].clone(), square);
    }
}

/// On the CPU, storage that another tensor shares is not changed in place.
#[test]
fn what_is_shared_is_spared() {
    let own = normals(8, [9]);
    let before = values(own.clone());
    let zeros = || Tensor::<1>::zeros([9], &Device::flex());
    let (moved, _) = adam(
        own.clone(),
        normals(9, [9]),
        [zeros(), zeros()],
        scalars(0.1, 1.0, 0.0),
        BETAS,
    );
    assert_eq!(values(own.clone()), before);
    assert_ne!(values(moved), before);
    let copied = copy(&own, zeros());
    let moved = ema_update(copied, &zeros(), scalars(0.0, 0.0, 0.5));
    agree("halfway to nothing", moved, own.clone().mul_scalar(0.5));
    assert_eq!(values(own), before);
}
