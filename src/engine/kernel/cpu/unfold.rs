//! Patches of images (PyTorch's `unfold` and `fold`). Images are stored height, width, channels, so each row of a patch is
//! contiguous.

use super::lanes::Lanes;
use crate::engine::kernel::{Activation, ImageSize, KERNEL_SIZE, NEGATIVE_SLOPE, STRIDE};

/// Writes the patches of images, one below the other.
pub(super) fn unfold(images: &[f32], size: ImageSize, patches: &mut Vec<f32>) {
    patches.clear();
    patches.reserve(images.len() / size.features() * size.patches() * size.patch_features());
    for image in images.chunks_exact(size.features()) {
        for_each_patch_row(size, |row| {
            let PatchRow {
                padding_before,
                source,
                length,
                padding_after,
            } = row;
            patches.extend(std::iter::repeat_n(0.0, padding_before));
            match image[source..source + length].as_chunks::<4>() {
                ([four], []) => patches.extend_from_slice(four),
                _ => patches.extend_from_slice(&image[source..source + length]),
            }
            patches.extend(std::iter::repeat_n(0.0, padding_after));
        });
    }
}

/// Adds patches to the images at their positions.
pub(super) fn fold(patches: &[f32], size: ImageSize, images: &mut [f32]) {
    let per_image = size.patches() * size.patch_features();
    let pairs = images.chunks_exact_mut(size.features());
    for (image, mut patches) in pairs.zip(patches.chunks_exact(per_image)) {
        for_each_patch_row(size, |row| {
            let PatchRow {
                padding_before,
                source,
                length,
                padding_after,
            } = row;
            let sums = image[source..source + length].iter_mut();
            sums.zip(&patches[padding_before..padding_before + length])
                .for_each(|(sum, value)| *sum += value);
            patches = &patches[padding_before + length + padding_after..];
        });
    }
}

pub(super) fn activate(activation: Activation, values: &mut [f32]) {
    let lanes = |values: &mut [f32], function: fn(Lanes) -> Lanes| {
        let (fours, rest) = values.as_chunks_mut::<4>();
        for four in fours {
            *four = function(Lanes::load(four)).to_array();
        }
        for value in rest {
            *value = function(Lanes::splat(*value)).to_array()[0];
        }
    };
    match activation {
        Activation::Linear => {}
        // NaN stays NaN.
        Activation::Relu => values
            .iter_mut()
            .for_each(|value| *value = if *value < 0.0 { 0.0 } else { *value }),
        Activation::LeakyRelu => values
            .iter_mut()
            .for_each(|value| *value *= if *value < 0.0 { NEGATIVE_SLOPE } else { 1.0 }),
        Activation::Sigmoid => lanes(values, Lanes::sigmoid),
        Activation::CentredSigmoid => lanes(values, Lanes::centred_sigmoid),
    }
}

/// A row of a patch: padding, `length` contiguous values of the image from `source` on, and padding.
struct PatchRow {
    padding_before: usize,
    source: usize,
    length: usize,
    padding_after: usize,
}

/// Visits the rows of each patch of an image, patch by patch.
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn for_each_patch_row(size: ImageSize, mut each: impl FnMut(PatchRow)) {
    let ImageSize {
        height,
        width,
        channels,
    } = size;
    let row_length = KERNEL_SIZE * channels;
    for top in (0..height).step_by(size.row_stride()) {
        // The row of a signal has none above it.
        let first_row = if size.is_signal() { 1 } else { top };
        for left in (0..width).step_by(STRIDE) {
            // The patch begins one pixel above and to the left.
            let first_column = usize::from(left == 0);
            let end_column = KERNEL_SIZE.min(width + 1 - left);
            for y in first_row..first_row + size.kernel_height() {
                let inside = (1..=height).contains(&y);
                let length = if inside {
                    (end_column - first_column) * channels
                } else {
                    0
                };
                let padding_before = if inside { first_column * channels } else { 0 };
                each(PatchRow {
                    padding_before,
                    source: y.saturating_sub(1).min(height - 1) * width * channels
                        + (left + first_column - 1) * channels,
                    length,
                    padding_after: row_length - padding_before - length,
                });
            }
        }
    }
}
