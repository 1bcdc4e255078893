//! The operations on the CPU, each in one pass over its output.

mod adam;
mod adversarial;
mod convolution;
mod dense;
mod gradient_penalty;
mod l1_penalty;
mod label;
mod lanes;
mod loss;
mod matrix;
mod packing;
mod reparameterize;
mod unfold;
mod view;

use std::borrow::Cow;

use burn::backend::Flex;
use burn::backend::tensor::FloatTensor;
use burn::tensor::{Bytes, DType, Shape};
use burn_flex::{FlexTensor, Layout};

use super::{
    Activation, AdversarialKind, AdversarialLogits, Betas, Convolution, Kernels, LossKind,
    NEGATIVE_SLOPE, NormPenalty, WeightLayout,
};
use crate::engine::threads;

/// Values in a task of an elementwise operation, a multiple of 4: tens of microseconds of work.
const CHUNK: usize = 64 * 1024;

impl Kernels for Flex {
    fn dense(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: WeightLayout,
        activation: Activation,
    ) -> FloatTensor<Self> {
        dense::forward(&input, &parameters, weights, activation)
    }

    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        weights: WeightLayout,
        input_activation: Activation,
    ) -> FloatTensor<Self> {
        let input_gradient = dense::input_gradient(&gradient, &parameters, weights);
        activation_backward(input_activation, input_gradient, &input)
    }

    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: WeightLayout,
    ) -> FloatTensor<Self> {
        dense::weight_gradient(&input, &gradient, into_owned(gradients), weights)
    }

    fn activation_backward(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        activation_backward(activation, gradient, &output)
    }

    fn conv2d(
        images: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        convolution::conv2d(&images, &parameters, layer, activation)
    }

    fn conv2d_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        images: FloatTensor<Self>,
        layer: Convolution,
        input_activation: Activation,
    ) -> FloatTensor<Self> {
        let input_gradient = convolution::conv2d_input_gradient(&gradient, &parameters, layer);
        activation_backward(input_activation, input_gradient, &images)
    }

    fn conv2d_weight_gradient(
        images: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        convolution::conv2d_weight_gradient(&images, &gradient, into_owned(gradients), layer)
    }

    fn conv_transpose2d(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        convolution::conv_transpose2d(&input, &parameters, layer, activation)
    }

    fn conv_transpose2d_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        layer: Convolution,
        input_activation: Activation,
    ) -> FloatTensor<Self> {
        let input_gradient =
            convolution::conv_transpose2d_input_gradient(&gradient, &parameters, layer);
        activation_backward(input_activation, input_gradient, &input)
    }

    fn conv_transpose2d_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        convolution::conv_transpose2d_weight_gradient(
            &input,
            &gradient,
            into_owned(gradients),
            layer,
        )
    }

    fn loss(
        predictions: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        kind: LossKind,
        scale: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        loss::loss(predictions, &targets, kind, scale)
    }

    fn reparameterize(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        reparameterize::forward(&posterior, &noise)
    }

    fn reparameterize_backward(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        weight: f32,
    ) -> FloatTensor<Self> {
        let weight = weight * adam::read_scalars(&scalars).penalty_weight;
        reparameterize::backward(&posterior, &noise, &gradient, weight)
    }

    fn l1_penalty(
        codes: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        weight: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let weight = weight * adam::read_scalars(&scalars).penalty_weight;
        l1_penalty::l1_penalty(&codes, gradient, weight)
    }

    fn adversarial_loss(
        logits: FloatTensor<Self>,
        of: AdversarialLogits,
        kind: AdversarialKind,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        adversarial::adversarial_loss(&logits, of, kind)
    }

    fn gradient_penalty(
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        penalty: NormPenalty,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let weight = adam::read_scalars(&scalars).penalty_weight;
        gradient_penalty::gradient_penalty(&gradient, weight, penalty)
    }

    fn difference_penalty(
        logits: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let weight = adam::read_scalars(&scalars).penalty_weight;
        gradient_penalty::difference_penalty(&logits, gradient, weight)
    }

    fn interpolate_rows(
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        share: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        gradient_penalty::interpolate_rows(&first, &second, &share)
    }

    fn select_label(outputs: FloatTensor<Self>, told: FloatTensor<Self>) -> FloatTensor<Self> {
        label::select_label(&outputs, &told)
    }

    fn select_label_backward(
        gradient: FloatTensor<Self>,
        outputs: FloatTensor<Self>,
        told: FloatTensor<Self>,
        classification: f32,
    ) -> FloatTensor<Self> {
        label::select_label_backward(&gradient, &outputs, &told, classification)
    }

    fn add(to: FloatTensor<Self>, other: FloatTensor<Self>) -> FloatTensor<Self> {
        let mut to = into_owned(to);
        let other = values(&other);
        let pairs = to.storage_mut::<f32>().iter_mut().zip(other.iter());
        pairs.for_each(|(to, other)| *to += other);
        to
    }

    fn adam(
        parameters: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        betas: Betas,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        adam::adam(parameters, &gradients, [first, second], &scalars, betas)
    }

    fn ema_update(
        ema: FloatTensor<Self>,
        target: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        adam::ema_update(ema, &target, &scalars)
    }

    fn concat_rows(first: FloatTensor<Self>, second: FloatTensor<Self>) -> FloatTensor<Self> {
        let ([rows, columns], [more, _]) = (dims(&first), dims(&second));
        let concatenated = [values(&first), values(&second)].concat();
        tensor(concatenated, [rows + more, columns])
    }

    fn copy(from: FloatTensor<Self>, to: FloatTensor<Self>) -> FloatTensor<Self> {
        let mut to = into_owned(to);
        to.storage_mut::<f32>().copy_from_slice(&values(&from));
        to
    }
}

