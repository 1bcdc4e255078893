//! Windows over pictures. Pixels lie row by row with their channels together, so a window is four runs of memory.

use super::lanes::Lanes;
use crate::engine::kernel::{Activation, LEAK, PictureSize, STRIDE, WINDOW};

/// The windows of pictures, one below the other, in the place of what was there.
pub(super) fn unfold(pictures: &[f32], size: PictureSize, windows: &mut Vec<f32>) {
    windows.clear();
    windows.reserve(pictures.len() / size.features() * size.windows() * size.window_features());
    for picture in pictures.chunks_exact(size.features()) {
        for_each_run(size, |run| {
            let Run {
                before,
                outside,
                length,
                after,
            } = run;
            windows.extend(std::iter::repeat_n(0.0, before));
            match picture[outside..outside + length].as_chunks::<4>() {
                ([four], []) => windows.extend_from_slice(four),
                _ => windows.extend_from_slice(&picture[outside..outside + length]),
            }
            windows.extend(std::iter::repeat_n(0.0, after));
        });
    }
}

/// Adds windows to the pictures that they lie over.
pub(super) fn fold(windows: &[f32], size: PictureSize, pictures: &mut [f32]) {
    let of_one = size.windows() * size.window_features();
    let pairs = pictures.chunks_exact_mut(size.features());
    for (picture, mut windows) in pairs.zip(windows.chunks_exact(of_one)) {
        for_each_run(size, |run| {
            let Run {
                before,
                outside,
                length,
                after,
            } = run;
            let sums = picture[outside..outside + length].iter_mut();
            sums.zip(&windows[before..before + length])
                .for_each(|(sum, value)| *sum += value);
            windows = &windows[before + length + after..];
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
        // What is no number stays none.
        Activation::Relu => values
            .iter_mut()
            .for_each(|value| *value = if *value < 0.0 { 0.0 } else { *value }),
        Activation::LeakyRelu => values
            .iter_mut()
            .for_each(|value| *value *= if *value < 0.0 { LEAK } else { 1.0 }),
        Activation::Sigmoid => lanes(values, Lanes::sigmoid),
        Activation::CentredSigmoid => lanes(values, Lanes::centred_sigmoid),
    }
}

/// A row of a window: numbers beyond an edge, numbers that lie together in the picture from `outside` on, and numbers
/// beyond the other edge.
struct Run {
    before: usize,
    outside: usize,
    length: usize,
    after: usize,
}

/// Gives the rows of each window of a picture, window by window.
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
#[inline(always)]
fn for_each_run(size: PictureSize, mut each: impl FnMut(Run)) {
    let PictureSize {
        height,
        width,
        channels,
    } = size;
    let row_length = WINDOW * channels;
    for top in (0..height).step_by(STRIDE) {
        for left in (0..width).step_by(STRIDE) {
            // The window begins one pixel above and to the left.
            let first = usize::from(left == 0);
            let last = WINDOW.min(width + 1 - left);
            for y in top..top + WINDOW {
                let inside = (1..=height).contains(&y);
                let length = if inside { (last - first) * channels } else { 0 };
                let before = if inside { first * channels } else { 0 };
                each(Run {
                    before,
                    outside: y.saturating_sub(1).min(height - 1) * width * channels
                        + (left + first - 1) * channels,
                    length,
                    after: row_length - before - length,
                });
            }
        }
    }
}
