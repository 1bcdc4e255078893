//! A dense layer: one product forward, two back, with bias and activation on the way.

use std::cell::RefCell;

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::matrix::Workspace;
use super::packing::Matrix;
use super::{add_rows, numbers, sizes, tensor};
use crate::engine::kernel::{Activation, LEAK, Weights};

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

fn multiply(
    left: Matrix<'_>,
    right: Matrix<'_>,
    sizes: [usize; 3],
    finish: impl Fn(Lanes, usize) -> Lanes,
) -> Vec<f32> {
    WORKSPACE.with_borrow_mut(|workspace| workspace.multiply(left, right, sizes, finish))
}

pub(super) fn forward(
    input: &FlexTensor,
    parameters: &FlexTensor,
    weights: Weights,
    activation: Activation,
) -> FlexTensor {
    let [rows, _] = sizes(input);
    let output = outputs_of(&numbers(input), &numbers(parameters), weights, activation);
    tensor(output, [rows, weights.outputs])
}

pub(super) fn input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    weights: Weights,
) -> FlexTensor {
    let [rows, _] = sizes(gradient);
    let of_input = back(&numbers(gradient), &numbers(parameters), weights);
    tensor(of_input, [rows, weights.inputs])
}

pub(super) fn weight_gradient(
    input: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    weights: Weights,
) -> FlexTensor {
    let (input, gradient) = (numbers(input), numbers(gradient));
    let all = gradients.storage_mut::<f32>();
    all[weights.start..weights.start + weights.count()].fill(0.0);
    add_weight_gradient(&input, &gradient, all, weights);
    gradients
}

/// Rows `[n, inputs]` to rows `[n, outputs]`.
pub(super) fn outputs_of(
    input: &[f32],
    parameters: &[f32],
    weights: Weights,
    activation: Activation,
) -> Vec<f32> {
    let Weights {
        start,
        inputs,
        outputs,
        biased,
    } = weights;
    let (weight, after) = parameters[start..].split_at(inputs * outputs);
    // Filled up, so that every four columns find four biases.
    let mut biases = vec![0.0; outputs.next_multiple_of(8)];
    if biased {
        biases[..outputs].copy_from_slice(&after[..outputs]);
    }
    let (biases, _) = biases.as_chunks::<4>();
    let left = Matrix::new(input, inputs);
    let right = Matrix::new(weight, outputs);
    let shape = [input.len() / inputs, inputs, outputs];
    let sum = |sum: Lanes, column: usize| sum.add(Lanes::load(&biases[column / 4]));
    let zero = Lanes::splat(0.0);
    match activation {
        Activation::Linear => multiply(left, right, shape, sum),
        Activation::Relu => multiply(left, right, shape, |value, column| {
            sum(value, column).max(zero)
        }),
        Activation::LeakyRelu => multiply(left, right, shape, |value, column| {
            let value = sum(value, column);
            value.max(value.mul(Lanes::splat(LEAK)))
        }),
        Activation::Sigmoid => multiply(left, right, shape, |value, column| {
            sum(value, column).sigmoid()
        }),
        Activation::CentredSigmoid => multiply(left, right, shape, |value, column| {
            sum(value, column).centred_sigmoid()
        }),
    }
}

/// Gradients `[n, outputs]` back to `[n, inputs]`.
pub(super) fn back(gradient: &[f32], parameters: &[f32], weights: Weights) -> Vec<f32> {
    let Weights {
        start,
        inputs,
        outputs,
        ..
    } = weights;
    let rising = Matrix::new(gradient, outputs);
    let weight = &parameters[start..start + inputs * outputs];
    let weight = Matrix::new(weight, outputs).transposed();
    let shape = [gradient.len() / outputs, outputs, inputs];
    multiply(rising, weight, shape, |sum, _| sum)
}

/// Adds the gradients of the weights and the bias to those in their place.
pub(super) fn add_weight_gradient(
    input: &[f32],
    gradient: &[f32],
    gradients: &mut [f32],
    weights: Weights,
) {
    let Weights {
        start,
        inputs,
        outputs,
        biased,
    } = weights;
    let turned = Matrix::new(input, inputs).transposed();
    let rising = Matrix::new(gradient, outputs);
    let shape = [inputs, input.len() / inputs, outputs];
    let product = multiply(turned, rising, shape, |sum, _| sum);
    let own = &mut gradients[start..start + weights.count()];
    let (weight, bias) = own.split_at_mut(inputs * outputs);
    weight
        .iter_mut()
        .zip(&product)
        .for_each(|(sum, value)| *sum += value);
    if biased {
        add_rows(gradient, bias);
    }
}
