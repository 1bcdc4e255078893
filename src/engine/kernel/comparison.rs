//! Compares every operation on two engines. On the CPU they are tested against Burn's own operations
//! (`tests/native/kernels.rs`); a browser test compares the GPU's with the CPU's.

use burn::tensor::{Device, Tensor, TensorData};

use super::{
    Activation, AdversarialKind, AdversarialLogits, Betas, Convolution, ImageSize, LossKind,
    NormPenalty, StepScalars, WeightLayout, activation_backward, adam, add, adversarial_loss,
    concat_rows, conv_transpose2d, conv_transpose2d_input_gradient,
    conv_transpose2d_weight_gradient, conv2d, conv2d_input_gradient, conv2d_weight_gradient, copy,
    dense, dense_input_gradient, dense_weight_gradient, difference_penalty, ema_update,
    gradient_penalty, interpolate_rows, l1_penalty, loss, reparameterize, reparameterize_backward,
    select_label, select_label_backward,
};
use crate::engine::read;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Not a multiple of any tile.
const ROWS: usize = 67;
const CODE: usize = 5;
const CLASSES: usize = 7;
const LAYER: WeightLayout = WeightLayout {
    offset: 3,
    inputs: 41,
    outputs: 37,
    has_bias: true,
};
const IMAGE: ImageSize = ImageSize {
    height: 6,
    width: 4,
    channels: 3,
};
const IMAGES: usize = 5;
/// Channels of the smaller image.
const OUTPUTS: usize = 7;
/// An image of one row.
const SIGNAL: ImageSize = ImageSize {
    height: 1,
    width: 10,
    channels: 3,
};

/// A convolution of images of a size.
fn down(size: ImageSize) -> Convolution {
    Convolution {
        weights: WeightLayout {
            offset: 2,
            inputs: size.patch_features(),
            outputs: OUTPUTS,
            has_bias: true,
        },
        size,
    }
}

/// A transposed one to images of a size.
fn up(size: ImageSize) -> Convolution {
    Convolution {
        weights: WeightLayout {
            offset: 2,
            inputs: OUTPUTS,
            outputs: size.patch_features(),
            has_bias: false,
        },
        size,
    }
}

const ACTIVATIONS: [Activation; 5] = [
    Activation::Linear,
    Activation::Relu,
    Activation::LeakyRelu,
    Activation::Sigmoid,
    Activation::CentredSigmoid,
];

/// The largest difference of each operation's results between two devices, relative to the larger of 1 and the
/// value itself.
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
            // NaN counts as an infinite difference.
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

/// Large gradients of pairs, each other's with another sign.
fn pairs(device: &Device) -> Tensor<2> {
    let values = Random::stream(23, Purpose::Evaluation, 2).normals(ROWS * LAYER.outputs);
    let [first, second] = [1e6, -1e6].map(|scale| values.iter().map(move |value| scale * value));
    let values = first.chain(second).collect();
    let shape = [2 * ROWS, LAYER.outputs];
    Tensor::from_data(TensorData::new(values, shape), device)
}

