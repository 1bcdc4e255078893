//! A dense layer: one product forward, two back, with bias and activation on the way.

use std::cell::RefCell;

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::matrix::Workspace;
use super::packing::{COLUMNS, Matrix};
use super::panel::Panel;
use super::{add_rows, numbers, sizes, tensor};
use crate::engine::kernel::{Activation, LEAK, Weights};
use crate::engine::threads;

/// Products and sums that are worth another thread: tens of microseconds of work.
const WORTH: usize = 1_000_000;

/// Parts for each thread at most, so that threads which are not equally fast end at about the same time.
const PARTS: usize = 4;

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

/// `left` times `right` into the target, or added to what is there, on all threads; see [`Workspace::multiply`].
fn multiply(
    left: Matrix<'_>,
    right: Matrix<'_>,
    depth: usize,
    target: Panel<'_>,
    added: bool,
    finish: impl Fn(Lanes, usize) -> Lanes + Sync,
) {
    let [rows, columns] = target.sizes();
    // No sum is cut, so these may be as many as there are threads for.
    let most = if threads::count() == 1 {
        1
    } else {
        PARTS * threads::count()
    };
    let parts = (rows * depth * columns / WORTH).clamp(1, most);
    let size = rows.max(columns).div_ceil(parts).next_multiple_of(COLUMNS);
    threads::for_each(target.cut(size), |([row, column], part)| {
        let (left, right) = (left.beyond(row, 0), right.beyond(0, column));
        let finish = |sums, beyond| finish(sums, column + beyond);
        WORKSPACE.with_borrow_mut(|workspace| {
            workspace.multiply(left, right, depth, part, added, finish);
        });
    });
}

pub(super) fn forward(
    input: &FlexTensor,
    parameters: &FlexTensor,
    weights: Weights,
    activation: Activation,
) -> FlexTensor {
    let [rows, _] = sizes(input);
    let mut output = vec![0.0; rows * weights.outputs];
    let (input, parameters) = (numbers(input), numbers(parameters));
    outputs_of(&input, &parameters, weights, activation, &mut output);
    tensor(output, [rows, weights.outputs])
}

pub(super) fn input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    weights: Weights,
) -> FlexTensor {
    let [rows, _] = sizes(gradient);
    let mut of_input = vec![0.0; rows * weights.inputs];
    back(
        &numbers(gradient),
        &numbers(parameters),
        weights,
        &mut of_input,
    );
    tensor(of_input, [rows, weights.inputs])
}

pub(super) fn weight_gradient(
    input: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    weights: Weights,
) -> FlexTensor {
    let all = gradients.storage_mut::<f32>();
    let own = &mut all[weights.start..][..weights.count()];
    weight_gradient_of(&numbers(input), &numbers(gradient), weights, own, false);
    gradients
}

/// Rows `[n, inputs]` to rows `[n, outputs]`.
pub(super) fn outputs_of(
    input: &[f32],
    parameters: &[f32],
    weights: Weights,
    activation: Activation,
    output: &mut [f32],
) {
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
    let output = Panel::new(output, outputs);
    let sum = |sum: Lanes, column: usize| sum.add(Lanes::load(&biases[column / 4]));
    let zero = Lanes::splat(0.0);
    match activation {
        Activation::Linear => multiply(left, right, inputs, output, false, sum),
        Activation::Relu => multiply(left, right, inputs, output, false, |value, column| {
            sum(value, column).max(zero)
        }),
        Activation::LeakyRelu => multiply(left, right, inputs, output, false, |value, column| {
            let value = sum(value, column);
            value.max(value.mul(Lanes::splat(LEAK)))
        }),
        Activation::Sigmoid => multiply(left, right, inputs, output, false, |value, column| {
            sum(value, column).sigmoid()
        }),
        Activation::CentredSigmoid => {
            multiply(left, right, inputs, output, false, |value, column| {
                sum(value, column).centred_sigmoid()
            });
        }
    }
}

/// Gradients `[n, outputs]` back to `[n, inputs]`.
pub(super) fn back(gradient: &[f32], parameters: &[f32], weights: Weights, of_input: &mut [f32]) {
    let Weights {
        start,
        inputs,
        outputs,
        ..
    } = weights;
    let rising = Matrix::new(gradient, outputs);
    let weight = &parameters[start..start + inputs * outputs];
    let weight = Matrix::new(weight, outputs).transposed();
    let of_input = Panel::new(of_input, inputs);
    multiply(rising, weight, outputs, of_input, false, |sum, _| sum);
}

/// The gradients of the weights and then the bias, in the place of what is there or added to it.
pub(super) fn weight_gradient_of(
    input: &[f32],
    gradient: &[f32],
    weights: Weights,
    own: &mut [f32],
    added: bool,
) {
    let Weights {
        inputs,
        outputs,
        biased,
        ..
    } = weights;
    let turned = Matrix::new(input, inputs).transposed();
    let rising = Matrix::new(gradient, outputs);
    let rows = input.len() / inputs;
    let (weight, bias) = own.split_at_mut(inputs * outputs);
    let weight = Panel::new(weight, outputs);
    multiply(turned, rising, rows, weight, added, |sum, _| sum);
    if biased {
        if !added {
            bias.fill(0.0);
        }
        add_rows(gradient, bias);
    }
}
