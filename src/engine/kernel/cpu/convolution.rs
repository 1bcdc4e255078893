//! Convolutions: products with windows of pictures, some pictures at a time, whose windows stay in the caches between
//! being written and being read. Pictures do not depend on each other, so threads share them out.

use std::cell::RefCell;

use burn_flex::FlexTensor;

use super::dense::{back, outputs_of, weight_gradient_of};
use super::packing::room;
use super::window::{activate, fold, unfold};
use super::{add_rows, numbers, sizes, tensor};
use crate::engine::kernel::{Activation, Convolution, PictureSize};
use crate::engine::threads;

/// Numbers of the windows at hand, 0.8 MB: half of it, twice and four times as much were slower.
const AT_HAND: usize = 201_000;

/// Parts of a batch at least, whatever the threads: a sum over pictures is always made of the same parts.
const PARTS: usize = 8;

thread_local! {
    static WINDOWS: RefCell<Vec<f32>> = RefCell::default();
}

/// Pictures of a batch that are one part of it.
fn part_of(count: usize) -> usize {
    count.div_ceil(PARTS).max(1)
}

/// Pictures whose windows are at hand together.
fn at_hand(size: PictureSize) -> usize {
    (AT_HAND / (size.windows() * size.window_features())).max(1)
}

/// Does the work with the windows of these pictures.
fn with_windows(pictures: &[f32], size: PictureSize, work: impl FnOnce(&[f32])) {
    WINDOWS.with_borrow_mut(|windows| {
        unfold(pictures, size, windows);
        work(windows);
    });
}

/// Makes windows for so many pictures, which are then to be folded.
fn with_room(pictures: usize, size: PictureSize, work: impl FnOnce(&mut [f32])) {
    let length = pictures * size.windows() * size.window_features();
    WINDOWS.with_borrow_mut(|windows| work(room(windows, length)));
}

pub(super) fn convolve(
    pictures: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
    activation: Activation,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, features] = sizes(pictures);
    let outputs = size.windows() * weights.outputs;
    let (pictures, parameters) = (numbers(pictures), numbers(parameters));
    let mut output = vec![0.0; count * outputs];
    let some = at_hand(size).min(part_of(count));
    let parts = pictures.chunks(some * features);
    threads::for_each(
        parts.zip(output.chunks_mut(some * outputs)),
        |(pictures, output)| {
            with_windows(pictures, size, |windows| {
                outputs_of(windows, &parameters, weights, activation, output);
            });
        },
    );
    tensor(output, [count, outputs])
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
    let some = at_hand(size).min(part_of(count));
    let parts = gradient.chunks(some * outputs);
    threads::for_each(
        parts.zip(pictures.chunks_mut(some * size.features())),
        |(gradient, pictures)| {
            with_room(gradient.len() / outputs, size, |windows| {
                back(gradient, &parameters, weights, windows);
                fold(windows, size, pictures);
            });
        },
    );
    tensor(pictures, [count, size.features()])
}

pub(super) fn convolve_weight_gradient(
    pictures: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, outputs] = sizes(gradient);
    let (pictures, gradient) = (numbers(pictures), numbers(gradient));
    let all = &mut gradients.storage_mut::<f32>()[weights.start..][..weights.count()];
    let part = part_of(count);
    let parts = pictures.chunks(part * size.features());
    sum_of_parts(
        all,
        parts.zip(gradient.chunks(part * outputs)),
        |(pictures, gradient), sum| {
            let some = at_hand(size);
            let pictures = pictures.chunks(some * size.features());
            for (pictures, gradient) in pictures.zip(gradient.chunks(some * outputs)) {
                with_windows(pictures, size, |windows| {
                    weight_gradient_of(windows, gradient, weights, sum, true);
                });
            }
        },
    );
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
    let mut pictures = vec![0.0; count * size.features()];
    let some = at_hand(size).min(part_of(count));
    let parts = pixels.chunks(some * inputs);
    threads::for_each(
        parts.zip(pictures.chunks_mut(some * size.features())),
        |(pixels, pictures)| {
            for pixel in pictures.chunks_exact_mut(size.channels) {
                pixel.copy_from_slice(bias);
            }
            with_room(pixels.len() / inputs, size, |windows| {
                outputs_of(pixels, &parameters, weights, Activation::Linear, windows);
                fold(windows, size, pictures);
            });
            activate(activation, pictures);
        },
    );
    tensor(pictures, [count, size.features()])
}

pub(super) fn spread_input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, features] = sizes(gradient);
    let inputs = size.windows() * weights.inputs;
    let (gradient, parameters) = (numbers(gradient), numbers(parameters));
    let mut pixels = vec![0.0; count * inputs];
    let some = at_hand(size).min(part_of(count));
    let parts = gradient.chunks(some * features);
    threads::for_each(
        parts.zip(pixels.chunks_mut(some * inputs)),
        |(gradient, pixels)| {
            with_windows(gradient, size, |windows| {
                back(windows, &parameters, weights, pixels);
            });
        },
    );
    tensor(pixels, [count, inputs])
}

pub(super) fn spread_weight_gradient(
    pixels: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, inputs] = sizes(pixels);
    let (pixels, gradient) = (numbers(pixels), numbers(gradient));
    let end = layer.bias() + size.channels;
    let all = &mut gradients.storage_mut::<f32>()[weights.start..end];
    let part = part_of(count);
    let parts = pixels.chunks(part * inputs);
    sum_of_parts(
        all,
        parts.zip(gradient.chunks(part * size.features())),
        |(pixels, gradient), sum| {
            let (weight, bias) = sum.split_at_mut(weights.count());
            add_rows(gradient, bias);
            let some = at_hand(size);
            let pixels = pixels.chunks(some * inputs);
            for (pixels, gradient) in pixels.zip(gradient.chunks(some * size.features())) {
                with_windows(gradient, size, |windows| {
                    weight_gradient_of(pixels, windows, weights, weight, true);
                });
            }
        },
    );
    gradients
}

/// The sum of what each part of a batch adds to zeros: parts are done side by side, and added up in order.
fn sum_of_parts<Part: Send>(
    total: &mut [f32],
    parts: impl ExactSizeIterator<Item = Part>,
    work: impl Fn(Part, &mut [f32]) + Sync,
) {
    let mut sums = vec![0.0; total.len() * parts.len()];
    threads::for_each(
        parts.zip(sums.chunks_exact_mut(total.len())),
        |(part, sum)| work(part, sum),
    );
    total.fill(0.0);
    add_rows(&sums, total);
}