/// The values of a tensor in row-major order; copied only where it is not contiguous.
fn values(tensor: &FlexTensor) -> Cow<'_, [f32]> {
    match tensor.as_slice::<f32>() {
        Some(values) => Cow::Borrowed(values),
        None => Cow::Owned(tensor.to_contiguous().storage::<f32>().to_vec()),
    }
}

/// A tensor of `shape` with these values.
fn tensor<const RANK: usize>(values: Vec<f32>, shape: [usize; RANK]) -> FlexTensor {
    FlexTensor::new(
        Bytes::from_elems(values),
        Layout::contiguous(Shape::from(shape)),
        DType::F32,
    )
}

/// Rows and columns.
fn dims(tensor: &FlexTensor) -> [usize; 2] {
    let shape = tensor.layout().shape();
    [shape[0], shape[1]]
}

/// A contiguous tensor to be changed in place; its storage is copied on write where another tensor shares it.
fn into_owned(tensor: FlexTensor) -> FlexTensor {
    if tensor.layout().start_offset() == 0 && tensor.is_contiguous() {
        tensor
    } else {
        tensor.to_contiguous()
    }
}

/// From the gradient of an activation's output to that of its input, by the derivative, which follows from the output.
fn activation_backward(
    activation: Activation,
    gradient: FlexTensor,
    output: &FlexTensor,
) -> FlexTensor {
    if activation == Activation::Linear {
        return gradient;
    }
    let mut gradient = into_owned(gradient);
    let output = values(output);
    let chunks = gradient.storage_mut::<f32>().chunks_mut(CHUNK);
    threads::for_each(chunks.zip(output.chunks(CHUNK)), |(gradient, output)| {
        let pairs = gradient.iter_mut().zip(output);
        match activation {
            Activation::Linear => {}
            Activation::Relu => pairs.for_each(|(gradient, &output)| {
                *gradient = if output > 0.0 { *gradient } else { 0.0 };
            }),
            Activation::LeakyRelu => pairs.for_each(|(gradient, &output)| {
                *gradient *= if output > 0.0 { 1.0 } else { NEGATIVE_SLOPE };
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

/// Adds the rows of `values` to `sums`, each half of the rows summed by itself: in a batch of pairs, whose gradients in the one
/// half are those in the other with another sign, nothing is left of them, as when the halves are two batches. Of a rest that
/// rounding left, Adam would make steps as large as any.
fn add_rows(values: &[f32], sums: &mut [f32]) {
    let columns = sums.len();
    let (first, second) = values.split_at(values.len() / columns / 2 * columns);
    let of_half = [first, second].map(|half| {
        let mut sum = vec![0.0; columns];
        for row in half.chunks_exact(columns) {
            sum.iter_mut()
                .zip(row)
                .for_each(|(sum, value)| *sum += value);
        }
        sum
    });
    let of_half = of_half[0].iter().zip(&of_half[1]);
    for (sum, (first, second)) in sums.iter_mut().zip(of_half) {
        *sum += first + second;
    }
}
