//! Every operation on one engine beside the same on another. On the CPU they are held to Burn's own operations
//! (`tests/kernels.rs`); a browser's test holds the GPU's to the CPU's by this.

use burn::tensor::{Device, Tensor, TensorData};

use super::{
    Activation, Convolution, Decays, LossKind, Pace, PictureSize, Weights, adam, approach,
    convolve, convolve_input_gradient, convolve_weight_gradient, copy, dense, dense_input_gradient,
    dense_weight_gradient, draw_code, draw_code_gradient, loss, spread, spread_input_gradient,
    spread_weight_gradient, stack, through,
};
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Of no tile a multiple.
const ROWS: usize = 67;
const CODE: usize = 5;
const LAYER: Weights = Weights {
    start: 3,
    inputs: 41,
    outputs: 37,
    biased: true,
};
const PICTURE: PictureSize = PictureSize {
    height: 6,
    width: 4,
    channels: 3,
};
const PICTURES: usize = 5;
/// Channels of the smaller picture.
const OUTPUTS: usize = 7;
/// Numbers of a window.
const WINDOW: usize = 48;
const DOWN: Convolution = Convolution {
    weights: Weights {
        start: 2,
        inputs: WINDOW,
        outputs: OUTPUTS,
        biased: true,
    },
    size: PICTURE,
};
const UP: Convolution = Convolution {
    weights: Weights {
        start: 2,
        inputs: OUTPUTS,
        outputs: WINDOW,
        biased: false,
    },
    size: PICTURE,
};
const ACTIVATIONS: [Activation; 5] = [
    Activation::Linear,
    Activation::Relu,
    Activation::LeakyRelu,
    Activation::Sigmoid,
    Activation::CentredSigmoid,
];

/// The largest difference of each operation's numbers between two devices, relative to the larger of 1 and the
/// number itself.
///
/// # Errors
/// Where a device is lost.
pub async fn compare(device: &Device, other: &Device) -> Result<Vec<(String, f32)>, Error> {
    let (names, tensors): (Vec<_>, Vec<_>) = all(device).into_iter().unzip();
    let (_, others): (Vec<_>, Vec<_>) = all(other).into_iter().unzip();
    let (found, expected) = (read(tensors).await?, read(others).await?);
    let pairs = names.into_iter().zip(found.iter().zip(&expected));
    let compared = pairs.map(|(name, (found, expected))| {
        let differences = found.iter().zip(expected).map(|(found, expected)| {
            let difference = (found - expected).abs() / expected.abs().max(1.0);
            // What is no number is as different as can be.
            if difference.is_nan() {
                f32::INFINITY
            } else {
                difference
            }
        });
        let largest = differences.fold(0.0, f32::max);
        (
            name,
            if found.len() == expected.len() {
                largest
            } else {
                f32::INFINITY
            },
        )
    });
    Ok(compared.collect())
}

/// Standard normal numbers, the same for the same index on every device.
fn normals<const RANK: usize>(index: u64, shape: [usize; RANK], device: &Device) -> Tensor<RANK> {
    let values = Random::stream(23, Purpose::Evaluation, index).normals(shape.iter().product());
    Tensor::from_data(TensorData::new(values, shape), device)
}

/// What each operation makes of the same numbers, flat.
fn all(device: &Device) -> Vec<(String, Tensor<1>)> {
    let mut found = Vec::new();
    let mut note = |name: String, tensor: Tensor<2>| {
        let [rows, columns] = tensor.dims();
        found.push((name, tensor.reshape([rows * columns])));
    };
    let Weights {
        inputs, outputs, ..
    } = LAYER;
    let count = LAYER.start + LAYER.count() + 2;
    let one = |index, [rows, columns]: [usize; 2]| normals(index, [rows, columns], device);
    let input = || one(1, [ROWS, inputs]);
    let gradient = || one(2, [ROWS, outputs]);
    let parameters = normals(3, [count], device);
    for activation in ACTIVATIONS {
        let output = dense(input(), &parameters, LAYER, activation);
        let sums = through(gradient(), output.clone(), activation);
        let back = dense_input_gradient(sums.clone(), &parameters, input(), LAYER, activation);
        note(format!("dense, {activation:?}"), output);
        note(format!("through, {activation:?}"), sums);
        note(format!("dense_input_gradient, {activation:?}"), back);

        let pictures = || one(4, [PICTURES, PICTURE.features()]);
        let pixels = PICTURE.windows() * OUTPUTS;
        let small = || one(5, [PICTURES, pixels]);
        let found = convolve(pictures(), &parameters, DOWN, activation);
        note(format!("convolve, {activation:?}"), found);
        let found = convolve_input_gradient(small(), &parameters, pictures(), DOWN, activation);
        note(format!("convolve_input_gradient, {activation:?}"), found);
        let found = spread(small(), &parameters, UP, activation);
        note(format!("spread, {activation:?}"), found);
        let found = spread_input_gradient(pictures(), &parameters, small(), UP, activation);
        note(format!("spread_input_gradient, {activation:?}"), found);
    }
    for kind in [LossKind::Logistic, LossKind::Squared] {
        let (losses, gradient) = loss(input(), one(5, [ROWS, inputs]), kind, 0.3);
        note(format!("loss, {kind:?}"), losses);
        note(format!("gradient of the loss, {kind:?}"), gradient);
    }
    let beliefs = || one(6, [ROWS, 2 * CODE]);
    let noise = || one(7, [ROWS, CODE]);
    let (code, divergence) = draw_code(beliefs(), noise());
    let back = draw_code_gradient(beliefs(), noise(), one(8, [ROWS, CODE]), 0.7);
    note("draw_code".into(), code);
    note("divergence of draw_code".into(), divergence);
    note("draw_code_gradient".into(), back);
    note("stack".into(), stack(input(), one(5, [2, inputs])));

    let mut flat = |name: &str, tensor: Tensor<1>| found.push((name.to_owned(), tensor));
    let flat_numbers = |index| normals(index, [count], device);
    let filled = dense_weight_gradient(input(), gradient(), flat_numbers(9), LAYER);
    flat("dense_weight_gradient", filled);
    let pictures = || one(4, [PICTURES, PICTURE.features()]);
    let small = || one(5, [PICTURES, PICTURE.windows() * OUTPUTS]);
    let filled = convolve_weight_gradient(pictures(), small(), flat_numbers(9), DOWN);
    flat("convolve_weight_gradient", filled);
    let filled = spread_weight_gradient(small(), pictures(), flat_numbers(9), UP);
    flat("spread_weight_gradient", filled);
    let pace = Pace {
        rate: 0.1,
        correction: 1.5,
        share: 0.3,
    };
    let pace = TensorData::new(pace.numbers().to_vec(), [Pace::COUNT]);
    let pace = Tensor::from_data(pace, device);
    let decays = Decays {
        beta1: 0.9,
        beta2: 0.99,
    };
    let moments = [flat_numbers(10), flat_numbers(11).abs()];
    let (moved, [first, second]) = adam(
        flat_numbers(12),
        flat_numbers(13),
        moments,
        pace.clone(),
        decays,
    );
    flat("adam", moved);
    flat("first moment of adam", first);
    flat("second moment of adam", second);
    flat(
        "approach",
        approach(flat_numbers(12), &flat_numbers(13), pace),
    );
    flat("copy", copy(&flat_numbers(12), flat_numbers(13)));
    found
}
