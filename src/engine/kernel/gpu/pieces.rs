//! What several operations consist of.

use burn::tensor::Shape;

use super::{GpuTensor, Shader, empty, launch, whole};
use crate::engine::kernel::{Activation, PictureSize, Weights};

/// Sides of the tile that a group of units makes of a product.
const TILE: u32 = 32;

/// Rows and columns.
pub(super) fn sizes(tensor: &GpuTensor) -> [usize; 2] {
    tensor.meta.shape().dims()
}

pub(super) fn count(tensor: &GpuTensor) -> usize {
    tensor.meta.num_elements()
}

/// What is bound where a shader looks for an output that it has no need of: the same numbers could not be bound twice.
pub(super) fn output_or_nothing(output: GpuTensor, activation: Activation) -> GpuTensor {
    match activation {
        Activation::Linear => empty(&output, [1]),
        _ => output,
    }
}

/// A product of `[rows, depth]` and `[depth, columns]`, see `product.wgsl`.
pub(super) fn product(
    shader: Shader,
    [rows, columns, depth]: [usize; 3],
    weights: Weights,
    activation: Activation,
    buffers: [&GpuTensor; 4],
) {
    let words = [rows, columns, depth, weights.start].map(|word| word as u32);
    let [rows, columns, depth, start] = words;
    let words = [
        rows,
        columns,
        depth,
        start,
        activation as u32,
        u32::from(weights.biased),
    ];
    let groups = [columns, rows].map(|side| side.div_ceil(TILE));
    launch(shader, groups, &buffers, &words);
}

/// The same numbers, `width` to a row.
pub(super) fn as_rows(tensor: GpuTensor, width: usize) -> GpuTensor {
    let rows = count(&tensor) / width;
    shaped(tensor, [rows, width])
}

/// The same numbers, a picture of half the sides of `size` to a row.
pub(super) fn as_pictures(pixels: GpuTensor, size: PictureSize) -> GpuTensor {
    let [rows, channels] = sizes(&pixels);
    let windows = size.windows();
    shaped(pixels, [rows / windows, windows * channels])
}

pub(super) fn shaped(tensor: GpuTensor, shape: [usize; 2]) -> GpuTensor {
    let GpuTensor {
        client,
        handle,
        device,
        dtype,
        ..
    } = tensor;
    GpuTensor::new_contiguous(client, device, Shape::from(shape), handle, dtype)
}

/// Pictures to their windows, one below the other: `[n * windows, window_features]`.
pub(super) fn unfold(pictures: &GpuTensor, size: PictureSize) -> GpuTensor {
    let rows = sizes(pictures)[0] * size.windows();
    let windows = empty(pictures, [rows, size.window_features()]);
    let words = [count(&windows), size.height, size.width, size.channels];
    let words = words.map(|word| word as u32);
    let groups = whole(count(&windows));
    launch(Shader::Unfold, groups, &[pictures, &windows], &words);
    windows
}

/// Windows into pictures, see `fold.wgsl`; then a bias from its place among the second buffer's numbers, or, where there
/// is none, back through the activation that made these.
pub(super) fn fold(
    windows: &GpuTensor,
    second: &GpuTensor,
    size: PictureSize,
    bias: Option<usize>,
    activation: Activation,
) -> GpuTensor {
    let rows = sizes(windows)[0] / size.windows();
    let pictures = empty(windows, [rows, size.features()]);
    let words = [
        count(&pictures),
        size.height,
        size.width,
        size.channels,
        activation as usize,
        usize::from(bias.is_some()),
        bias.unwrap_or(0),
    ]
    .map(|word| word as u32);
    let groups = whole(count(&pictures));
    launch(Shader::Fold, groups, &[windows, second, &pictures], &words);
    pictures
}