/// The results of each operation for the same inputs, flattened.
fn all(device: &Device) -> Vec<(String, Tensor<1>)> {
    let mut found = Vec::new();
    let mut note = |name: String, tensor: Tensor<2>| {
        let [rows, columns] = tensor.dims();
        found.push((name, tensor.reshape([rows * columns])));
    };
    let WeightLayout {
        inputs, outputs, ..
    } = LAYER;
    let count = LAYER.offset + LAYER.count() + 2;
    let normals_2d = |index, [rows, columns]: [usize; 2]| normals(index, [rows, columns], device);
    let input = || normals_2d(1, [ROWS, inputs]);
    let gradient = || normals_2d(2, [ROWS, outputs]);
    let parameters = normals(3, [count], device);
    for activation in ACTIVATIONS {
        let output = dense(input(), &parameters, LAYER, activation);
        let sums = activation_backward(gradient(), output.clone(), activation);
        let back = dense_input_gradient(sums.clone(), &parameters, input(), LAYER, activation);
        note(format!("dense, {activation:?}"), output);
        note(format!("activation_backward, {activation:?}"), sums);
        note(format!("dense_input_gradient, {activation:?}"), back);

        for (of, size) in [("", IMAGE), (" of signals", SIGNAL)] {
            let (down, up) = (down(size), up(size));
            let images = || normals_2d(4, [IMAGES, size.features()]);
            let small = || normals_2d(5, [IMAGES, size.patches() * OUTPUTS]);
            let mut note = |name: &str, found| note(format!("{name}{of}, {activation:?}"), found);
            let found = conv2d(images(), &parameters, down, activation);
            note("conv2d", found);
            let found = conv2d_input_gradient(small(), &parameters, images(), down, activation);
            note("conv2d_input_gradient", found);
            let found = conv_transpose2d(small(), &parameters, up, activation);
            note("conv_transpose2d", found);
            let found =
                conv_transpose2d_input_gradient(images(), &parameters, small(), up, activation);
            note("conv_transpose2d_input_gradient", found);
        }
    }
    for kind in [
        LossKind::BinaryCrossEntropyWithLogits,
        LossKind::SquaredError,
        LossKind::CategoricalCrossEntropyWithLogits { classes: CLASSES },
    ] {
        let values = |index| normals_2d(index, [ROWS, 6 * CLASSES]);
        let (losses, gradient) = loss(values(3), values(5), kind, 0.3);
        note(format!("loss, {kind:?}"), losses);
        note(format!("gradient of the loss, {kind:?}"), gradient);
    }
    let posterior = || normals_2d(6, [ROWS, 2 * CODE]);
    // What stands behind the code passes through.
    let noise = || normals_2d(7, [ROWS, CODE + 2]);
    let scalars = StepScalars {
        step_size: 0.1,
        second_moment_correction: 1.5,
        ema_weight: 0.3,
        weight_decay: 0.05,
        penalty_weight: 0.7,
    };
    let scalars = TensorData::new(scalars.to_array().to_vec(), [StepScalars::COUNT]);
    let scalars = Tensor::from_data(scalars, device);
    let (code, divergence) = reparameterize(posterior(), noise());
    let gradient_of_code = normals_2d(8, [ROWS, CODE + 2]);
    let back =
        reparameterize_backward(posterior(), noise(), gradient_of_code, scalars.clone(), 0.5);
    note("reparameterize".into(), code);
    note("divergence of reparameterize".into(), divergence);
    note("reparameterize_backward".into(), back);
    let codes = || normals_2d(7, [ROWS, CODE + 2]);
    let (norms, back) = l1_penalty(
        codes(),
        normals_2d(8, [ROWS, CODE + 2]),
        scalars.clone(),
        0.5,
    );
    note("l1_penalty".into(), norms);
    note("gradient of l1_penalty".into(), back);
    note(
        "concat_rows".into(),
        concat_rows(input(), normals_2d(5, [2, inputs])),
    );

    for kind in [
        AdversarialKind::NonSaturating,
        AdversarialKind::Saturating,
        AdversarialKind::LeastSquares,
        AdversarialKind::Hinge,
        AdversarialKind::Wasserstein,
        AdversarialKind::Relativistic,
    ] {
        for of in [
            AdversarialLogits::Discriminator,
            AdversarialLogits::Perturbed,
            AdversarialLogits::Generator,
        ] {
            let logits = normals_2d(9, [of.parts(kind) * ROWS, 1]);
            let (losses, gradient) = adversarial_loss(logits, of, kind);
            note(format!("adversarial_loss, {kind:?}, {of:?}"), losses);
            note(format!("gradient of it, {kind:?}, {of:?}"), gradient);
        }
    }
    for penalty in [NormPenalty::AboutZero, NormPenalty::AboutOne] {
        let (squares, scaled) = gradient_penalty(input(), scalars.clone(), penalty);
        note(format!("gradient_penalty, {penalty:?}"), squares);
        note(format!("gradient of gradient_penalty, {penalty:?}"), scaled);
    }
    let logits = |index| normals_2d(index, [3 * ROWS, 1]);
    let (squares, pulled) = difference_penalty(logits(9), logits(10), scalars.clone());
    note("difference_penalty".into(), squares);
    note("gradient of difference_penalty".into(), pulled);
    let between = interpolate_rows(
        input(),
        normals_2d(5, [ROWS, inputs]),
        normals_2d(9, [ROWS, 1]),
    );
    note("interpolate_rows".into(), between);
    // Twice as many rows as are told, and numbers before the labels.
    let told = || normals_2d(7, [ROWS, CODE + 2]);
    let selected = select_label(normals_2d(8, [2 * ROWS, CODE]), told());
    note("select_label".into(), selected);
    for classification in [0.0, 20.0] {
        let (slopes, outputs) = (
            normals_2d(9, [2 * ROWS, 1]),
            normals_2d(8, [2 * ROWS, CODE]),
        );
        let spread = select_label_backward(slopes, outputs, told(), classification);
        note(format!("select_label_backward, {classification}"), spread);
    }

    let mut flat = |name: &str, tensor: Tensor<1>| found.push((name.to_owned(), tensor));
    let flat_normals = |index| normals(index, [count], device);
    let filled = dense_weight_gradient(input(), gradient(), flat_normals(9), LAYER);
    flat("dense_weight_gradient", filled);
    // Of zeros, so that nothing but the bias has a gradient, and of the bias nothing is left.
    let nothing = vec![0.0_f32; 2 * ROWS * inputs];
    let nothing = Tensor::from_data(TensorData::new(nothing, [2 * ROWS, inputs]), device);
    let left = dense_weight_gradient(nothing, pairs(device), flat_normals(9), LAYER);
    flat("dense_weight_gradient of pairs", left);
    for (of, size) in [("", IMAGE), (" of signals", SIGNAL)] {
        let images = || normals_2d(4, [IMAGES, size.features()]);
        let small = || normals_2d(5, [IMAGES, size.patches() * OUTPUTS]);
        let filled = conv2d_weight_gradient(images(), small(), flat_normals(9), down(size));
        flat(&format!("conv2d_weight_gradient{of}"), filled);
        let filled = conv_transpose2d_weight_gradient(small(), images(), flat_normals(9), up(size));
        flat(&format!("conv_transpose2d_weight_gradient{of}"), filled);
    }
    let betas = Betas {
        beta1: 0.9,
        beta2: 0.99,
        rate: 0.7,
    };
    let second_moment = Random::stream(23, Purpose::Evaluation, 11).normals(count);
    let second_moment = second_moment.into_iter().map(f32::abs).collect();
    let second_moment = Tensor::from_data(TensorData::new(second_moment, [count]), device);
    let moments = [flat_normals(10), second_moment];
    let (moved, [first, second]) = adam(
        flat_normals(12),
        flat_normals(13),
        moments,
        scalars.clone(),
        betas,
    );
    flat("adam", moved);
    flat("first moment of adam", first);
    flat("second moment of adam", second);
    flat(
        "ema_update",
        ema_update(flat_normals(12), &flat_normals(13), scalars),
    );
    flat("add", add(flat_normals(12), &flat_normals(13)));
    flat("copy", copy(&flat_normals(12), flat_normals(13)));
    found
}
