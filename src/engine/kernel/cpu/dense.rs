//! A dense layer: one product forward, two back, with bias and activation on the way.

use std::cell::RefCell;

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::matrix::{Matrix, Workspace};
use super::{numbers, sizes, sum_rows, tensor};
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
    let Weights {
        start,
        inputs,
        outputs,
        biased,
    } = weights;
    let [rows, _] = sizes(input);
    let (input, parameters) = (numbers(input), numbers(parameters));
    let (weight, after) = parameters[start..].split_at(inputs * outputs);
    // Filled up, so that every four columns find four biases.
    let mut biases = vec![0.0; outputs.next_multiple_of(8)];
    if biased {
        biases[..outputs].copy_from_slice(&after[..outputs]);
    }
    let (biases, _) = biases.as_chunks::<4>();
    let left = Matrix::new(&input, inputs);
    let right = Matrix::new(weight, outputs);
    let shape = [rows, inputs, outputs];
    let sum = |sum: Lanes, column: usize| sum.add(Lanes::load(&biases[column / 4]));
    let zero = Lanes::splat(0.0);
    let output = match activation {
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
    };
    tensor(output, [rows, outputs])
}

pub(super) fn input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    weights: Weights,
) -> FlexTensor {
    let Weights {
        start,
        inputs,
        outputs,
        ..
    } = weights;
    let [rows, _] = sizes(gradient);
    let (gradient, parameters) = (numbers(gradient), numbers(parameters));
    let rising = Matrix::new(&gradient, outputs);
    let weight = &parameters[start..start + inputs * outputs];
    let weight = Matrix::new(weight, outputs).transposed();
    let product = multiply(rising, weight, [rows, outputs, inputs], |sum, _| sum);
    tensor(product, [rows, inputs])
}

pub(super) fn weight_gradient(
    input: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    weights: Weights,
) -> FlexTensor {
    let Weights {
        start,
        inputs,
        outputs,
        biased,
    } = weights;
    let [rows, _] = sizes(input);
    let (input, gradient) = (numbers(input), numbers(gradient));
    let turned = Matrix::new(&input, inputs).transposed();
    let rising = Matrix::new(&gradient, outputs);
    let product = multiply(turned, rising, [inputs, rows, outputs], |sum, _| sum);
    let own = &mut gradients.storage_mut::<f32>()[start..start + weights.count()];
    let (weight, bias) = own.split_at_mut(inputs * outputs);
    weight.copy_from_slice(&product);
    if biased {
        sum_rows(&gradient, bias);
    }
    gradients
}
