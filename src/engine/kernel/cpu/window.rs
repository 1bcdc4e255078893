//! Windows over pictures. Pixels lie row by row with their channels together, so a window is four runs of memory.

use burn_flex::FlexTensor;

use super::lanes::Lanes;
use super::{numbers, tensor};
use crate::engine::kernel::{Activation, LEAK, PictureSize, STRIDE, WINDOW};

pub(super) fn unfold(pictures: &FlexTensor, size: PictureSize) -> FlexTensor {
    let pictures = numbers(pictures);
    let count = pictures.len() / size.features();
    let mut windows = vec![0.0; count * size.windows() * size.window_features()];
    let mut to = windows.chunks_exact_mut(size.window_features());
    for picture in pictures.chunks_exact(size.features()) {
        for_each_window(size, |runs| {
            let Some(window) = to.next() else { return };
            for Run {
                inside,
                outside,
                length,
            } in runs
            {
                window[inside..inside + length]
                    .copy_from_slice(&picture[outside..outside + length]);
            }
        });
    }
    tensor(windows, [count * size.windows(), size.window_features()])
}

pub(super) fn fold(
    windows: &FlexTensor,
    size: PictureSize,
    bias: Option<&[f32]>,
    activation: Activation,
) -> FlexTensor {
    let windows = numbers(windows);
    let count = windows.len() / (size.windows() * size.window_features());
    let mut pictures = match bias {
        Some(bias) => bias.repeat(count * size.height * size.width),
        None => vec![0.0; count * size.features()],
    };
    let mut from = windows.chunks_exact(size.window_features());
    for picture in pictures.chunks_exact_mut(size.features()) {
        for_each_window(size, |runs| {
            let Some(window) = from.next() else { return };
            for Run {
                inside,
                outside,
                length,
            } in runs
            {
                let sums = picture[outside..outside + length].iter_mut();
                sums.zip(&window[inside..inside + length])
                    .for_each(|(sum, value)| *sum += value);
            }
        });
    }
    activate(activation, &mut pictures);
    tensor(pictures, [count, size.features()])
}

fn activate(activation: Activation, values: &mut [f32]) {
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
            .filter(|value| **value < 0.0)
            .for_each(|value| *value = 0.0),
        Activation::LeakyRelu => values
            .iter_mut()
            .filter(|value| **value < 0.0)
            .for_each(|value| *value *= LEAK),
        Activation::Sigmoid => lanes(values, Lanes::sigmoid),
        Activation::CentredSigmoid => lanes(values, Lanes::centred_sigmoid),
    }
}

/// Numbers that lie together both in a window and in its picture.
struct Run {
    inside: usize,
    outside: usize,
    length: usize,
}

/// Gives the runs of each window of a picture, window by window; what lies beyond an edge is left out.
fn for_each_window(size: PictureSize, mut each: impl FnMut(&mut dyn Iterator<Item = Run>)) {
    let PictureSize {
        height,
        width,
        channels,
    } = size;
    for top in (0..height).step_by(STRIDE) {
        for left in (0..width).step_by(STRIDE) {
            // The window begins one pixel above and to the left.
            let first = usize::from(left == 0);
            let last = WINDOW.min(width + 1 - left);
            let mut runs = (0..WINDOW).filter_map(|row| {
                let y = (top + row).checked_sub(1).filter(|&y| y < height)?;
                Some(Run {
                    inside: (row * WINDOW + first) * channels,
                    outside: (y * width + left + first - 1) * channels,
                    length: (last - first) * channels,
                })
            });
            each(&mut runs);
        }
    }
}
