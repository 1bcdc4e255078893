//! Operations of our own, at the level of layers, losses and the optimiser: what a training step consists of.
//!
//! Each is defined by plain operations of Burn, which any engine has (`plain`); the CPU engine does each in one
//! pass over memory instead (`cpu`). How gradients flow back through them is in `autodiff`.

mod autodiff;
mod cpu;
mod plain;

#[cfg(feature = "webgpu")]
use burn::backend::Cube;
use burn::backend::tensor::FloatTensor;
use burn::backend::{Autodiff, Backend, Dispatch, backend_extension};
use burn::tensor::Tensor;

use plain::AdamKernels;

/// Slope of a leaky rectifier below zero (Radford et al., arXiv 1511.06434).
pub const LEAK: f32 = 0.2;

/// The function of a layer's sum. Its derivative follows from its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// `x`
    Linear,
    /// `max(x, 0)`
    Relu,
    /// `x` above zero, [`LEAK`] times `x` below: a discriminator's gradient never dies.
    LeakyRelu,
    /// `1 / (1 + e^-x)`
    Sigmoid,
}

impl Activation {
    /// What leads onto values in 0..1, or anywhere.
    pub fn onto(bounded: bool) -> Self {
        if bounded { Self::Sigmoid } else { Self::Linear }
    }
}

/// What one step of Adam is told (Kingma and Ba, arXiv 1412.6980, algorithm 1, in the order of operations at
/// the end of its section 2).
#[derive(Clone, Copy, Debug)]
pub struct Descent {
    /// Decay of the mean of gradients.
    pub beta1: f32,
    /// Decay of the mean of squared gradients.
    pub beta2: f32,
    /// Learning rate over the correction of the first moment.
    pub rate: f32,
    /// Square root of the correction of the second moment.
    pub second_correction: f32,
    /// Keeps a division by a vanished second moment finite.
    pub epsilon: f32,
}

/// Side of the window that a convolution looks through, in pixels.
pub const WINDOW: usize = 4;
/// From one window to the next, so that a picture has twice the sides of its windows' grid. With a margin of one
/// pixel around the picture, each pixel is in four windows.
pub const STRIDE: usize = 2;

/// A picture whose numbers lie row by row, the channels of a pixel together. Its sides are even.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// Rows of pixels.
    pub height: usize,
    /// Pixels in a row.
    pub width: usize,
    /// Numbers in a pixel.
    pub channels: usize,
}

impl PictureSize {
    /// Numbers in a picture.
    pub fn features(self) -> usize {
        self.height * self.width * self.channels
    }

    /// Windows of a picture.
    pub fn windows(self) -> usize {
        (self.height / STRIDE) * (self.width / STRIDE)
    }

    /// Numbers in a window.
    pub fn window_features(self) -> usize {
        WINDOW * WINDOW * self.channels
    }
}

/// Pictures `[n, features]` to their windows, one below the other: `[n * windows, window_features]`.
/// A convolution is a dense layer on them.
pub fn unfold(pictures: Tensor<2>, size: PictureSize) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::unfold(pictures.into_dispatch(), size))
}

/// Windows back into pictures, where they overlap as their sum: [`unfold`] transposed.
/// A transposed convolution is a dense layer before it.
pub fn fold(windows: Tensor<2>, size: PictureSize) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::fold(windows.into_dispatch(), size))
}

/// `f(x W + b)`: input `[n, inputs]`, weight `[inputs, outputs]`, bias `[outputs]` to `[n, outputs]`.
pub fn dense(
    input: Tensor<2>,
    weight: Tensor<2>,
    bias: Tensor<1>,
    activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::dense(
        input.into_dispatch(),
        weight.into_dispatch(),
        bias.into_dispatch(),
        activation,
    ))
}

/// Cross-entropy of logits and targets, both `[n, features]`, summed over the features: `[n, 1]`, in nats.
pub fn logistic_loss(logits: Tensor<2>, targets: Tensor<2>) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::logistic_loss(
        logits.into_dispatch(),
        targets.into_dispatch(),
    ))
}

/// One step of Adam on plain tensors of the same size: parameter, and its first and second moment.
/// Those that nobody else holds are changed in place.
pub fn adam<const RANK: usize>(
    parameter: Tensor<RANK>,
    gradient: Tensor<RANK>,
    moments: [Tensor<RANK>; 2],
    descent: Descent,
) -> (Tensor<RANK>, [Tensor<RANK>; 2]) {
    let [first, second] = moments.map(Tensor::into_dispatch);
    let (parameter, gradient) = (parameter.into_dispatch(), gradient.into_dispatch());
    let (parameter, first, second) = Dispatch::adam(parameter, gradient, first, second, descent);
    (
        Tensor::from_dispatch(parameter),
        [first, second].map(Tensor::from_dispatch),
    )
}

/// The operations that gradients flow through, on every engine and through autodiff.
#[backend_extension(Flex, Cube: cfg(feature = "webgpu"), Autodiff)]
pub trait Layers: Backend {
    /// See [`dense`].
    fn dense(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`logistic_loss`].
    fn logistic_loss(logits: FloatTensor<Self>, targets: FloatTensor<Self>) -> FloatTensor<Self>;

    /// See [`unfold`].
    fn unfold(pictures: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self>;

    /// See [`fold`].
    fn fold(windows: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self>;
}
