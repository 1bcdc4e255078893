//! Each operation of our own against plain operations of Burn, in value and gradient.

use burn::tensor::activation::{leaky_relu, relu, sigmoid};
use burn::tensor::{Device, Tensor, TensorData};
use generative_playground::engine::kernel::{
    Activation, Descent, LEAK, adam, dense, logistic_loss,
};
use generative_playground::random::{Purpose, Random};

/// Standard normal numbers, the same for the same index.
fn normals<const RANK: usize>(index: u64, shape: [usize; RANK], device: &Device) -> Tensor<RANK> {
    let count = shape.iter().product();
    let values = Random::stream(17, Purpose::Evaluation, index).normals(count);
    Tensor::from_data(TensorData::new(values, shape), device)
}

fn values<const RANK: usize>(tensor: Tensor<RANK>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("floats")
}

#[track_caller]
fn agree<const RANK: usize>(what: &str, found: Tensor<RANK>, expected: Tensor<RANK>) {
    assert_eq!(found.dims(), expected.dims(), "{what}");
    for (found, expected) in values(found).into_iter().zip(values(expected)) {
        let difference = (found - expected).abs();
        assert!(
            difference <= 1e-4 * expected.abs().max(0.1),
            "{what}: {found}, not {expected}"
        );
    }
}

/// Output, and gradients of input, weight and bias.
type Passed = (Tensor<2>, [Tensor<2>; 2], Tensor<1>);

fn pass(
    [rows, inputs, outputs]: [usize; 3],
    layer: impl Fn(Tensor<2>, Tensor<2>, Tensor<1>) -> Tensor<2>,
) -> Passed {
    let device = Device::flex().autodiff();
    let input = normals(1, [rows, inputs], &device).require_grad();
    let weight = normals(2, [inputs, outputs], &device).require_grad();
    let bias = normals(3, [outputs], &device).require_grad();
    let output = layer(input.clone(), weight.clone(), bias.clone());
    // A gradient that differs from place to place.
    let towards = normals(4, [rows, outputs], &Device::flex());
    let gradients = (output.clone() * Tensor::from_inner(towards))
        .sum()
        .backward();
    let of_matrix = |tensor: Tensor<2>| tensor.grad(&gradients).expect("a gradient");
    let of_bias = bias.grad(&gradients).expect("a gradient");
    (
        output.inner(),
        [of_matrix(input), of_matrix(weight)],
        of_bias,
    )
}

#[test]
fn a_dense_layer() {
    for activation in [
        Activation::Linear,
        Activation::Relu,
        Activation::LeakyRelu,
        Activation::Sigmoid,
    ] {
        for sizes in [[1, 1, 1], [3, 5, 2], [64, 30, 17], [7, 8, 32]] {
            let found = pass(sizes, |input, weight, bias| {
                dense(input, weight, bias, activation)
            });
            let expected = pass(sizes, |input, weight, bias| {
                let sum = input.matmul(weight) + bias.unsqueeze();
                match activation {
                    Activation::Linear => sum,
                    Activation::Relu => relu(sum),
                    Activation::LeakyRelu => leaky_relu(sum, f64::from(LEAK)),
                    Activation::Sigmoid => sigmoid(sum),
                }
            });
            let what = format!("{activation:?} {sizes:?}");
            agree(&what, found.0, expected.0);
            for (found, expected) in found.1.into_iter().zip(expected.1) {
                agree(&format!("{what}, gradient"), found, expected);
            }
            agree(
                &format!("{what}, gradient of the bias"),
                found.2,
                expected.2,
            );
        }
    }
}

/// A discriminator is a constant in the generator's step: its layers get no gradients, what is before them does.
#[test]
fn a_dense_layer_of_constants_passes_gradients_on() {
    let device = Device::flex();
    let input = normals(1, [4, 6], &device.clone().autodiff()).require_grad();
    let (weight, bias) = (normals(2, [6, 3], &device), normals(3, [3], &device));
    let loss = dense(input.clone(), weight.clone(), bias, Activation::Linear).sum();
    let found = input.grad(&loss.backward()).expect("a gradient");
    agree(
        "constants",
        found,
        weight.sum_dim(1).transpose().repeat_dim(0, 4),
    );
}

#[test]
fn the_cross_entropy_of_logits() {
    for [rows, columns] in [[1, 1], [5, 7], [16, 64]] {
        let pass = |loss: fn(Tensor<2>, Tensor<2>) -> Tensor<2>| {
            let logits = normals(5, [rows, columns], &Device::flex().autodiff());
            let logits = logits.mul_scalar(8.0).require_grad();
            let targets = sigmoid(normals(6, [rows, columns], &Device::flex()));
            let losses = loss(logits.clone(), targets);
            let weights = normals(7, [rows, 1], &Device::flex());
            let gradients = (losses.clone() * Tensor::from_inner(weights))
                .sum()
                .backward();
            (losses.inner(), logits.grad(&gradients).expect("a gradient"))
        };
        let found = pass(logistic_loss);
        let expected = pass(|logits, targets| {
            let softplus = relu(logits.clone()) + logits.clone().abs().neg().exp().log1p();
            (softplus - logits * targets).sum_dim(1)
        });
        agree("losses", found.0, expected.0);
        agree("gradient", found.1, expected.1);
    }
}

#[test]
fn three_steps_of_adam() {
    let device = Device::flex();
    for count in [1, 4, 11, 64] {
        let (mut found, mut moments) = (
            normals(8, [count], &device),
            [0, 1].map(|_| Tensor::zeros([count], &device)),
        );
        let (mut expected, mut mean, mut square) =
            (found.clone(), moments[0].clone(), moments[1].clone());
        for step in 1..=3i32 {
            let gradient = normals(8 + u64::from(step.unsigned_abs()), [count], &device);
            let (first, second) = (1.0 - 0.9f32.powi(step), 1.0 - 0.99f32.powi(step));
            let descent = Descent {
                beta1: 0.9,
                beta2: 0.99,
                rate: 0.1 / first,
                second_correction: second.sqrt(),
                epsilon: 1e-8,
            };
            (found, moments) = adam(found, gradient.clone(), moments, descent);
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

/// What somebody else still holds is not changed under their hands.
#[test]
fn adam_spares_what_is_shared() {
    let device = Device::flex();
    let parameter = normals(8, [9], &device);
    let before = values(parameter.clone());
    let zeros = || Tensor::<1>::zeros([9], &device);
    let descent = Descent {
        beta1: 0.9,
        beta2: 0.99,
        rate: 0.1,
        second_correction: 1.0,
        epsilon: 1e-8,
    };
    let (moved, _) = adam(
        parameter.clone(),
        normals(9, [9], &device),
        [zeros(), zeros()],
        descent,
    );
    assert_eq!(values(parameter), before);
    assert_ne!(values(moved), before);
}
