//! Convolutions: products with windows of pictures, some pictures at a time, whose windows stay in the caches between
//! being written and being read.

use burn_flex::FlexTensor;

use super::dense::{add_weight_gradient, back, outputs_of};
use super::window::{activate, fold, unfold};
use super::{add_rows, numbers, sizes, tensor};
use crate::engine::kernel::{Activation, Convolution, PictureSize};

/// Numbers of the windows at hand, 0.8 MB: half of it, twice and four times as much were slower.
const AT_HAND: usize = 200_000;

/// Pictures at a time.
fn pictures_at_a_time(size: PictureSize) -> usize {
    (AT_HAND / (size.windows() * size.window_features())).max(1)
}

pub(super) fn convolve(
    pictures: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
    activation: Activation,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, _] = sizes(pictures);
    let (pictures, parameters) = (numbers(pictures), numbers(parameters));
    let mut output = Vec::with_capacity(count * size.windows() * weights.outputs);
    let mut windows = Vec::new();
    for pictures in pictures.chunks(pictures_at_a_time(size) * size.features()) {
        unfold(pictures, size, &mut windows);
        output.extend(outputs_of(&windows, &parameters, weights, activation));
    }
    tensor(output, [count, size.windows() * weights.outputs])
}

pub(super) fn convolve_input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, outputs] = sizes(gradient);
    let (gradient, parameters) = (numbers(gradient), numbers(parameters));
    let mut pictures = vec![0.0; count * size.features()];
    let some = pictures_at_a_time(size);
    let parts = gradient.chunks(some * outputs);
    for (gradient, pictures) in parts.zip(pictures.chunks_mut(some * size.features())) {
        fold(&back(gradient, &parameters, weights), size, pictures);
    }
    tensor(pictures, [count, size.features()])
}

pub(super) fn convolve_weight_gradient(
    pictures: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [_, outputs] = sizes(gradient);
    let (pictures, gradient) = (numbers(pictures), numbers(gradient));
    let all = gradients.storage_mut::<f32>();
    all[weights.start..weights.start + weights.count()].fill(0.0);
    let some = pictures_at_a_time(size);
    let parts = pictures.chunks(some * size.features());
    let mut windows = Vec::new();
    for (pictures, gradient) in parts.zip(gradient.chunks(some * outputs)) {
        unfold(pictures, size, &mut windows);
        add_weight_gradient(&windows, gradient, all, weights);
    }
    gradients
}

pub(super) fn spread(
    pixels: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
    activation: Activation,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, inputs] = sizes(pixels);
    let (pixels, parameters) = (numbers(pixels), numbers(parameters));
    let bias = &parameters[layer.bias()..][..size.channels];
    let mut pictures = bias.repeat(count * size.height * size.width);
    let some = pictures_at_a_time(size);
    let parts = pixels.chunks(some * inputs);
    for (pixels, pictures) in parts.zip(pictures.chunks_mut(some * size.features())) {
        let windows = outputs_of(pixels, &parameters, weights, Activation::Linear);
        fold(&windows, size, pictures);
        activate(activation, pictures);
    }
    tensor(pictures, [count, size.features()])
}

pub(super) fn spread_input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, _] = sizes(gradient);
    let (gradient, parameters) = (numbers(gradient), numbers(parameters));
    let mut pixels = Vec::with_capacity(count * size.windows() * weights.inputs);
    let mut windows = Vec::new();
    for gradient in gradient.chunks(pictures_at_a_time(size) * size.features()) {
        unfold(gradient, size, &mut windows);
        pixels.extend(back(&windows, &parameters, weights));
    }
    tensor(pixels, [count, size.windows() * weights.inputs])
}

pub(super) fn spread_weight_gradient(
    pixels: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [_, inputs] = sizes(pixels);
    let (pixels, gradient) = (numbers(pixels), numbers(gradient));
    let all = gradients.storage_mut::<f32>();
    all[weights.start..layer.bias() + size.channels].fill(0.0);
    add_rows(&gradient, &mut all[layer.bias()..][..size.channels]);
    let some = pictures_at_a_time(size);
    let parts = pixels.chunks(some * inputs);
    let mut windows = Vec::new();
    for (pixels, gradient) in parts.zip(gradient.chunks(some * size.features())) {
        unfold(gradient, size, &mut windows);
        add_weight_gradient(pixels, &windows, all, weights);
    }
    gradients
}
