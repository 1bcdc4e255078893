//! The operations on the CPU: each result is written in one pass over memory.

mod adam;
mod code;
mod convolution;
mod dense;
mod lanes;
mod loss;
mod matrix;
mod packing;
mod panel;
mod window;

use std::borrow::Cow;

use burn::backend::Flex;
use burn::backend::tensor::FloatTensor;
use burn::tensor::{Bytes, DType, Shape};
use burn_flex::{FlexTensor, Layout};

use super::{Activation, Convolution, Decays, Kernels, LEAK, LossKind, Weights};
use crate::engine::threads;

/// Numbers that go through an activation or the optimiser on one thread, a multiple of 4: tens of microseconds of work.
const RUN: usize = 64 * 1024;

impl Kernels for Flex {
    fn dense(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: Weights,
        activation: Activation,
    ) -> FloatTensor<Self> {
        dense::forward(&input, &parameters, weights, activation)
    }

    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        weights: Weights,
        before: Activation,
    ) -> FloatTensor<Self> {
        let of_input = dense::input_gradient(&gradient, &parameters, weights);
        through(before, of_input, &input)
    }

    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: Weights,
    ) -> FloatTensor<Self> {
        dense::weight_gradient(&input, &gradient, own(gradients), weights)
    }

    fn through(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        through(activation, gradient, &output)
    }

    fn convolve(
        pictures: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        convolution::convolve(&pictures, &parameters, layer, activation)
    }

    fn convolve_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        pictures: FloatTensor<Self>,
        layer: Convolution,
        before: Activation,
    ) -> FloatTensor<Self> {
        let of_pictures = convolution::convolve_input_gradient(&gradient, &parameters, layer);
        through(before, of_pictures, &pictures)
    }

    fn convolve_weight_gradient(
        pictures: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        convolution::convolve_weight_gradient(&pictures, &gradient, own(gradients), layer)
    }

    fn spread(
        pixels: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        convolution::spread(&pixels, &parameters, layer, activation)
    }

    fn spread_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        pixels: FloatTensor<Self>,
        layer: Convolution,
        before: Activation,
    ) -> FloatTensor<Self> {
        let of_pixels = convolution::spread_input_gradient(&gradient, &parameters, layer);
        through(before, of_pixels, &pixels)
    }

    fn spread_weight_gradient(
        pixels: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        convolution::spread_weight_gradient(&pixels, &gradient, own(gradients), layer)
    }

    fn loss(
        predictions: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        kind: LossKind,
        scale: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        loss::loss(predictions, &targets, kind, scale)
    }

    fn draw_code(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        code::draw(&posterior, &noise)
    }

    fn draw_code_gradient(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        weight: f32,
    ) -> FloatTensor<Self> {
        code::gradient(&posterior, &noise, &gradient, weight)
    }

    fn adam(
        parameters: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        pace: FloatTensor<Self>,
        decays: Decays,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        adam::adam(parameters, &gradients, [first, second], &pace, decays)
    }

    fn approach(
        own: FloatTensor<Self>,
        target: FloatTensor<Self>,
        pace: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        adam::approach(own, &target, &pace)
    }

    fn stack(above: FloatTensor<Self>, below: FloatTensor<Self>) -> FloatTensor<Self> {
        let ([rows, columns], [more, _]) = (sizes(&above), sizes(&below));
        let stacked = [numbers(&above), numbers(&below)].concat();
        tensor(stacked, [rows + more, columns])
    }

    fn copy(from: FloatTensor<Self>, to: FloatTensor<Self>) -> FloatTensor<Self> {
        let mut to = own(to);
        to.storage_mut::<f32>().copy_from_slice(&numbers(&from));
        to
    }
}

/// The numbers of a tensor in the order of its axes; copied only where they lie otherwise.
fn numbers(tensor: &FlexTensor) -> Cow<'_, [f32]> {
    match tensor.as_slice::<f32>() {
        Some(values) => Cow::Borrowed(values),
        None => Cow::Owned(tensor.to_contiguous().storage::<f32>().to_vec()),
    }
}

/// A tensor of `shape` made of these numbers.
fn tensor<const RANK: usize>(values: Vec<f32>, shape: [usize; RANK]) -> FlexTensor {
    FlexTensor::new(
        Bytes::from_elems(values),
        Layout::contiguous(Shape::from(shape)),
        DType::F32,
    )
}

/// Rows and columns.
fn sizes(tensor: &FlexTensor) -> [usize; 2] {
    let shape = tensor.layout().shape();
    [shape[0], shape[1]]
}

/// The numbers of a tensor that nobody else holds, to be changed in place; where somebody does, of a copy.
fn own(tensor: FlexTensor) -> FlexTensor {
    if tensor.layout().start_offset() == 0 && tensor.is_contiguous() {
        tensor
    } else {
        tensor.to_contiguous()
    }
}

/// A gradient taken back through an activation, whose derivative its output tells.
fn through(activation: Activation, gradient: FlexTensor, output: &FlexTensor) -> FlexTensor {
    if activation == Activation::Linear {
        return gradient;
    }
    let mut gradient = own(gradient);
    let output = numbers(output);
    let runs = gradient.storage_mut::<f32>().chunks_mut(RUN);
    threads::for_each(runs.zip(output.chunks(RUN)), |(gradient, output)| {
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
                pairs.for_each(|(gradient, &output)| *gradient *= output * (1.0 - output));
            }
            Activation::CentredSigmoid => pairs.for_each(|(gradient, &output)| {
                *gradient *= 0.5 * (1.0 - output) * (1.0 + output);
            }),
        }
    });
    gradient
}

/// Adds up columns, as many as there are sums.
fn add_rows(values: &[f32], sums: &mut [f32]) {
    for row in values.chunks_exact(sums.len()) {
        sums.iter_mut()
            .zip(row)
            .for_each(|(sum, value)| *sum += value);
    }
}
