//! A dense layer: one matrix product forward and two backward, with bias and activation in the epilogue.

use std::cell::RefCell;

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::matrix::Workspace;
use super::packing::{MatrixView, TILE_COLUMNS};
use super::view::MatrixViewMut;
use super::{add_rows, dims, tensor, values};
use crate::engine::kernel::{Activation, NEGATIVE_SLOPE, WeightLayout};
use crate::engine::threads;

/// Multiply-adds worth another thread: tens of microseconds of work.
const WORK_PER_THREAD: usize = 1_000_000;

/// Tasks for each thread at most, so that threads of different speed end at about the same time.
const TASKS_PER_THREAD: usize = 4;

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

/// `left` times `right` into the target, or added to it, on all threads; see [`Workspace::matmul`].
fn matmul(
    left: MatrixView<'_>,
    right: MatrixView<'_>,
    depth: usize,
    target: MatrixViewMut<'_>,
    accumulate: bool,
    epilogue: impl Fn(Lanes, usize) -> Lanes + Sync,
) {
    let [rows, columns] = target.dims();
    // No sum is split, so the number of tasks may depend on the number of threads.
    let max_tasks = if threads::count() == 1 {
        1
    } else {
        TASKS_PER_THREAD * threads::count()
    };
    let tasks = (rows * depth * columns / WORK_PER_THREAD).clamp(1, max_tasks);
    let size = rows
        .max(columns)
        .div_ceil(tasks)
        .next_multiple_of(TILE_COLUMNS);
    threads::for_each(target.split(size), |([row, column], part)| {
        let (left, right) = (left.submatrix(row, 0), right.submatrix(0, column));
        let epilogue = |sums, offset| epilogue(sums, column + offset);
        WORKSPACE.with_borrow_mut(|workspace| {
            workspace.matmul(left, right, depth, part, accumulate, epilogue);
        });
    });
}

pub(super) fn forward(
    input: &FlexTensor,
    parameters: &FlexTensor,
    weights: WeightLayout,
    activation: Activation,
) -> FlexTensor {
    let [rows, _] = dims(input);
    let mut output = vec![0.0; rows * weights.outputs];
    let (input, parameters) = (values(input), values(parameters));
    forward_into(&input, &parameters, weights, activation, &mut output);
    tensor(output, [rows, weights.outputs])
}

pub(super) fn input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    weights: WeightLayout,
) -> FlexTensor {
    let [rows, _] = dims(gradient);
    let mut input_gradient = vec![0.0; rows * weights.inputs];
    input_gradient_into(
        &values(gradient),
        &values(parameters),
        weights,
        &mut input_gradient,
    );
    tensor(input_gradient, [rows, weights.inputs])
}

pub(super) fn weight_gradient(
    input: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    weights: WeightLayout,
) -> FlexTensor {
    let all = gradients.storage_mut::<f32>();
    let target = &mut all[weights.offset..][..weights.count()];
    weight_gradient_into(&values(input), &values(gradient), weights, target, false);
    gradients
}

/// Rows `[n, inputs]` to rows `[n, outputs]`.
pub(super) fn forward_into(
    input: &[f32],
    parameters: &[f32],
    weights: WeightLayout,
    activation: Activation,
    output: &mut [f32],
) {
    let WeightLayout {
        offset,
        inputs,
        outputs,
        has_bias,
    } = weights;
    let (weight, after) = parameters[offset..].split_at(inputs * outputs);
    // Padded, so that every four columns have four biases.
    let mut biases = vec![0.0; outputs.next_multiple_of(8)];
    if has_bias {
        biases[..outputs].copy_from_slice(&after[..outputs]);
    }
    let (biases, _) = biases.as_chunks::<4>();
    let left = MatrixView::new(input, inputs);
    let right = MatrixView::new(weight, outputs);
    let output = MatrixViewMut::new(output, outputs);
    let add_bias = |sum: Lanes, column: usize| sum.add(Lanes::load(&biases[column / 4]));
    let zero = Lanes::splat(0.0);
    match activation {
        Activation::Linear => matmul(left, right, inputs, output, false, add_bias),
        Activation::Relu => matmul(left, right, inputs, output, false, |value, column| {
            add_bias(value, column).max(zero)
        }),
        Activation::LeakyRelu => matmul(left, right, inputs, output, false, |value, column| {
            let value = add_bias(value, column);
            value.max(value.mul(Lanes::splat(NEGATIVE_SLOPE)))
        }),
        Activation::Sigmoid => matmul(left, right, inputs, output, false, |value, column| {
            add_bias(value, column).sigmoid()
        }),
        Activation::CentredSigmoid => {
            matmul(left, right, inputs, output, false, |value, column| {
                add_bias(value, column).centred_sigmoid()
            });
        }
    }
}

/// Gradients `[n, outputs]` to gradients `[n, inputs]`.
pub(super) fn input_gradient_into(
    gradient: &[f32],
    parameters: &[f32],
    weights: WeightLayout,
    input_gradient: &mut [f32],
) {
    let WeightLayout {
        offset,
        inputs,
        outputs,
        ..
    } = weights;
    let gradient_matrix = MatrixView::new(gradient, outputs);
    let weight = &parameters[offset..offset + inputs * outputs];
    let weight = MatrixView::new(weight, outputs).transposed();
    let input_gradient = MatrixViewMut::new(input_gradient, inputs);
    matmul(
        gradient_matrix,
        weight,
        outputs,
        input_gradient,
        false,
        |sum, _| sum,
    );
}

/// The gradients of the weights and then the bias, written to the target or added to it.
pub(super) fn weight_gradient_into(
    input: &[f32],
    gradient: &[f32],
    weights: WeightLayout,
    target: &mut [f32],
    accumulate: bool,
) {
    let WeightLayout {
        inputs,
        outputs,
        has_bias,
        ..
    } = weights;
    let input_transposed = MatrixView::new(input, inputs).transposed();
    let gradient_matrix = MatrixView::new(gradient, outputs);
    let rows = input.len() / inputs;
    let (weight, bias) = target.split_at_mut(inputs * outputs);
    let weight = MatrixViewMut::new(weight, outputs);
    matmul(
        input_transposed,
        gradient_matrix,
        rows,
        weight,
        accumulate,
        |sum, _| sum,
    );
    if has_bias {
        if !accumulate {
            bias.fill(0.0);
        }
        add_rows(gradient, bias);
    }
}
