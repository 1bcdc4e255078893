//! Helpers that several operations share.

use burn::tensor::Shape;

use super::{GpuTensor, Shader, empty, launch, workgroups};
use crate::engine::kernel::{Activation, ImageSize, WeightLayout};

/// Sides of the tile of a product that a workgroup computes.
const TILE: u32 = 32;

/// Rows and columns.
pub(super) fn dims(tensor: &GpuTensor) -> [usize; 2] {
    tensor.meta.shape().dims()
}

pub(super) fn num_elements(tensor: &GpuTensor) -> usize {
    tensor.meta.num_elements()
}

/// What is bound as the output where a shader does not need it: the same buffer could not be bound twice.
pub(super) fn output_or_placeholder(output: GpuTensor, activation: Activation) -> GpuTensor {
    match activation {
        Activation::Linear => empty(&output, [1]),
        _ => output,
    }
}

/// A product of `[rows, depth]` and `[depth, columns]`, see `matmul.wgsl`.
pub(super) fn matmul(
    shader: Shader,
    [rows, columns, depth]: [usize; 3],
    weights: WeightLayout,
    activation: Activation,
    buffers: [&GpuTensor; 4],
) {
    let words = [rows, columns, depth, weights.offset].map(|word| word as u32);
    let [rows, columns, depth, offset] = words;
    let words = [
        rows,
        columns,
        depth,
        offset,
        activation as u32,
        u32::from(weights.has_bias),
    ];
    let groups = [columns, rows].map(|side| side.div_ceil(TILE));
    launch(shader, groups, &buffers, &words);
}

/// The same values in rows of `width`.
pub(super) fn as_rows(tensor: GpuTensor, width: usize) -> GpuTensor {
    let rows = num_elements(&tensor) / width;
    reshaped(tensor, [rows, width])
}

/// The same values with an image of half the sides of `size` in each row.
pub(super) fn as_images(pixels: GpuTensor, size: ImageSize) -> GpuTensor {
    let [rows, channels] = dims(&pixels);
    let patches = size.patches();
    reshaped(pixels, [rows / patches, patches * channels])
}

pub(super) fn reshaped(tensor: GpuTensor, shape: [usize; 2]) -> GpuTensor {
    let GpuTensor {
        client,
        handle,
        device,
        dtype,
        ..
    } = tensor;
    GpuTensor::new_contiguous(client, device, Shape::from(shape), handle, dtype)
}

/// Images to their patches: `[n * patches, patch_features]`.
pub(super) fn unfold(images: &GpuTensor, size: ImageSize) -> GpuTensor {
    let rows = dims(images)[0] * size.patches();
    let patches = empty(images, [rows, size.patch_features()]);
    let words = [
        num_elements(&patches),
        size.height,
        size.width,
        size.channels,
        size.kernel_height(),
    ];
    let words = words.map(|word| word as u32);
    let groups = workgroups(num_elements(&patches));
    launch(Shader::Unfold, groups, &[images, &patches], &words);
    patches
}

/// Patches to images, see `fold.wgsl`; then a bias from the second buffer at an offset or, where there is none, the derivative
/// of the activation whose outputs the second buffer has.
pub(super) fn fold(
    patches: &GpuTensor,
    second: &GpuTensor,
    size: ImageSize,
    bias: Option<usize>,
    activation: Activation,
) -> GpuTensor {
    let rows = dims(patches)[0] / size.patches();
    let images = empty(patches, [rows, size.features()]);
    let words = [
        num_elements(&images),
        size.height,
        size.width,
        size.channels,
        activation as usize,
        usize::from(bias.is_some()),
        bias.unwrap_or(0),
        size.kernel_height(),
    ]
    .map(|word| word as u32);
    let groups = workgroups(num_elements(&images));
    launch(Shader::Fold, groups, &[patches, second, &images], &words);
    images
}
