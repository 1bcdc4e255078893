//! A dense layer: one product forward, two back, with bias and activation on the way.

use std::cell::RefCell;

use burn::backend::tensor::FloatTensor;

use super::matrix::{Matrix, Workspace};
use super::{Flex, lanes::Lanes, numbers, own, sizes, tensor};
use crate::engine::kernel::plain::{DenseGradients, DenseKernels, Wanted};
use crate::engine::kernel::{Activation, LEAK};

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

impl DenseKernels for Flex {
    fn dense_forward(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let ([rows, inputs], [_, outputs]) = (sizes(&input), sizes(&weight));
        let (input, weight) = (numbers(&input), numbers(&weight));
        // Filled up, so that every four columns find four biases.
        let mut biases = numbers(&bias).into_owned();
        biases.resize(outputs.next_multiple_of(8), 0.0);
        let (biases, _) = biases.as_chunks::<4>();
        let left = Matrix::new(&input, inputs);
        let right = Matrix::new(&weight, outputs);
        let shape = [rows, inputs, outputs];
        let biased = |sum: Lanes, column: usize| sum.add(Lanes::load(&biases[column / 4]));
        let zero = Lanes::splat(0.0);
        let output = match activation {
            Activation::Linear => multiply(left, right, shape, biased),
            Activation::Relu => multiply(left, right, shape, |sum, column| {
                biased(sum, column).max(zero)
            }),
            Activation::LeakyRelu => multiply(left, right, shape, |sum, column| {
                let value = biased(sum, column);
                value.max(value.mul(Lanes::splat(LEAK)))
            }),
            Activation::Sigmoid => multiply(left, right, shape, |sum, column| {
                biased(sum, column).sigmoid()
            }),
        };
        tensor(output, [rows, outputs])
    }

    fn dense_backward(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        output: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        activation: Activation,
        wanted: Wanted,
    ) -> DenseGradients<Self> {
        let ([rows, inputs], [_, outputs]) = (sizes(&input), sizes(&weight));
        let mut gradient = own(gradient);
        if activation != Activation::Linear {
            through(activation, &numbers(&output), gradient.storage_mut::<f32>());
        }
        let gradient = numbers(&gradient);
        let rising = Matrix::new(&gradient, outputs);
        let plain = |sum: Lanes, _: usize| sum;
        DenseGradients {
            input: wanted.input.then(|| {
                let weight = numbers(&weight);
                let weight = Matrix::new(&weight, outputs).transposed();
                let shape = [rows, outputs, inputs];
                tensor(multiply(rising, weight, shape, plain), [rows, inputs])
            }),
            weight: wanted.weight.then(|| {
                let input = numbers(&input);
                let input = Matrix::new(&input, inputs).transposed();
                let shape = [inputs, rows, outputs];
                tensor(multiply(input, rising, shape, plain), [inputs, outputs])
            }),
            bias: wanted.bias.then(|| {
                let mut sums = vec![0f32; outputs];
                for row in gradient.chunks_exact(outputs) {
                    sums.iter_mut()
                        .zip(row)
                        .for_each(|(sum, value)| *sum += value);
                }
                tensor(sums, [outputs])
            }),
        }
    }
}

/// Takes a gradient back through an activation, whose derivative its output tells.
fn through(activation: Activation, output: &[f32], gradient: &mut [f32]) {
    let pairs = gradient.iter_mut().zip(output);
    match activation {
        Activation::Linear => {}
        Activation::Relu => pairs.for_each(|(gradient, &output)| {
            *gradient = if output > 0.0 { *gradient } else { 0.0 };
        }),
        Activation::LeakyRelu => pairs.for_each(|(gradient, &output)| {
            *gradient *= if output > 0.0 { 1.0 } else { LEAK };
        }),
        Activation::Sigmoid => {
            pairs.for_each(|(gradient, &output)| *gradient *= output * (1.0 - output))
        }
    }
}
