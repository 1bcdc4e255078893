//! The operations on the GPU: one dispatch each, of the shaders in WGSL that lie beside this file.
//!
//! They are text, so nothing is generated in the browser before the first step; sizes come as numbers, so that one
//! pipeline serves layers of all sizes.

mod launch;
mod pieces;
mod room;
mod shaders;

use burn::backend::Cube;
use burn::backend::tensor::FloatTensor;

pub(crate) use launch::{GpuTensor, launch, whole};
pub(crate) use room::{Room, empty};
pub(crate) use shaders::Shader;

use self::pieces::{as_pictures, as_rows, count, fold, output_or_nothing, product, sizes, unfold};
use super::{Activation, Convolution, Decays, EPSILON, Kernels, LossKind, Weights};

impl Kernels for Cube {
    fn dense(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: Weights,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, inputs] = sizes(&input);
        let output = empty(&input, [rows, weights.outputs]);
        let nothing = empty(&input, [1]);
        product(
            Shader::Dense,
            [rows, weights.outputs, inputs],
            weights,
            activation,
            [&input, &parameters, &nothing, &output],
        );
        output
    }

    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        weights: Weights,
        before: Activation,
    ) -> FloatTensor<Self> {
        let [rows, outputs] = sizes(&gradient);
        let of_input = empty(&gradient, [rows, weights.inputs]);
        let input = output_or_nothing(input, before);
        product(
            Shader::DenseInputGradient,
            [rows, weights.inputs, outputs],
            weights,
            before,
            [&gradient, &parameters, &input, &of_input],
        );
        of_input
    }

    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: Weights,
    ) -> FloatTensor<Self> {
        let [rows, inputs] = sizes(&input);
        let height = inputs + usize::from(weights.biased);
        let nothing = empty(&input, [1]);
        product(
            Shader::DenseWeightGradient,
            [height, weights.outputs, rows],
            weights,
            Activation::Linear,
            [&input, &gradient, &nothing, &gradients],
        );
        gradients
    }

    fn through(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, columns] = sizes(&gradient);
        let of_sums = empty(&gradient, [rows, columns]);
        let count = rows * columns;
        launch(
            Shader::Through,
            whole(count),
            &[&gradient, &output, &of_sums],
            &[count as u32, activation as u32],
        );
        of_sums
    }

    fn convolve(
        pictures: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let windows = unfold(&pictures, layer.size);
        let pixels = Self::dense(windows, parameters, layer.weights, activation);
        as_pictures(pixels, layer.size)
    }

    fn convolve_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        pictures: FloatTensor<Self>,
        layer: Convolution,
        before: Activation,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let gradient = as_rows(gradient, weights.outputs);
        let nothing = empty(&gradient, [1]);
        let linear = Activation::Linear;
        let windows = Self::dense_input_gradient(gradient, parameters, nothing, weights, linear);
        let pictures = output_or_nothing(pictures, before);
        fold(&windows, &pictures, size, None, before)
    }

    fn convolve_weight_gradient(
        pictures: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        let windows = unfold(&pictures, layer.size);
        let gradient = as_rows(gradient, layer.weights.outputs);
        Self::dense_weight_gradient(windows, gradient, gradients, layer.weights)
    }

    fn spread(
        pixels: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let pixels = as_rows(pixels, weights.inputs);
        let windows = Self::dense(pixels, parameters.clone(), weights, Activation::Linear);
        fold(&windows, &parameters, size, Some(layer.bias()), activation)
    }

    fn spread_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        pixels: FloatTensor<Self>,
        layer: Convolution,
        before: Activation,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let windows = unfold(&gradient, size);
        let pixels = as_rows(pixels, weights.inputs);
        let of_pixels = Self::dense_input_gradient(windows, parameters, pixels, weights, before);
        as_pictures(of_pixels, size)
    }

    fn spread_weight_gradient(
        pixels: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self> {
        let Convolution { weights, size } = layer;
        let channels = size.channels;
        let pixels_each = count(&gradient) / channels;
        let words = [pixels_each, channels, layer.bias()].map(|word| word as u32);
        let groups = [channels as u32, 1];
        launch(
            Shader::ChannelBias,
            groups,
            &[&gradient, &gradients],
            &words,
        );
        let windows = unfold(&gradient, size);
        let pixels = as_rows(pixels, weights.inputs);
        Self::dense_weight_gradient(pixels, windows, gradients, weights)
    }

    fn loss(
        predictions: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        kind: LossKind,
        scale: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, columns] = sizes(&predictions);
        let losses = empty(&predictions, [rows, 1]);
        let gradient = empty(&predictions, [rows, columns]);
        let words = [rows as u32, columns as u32, kind as u32, scale.to_bits()];
        launch(
            Shader::Loss,
            launch::plane(rows),
            &[&predictions, &targets, &losses, &gradient],
            &words,
        );
        (losses, gradient)
    }

    fn draw_code(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        let [rows, width] = sizes(&noise);
        let code = empty(&noise, [rows, width]);
        let divergence = empty(&noise, [rows, 1]);
        launch(
            Shader::Code,
            whole(rows),
            &[&posterior, &noise, &code, &divergence],
            &[rows as u32, width as u32],
        );
        (code, divergence)
    }

    fn draw_code_gradient(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        weight: f32,
    ) -> FloatTensor<Self> {
        let [rows, width] = sizes(&noise);
        let of_posterior = empty(&noise, [rows, 2 * width]);
        let words = [(rows * width) as u32, width as u32, weight.to_bits()];
        launch(
            Shader::CodeGradient,
            whole(rows * width),
            &[&posterior, &noise, &gradient, &of_posterior],
            &words,
        );
        of_posterior
    }

    fn adam(
        parameters: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        pace: FloatTensor<Self>,
        decays: Decays,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let count = count(&parameters);
        let Decays { beta1, beta2 } = decays;
        let rates = [beta1, beta2, EPSILON].map(f32::to_bits);
        launch(
            Shader::Adam,
            whole(count),
            &[&gradients, &pace, &parameters, &first, &second],
            &[count as u32, rates[0], rates[1], rates[2]],
        );
        (parameters, first, second)
    }

    fn approach(
        own: FloatTensor<Self>,
        target: FloatTensor<Self>,
        pace: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        let count = count(&own);
        let buffers = [&target, &pace, &own];
        launch(Shader::Approach, whole(count), &buffers, &[count as u32]);
        own
    }

    fn stack(above: FloatTensor<Self>, below: FloatTensor<Self>) -> FloatTensor<Self> {
        let ([rows, columns], [more, _]) = (sizes(&above), sizes(&below));
        let stacked = empty(&above, [rows + more, columns]);
        let all = count(&stacked);
        launch(
            Shader::Stack,
            whole(all),
            &[&above, &below, &stacked],
            &[count(&above) as u32, all as u32],
        );
        stacked
    }

    fn copy(from: FloatTensor<Self>, to: FloatTensor<Self>) -> FloatTensor<Self> {
        let count = count(&from);
        launch(Shader::Copy, whole(count), &[&from, &to], &[count as u32]);
        to
    }
}
