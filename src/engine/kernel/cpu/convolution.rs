//! Convolutions as matrix products with patches of images (im2col), a few images at a time, so that their patches stay in
//! the caches between being written and being read. Images are independent, so threads share them out.

use std::cell::RefCell;

use burn_flex::FlexTensor;

use super::dense::{forward_into, input_gradient_into, weight_gradient_into};
use super::packing::scratch;
use super::unfold::{activate, fold, unfold};
use super::{add_rows, dims, tensor, values};
use crate::engine::kernel::{Activation, Convolution, ImageSize};
use crate::engine::threads;

/// Values in the buffer for patches, 0.8 MB: half, twice and four times as much were slower.
const PATCH_BUFFER: usize = 201_000;

/// Parts of a batch at least, whatever the number of threads: a sum over images is always made of the same partial sums.
const REDUCTION_PARTS: usize = 8;

thread_local! {
    static PATCHES: RefCell<Vec<f32>> = RefCell::default();
}

/// Images in one part of a batch.
fn part_size(count: usize) -> usize {
    count.div_ceil(REDUCTION_PARTS).max(1)
}

/// Images whose patches fit into the buffer together.
fn images_per_chunk(size: ImageSize) -> usize {
    (PATCH_BUFFER / (size.patches() * size.patch_features())).max(1)
}

/// Calls `work` with the patches of these images.
fn with_patches(images: &[f32], size: ImageSize, work: impl FnOnce(&[f32])) {
    PATCHES.with_borrow_mut(|patches| {
        unfold(images, size, patches);
        work(patches);
    });
}

/// Calls `work` with a buffer for the patches of so many images, to be filled and folded.
fn with_patch_buffer(images: usize, size: ImageSize, work: impl FnOnce(&mut [f32])) {
    let length = images * size.patches() * size.patch_features();
    PATCHES.with_borrow_mut(|patches| work(scratch(patches, length)));
}

pub(super) fn conv2d(
    images: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
    activation: Activation,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, features] = dims(images);
    let outputs = size.patches() * weights.outputs;
    let (images, parameters) = (values(images), values(parameters));
    let mut output = vec![0.0; count * outputs];
    let chunk = images_per_chunk(size).min(part_size(count));
    let parts = images.chunks(chunk * features);
    threads::for_each(
        parts.zip(output.chunks_mut(chunk * outputs)),
        |(images, output)| {
            with_patches(images, size, |patches| {
                forward_into(patches, &parameters, weights, activation, output);
            });
        },
    );
    tensor(output, [count, outputs])
}

pub(super) fn conv2d_input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, outputs] = dims(gradient);
    let (gradient, parameters) = (values(gradient), values(parameters));
    let mut images = vec![0.0; count * size.features()];
    let chunk = images_per_chunk(size).min(part_size(count));
    let parts = gradient.chunks(chunk * outputs);
    threads::for_each(
        parts.zip(images.chunks_mut(chunk * size.features())),
        |(gradient, images)| {
            with_patch_buffer(gradient.len() / outputs, size, |patches| {
                input_gradient_into(gradient, &parameters, weights, patches);
                fold(patches, size, images);
            });
        },
    );
    tensor(images, [count, size.features()])
}

pub(super) fn conv2d_weight_gradient(
    images: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, outputs] = dims(gradient);
    let (images, gradient) = (values(images), values(gradient));
    let all = &mut gradients.storage_mut::<f32>()[weights.offset..][..weights.count()];
    let part = part_size(count);
    let parts = images.chunks(part * size.features());
    sum_over_parts(
        all,
        parts.zip(gradient.chunks(part * outputs)),
        |(images, gradient), sum| {
            let chunk = images_per_chunk(size);
            let images = images.chunks(chunk * size.features());
            for (images, gradient) in images.zip(gradient.chunks(chunk * outputs)) {
                with_patches(images, size, |patches| {
                    weight_gradient_into(patches, gradient, weights, sum, true);
                });
            }
        },
    );
    gradients
}

pub(super) fn conv_transpose2d(
    input: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
    activation: Activation,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, inputs] = dims(input);
    let (input, parameters) = (values(input), values(parameters));
    let bias = &parameters[layer.bias_offset()..][..size.channels];
    let mut images = vec![0.0; count * size.features()];
    let chunk = images_per_chunk(size).min(part_size(count));
    let parts = input.chunks(chunk * inputs);
    threads::for_each(
        parts.zip(images.chunks_mut(chunk * size.features())),
        |(input, images)| {
            for pixel in images.chunks_exact_mut(size.channels) {
                pixel.copy_from_slice(bias);
            }
            with_patch_buffer(input.len() / inputs, size, |patches| {
                forward_into(input, &parameters, weights, Activation::Linear, patches);
                fold(patches, size, images);
            });
            activate(activation, images);
        },
    );
    tensor(images, [count, size.features()])
}

pub(super) fn conv_transpose2d_input_gradient(
    gradient: &FlexTensor,
    parameters: &FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, features] = dims(gradient);
    let inputs = size.patches() * weights.inputs;
    let (gradient, parameters) = (values(gradient), values(parameters));
    let mut input = vec![0.0; count * inputs];
    let chunk = images_per_chunk(size).min(part_size(count));
    let parts = gradient.chunks(chunk * features);
    threads::for_each(
        parts.zip(input.chunks_mut(chunk * inputs)),
        |(gradient, input)| {
            with_patches(gradient, size, |patches| {
                input_gradient_into(patches, &parameters, weights, input);
            });
        },
    );
    tensor(input, [count, inputs])
}

pub(super) fn conv_transpose2d_weight_gradient(
    input: &FlexTensor,
    gradient: &FlexTensor,
    mut gradients: FlexTensor,
    layer: Convolution,
) -> FlexTensor {
    let Convolution { weights, size } = layer;
    let [count, inputs] = dims(input);
    let (input, gradient) = (values(input), values(gradient));
    let end = layer.bias_offset() + size.channels;
    let all = &mut gradients.storage_mut::<f32>()[weights.offset..end];
    let part = part_size(count);
    let parts = input.chunks(part * inputs);
    sum_over_parts(
        all,
        parts.zip(gradient.chunks(part * size.features())),
        |(input, gradient), sum| {
            let (weight, bias) = sum.split_at_mut(weights.count());
            add_rows(gradient, bias);
            let chunk = images_per_chunk(size);
            let input = input.chunks(chunk * inputs);
            for (input, gradient) in input.zip(gradient.chunks(chunk * size.features())) {
                with_patches(gradient, size, |patches| {
                    weight_gradient_into(input, patches, weights, weight, true);
                });
            }
        },
    );
    gradients
}

/// The sum of the parts' contributions, each computed into zeros in parallel, then added up in order.
fn sum_over_parts<Part: Send>(
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
