//! The operations on the GPU: one dispatch each, of the shaders in WGSL that lie beside this file.
//!
//! They are text, so nothing is generated in the browser before the first step; sizes come as numbers, so that one
//! pipeline serves layers of all sizes.

mod launch;
mod shaders;

use burn::backend::Cube;
use burn::backend::tensor::FloatTensor;

pub(crate) use launch::{GpuTensor, empty, launch, whole};
pub(crate) use shaders::Shader;

use super::{Activation, Decays, Kernels, LossKind, PictureSize, Weights};

/// Keeps a division by a vanished second moment finite, as the paper advises.
const EPSILON: f32 = 1e-8;

/// Sides of the tile that a group of units makes of a product.
const TILE: usize = 32;

/// Rows and columns.
fn sizes(tensor: &GpuTensor) -> [usize; 2] {
    tensor.meta.shape().dims()
}

fn count(tensor: &GpuTensor) -> usize {
    tensor.meta.num_elements()
}

/// What is bound where a shader looks for an output that it has no need of: the same numbers could not be bound twice.
fn output_or_nothing(output: GpuTensor, activation: Activation) -> GpuTensor {
    match activation {
        Activation::Linear => empty(&output, [1]),
        _ => output,
    }
}

/// A product of `[rows, depth]` and `[depth, columns]`, see `product.wgsl`.
fn product(
    shader: Shader,
    [rows, columns, depth]: [usize; 3],
    weights: Weights,
    activation: Activation,
    buffers: [&GpuTensor; 4],
) {
    let words = [
        rows as u32,
        columns as u32,
        depth as u32,
        weights.start as u32,
        activation as u32,
        weights.inputs as u32,
    ];
    let groups = [columns.div_ceil(TILE) as u32, rows.div_ceil(TILE) as u32];
    launch(shader, groups, &buffers, &words);
}

fn picture_words(count: usize, size: PictureSize, activation: Activation) -> [u32; 5] {
    [
        count as u32,
        size.height as u32,
        size.width as u32,
        size.channels as u32,
        activation as u32,
    ]
}

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
        let depth = inputs + usize::from(weights.biased);
        product(
            Shader::Dense,
            [rows, weights.outputs, depth],
            weights,
            activation,
            [&input, &parameters, &nothing, &output],
        );
        output
    }

    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: Weights,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, outputs] = sizes(&gradient);
        let of_input = empty(&gradient, [rows, weights.inputs]);
        let output = output_or_nothing(output, activation);
        product(
            Shader::DenseInputGradient,
            [rows, weights.inputs, outputs],
            weights,
            activation,
            [&gradient, &parameters, &output, &of_input],
        );
        of_input
    }

    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: Weights,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let [rows, inputs] = sizes(&input);
        let height = inputs + usize::from(weights.biased);
        let output = output_or_nothing(output, activation);
        product(
            Shader::DenseWeightGradient,
            [height, weights.outputs, rows],
            weights,
            activation,
            [&input, &gradient, &output, &gradients],
        );
        gradients
    }

    fn unfold(
        pictures: FloatTensor<Self>,
        output: FloatTensor<Self>,
        size: PictureSize,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let rows = sizes(&pictures)[0] * size.windows();
        let windows = empty(&pictures, [rows, size.window_features()]);
        let words = picture_words(count(&windows), size, activation);
        let output = output_or_nothing(output, activation);
        let groups = whole(count(&windows));
        launch(
            Shader::Unfold,
            groups,
            &[&pictures, &output, &windows],
            &words,
        );
        windows
    }

    fn fold(
        windows: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        size: PictureSize,
        bias: Option<usize>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let rows = sizes(&windows)[0] / size.windows();
        let pictures = empty(&windows, [rows, size.features()]);
        let [count, height, width, channels, activation] =
            picture_words(count(&pictures), size, activation);
        let parameters = match bias {
            Some(_) => parameters,
            None => empty(&windows, [1]),
        };
        let bias = [u32::from(bias.is_some()), bias.unwrap_or(0) as u32];
        let words = [count, height, width, channels, activation, bias[0], bias[1]];
        let groups = whole(count as usize);
        launch(
            Shader::Fold,
            groups,
            &[&windows, &parameters, &pictures],
            &words,
        );
        pictures
    }

    fn channel_bias_gradient(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        channels: usize,
        bias: usize,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let pixels = count(&gradient) / channels;
        let output = output_or_nothing(output, activation);
        let words = [pixels, channels, bias, activation as usize].map(|word| word as u32);
        let groups = [channels as u32, 1];
        launch(
            Shader::ChannelBias,
            groups,
            &[&gradient, &output, &gradients],
            &words,
        );
        gradients
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
