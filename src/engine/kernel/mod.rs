//! Operations of our own, at the level of layers, losses and the optimiser: what a training step consists of.
//!
//! A step is a fixed sequence of them, forward and back, so it needs no tape: each operation that gradients flow
//! through has its way back beside it. Both engines do each in one pass: `cpu` by SIMD, `gpu` in one dispatch.
//! What they are held to, in value and gradient, is Burn's own operations and its autodiff (`tests/kernels.rs`).
//!
//! What is said to be filled is changed in place where nobody else holds it, and on the GPU whoever holds it: a
//! recorded step finds its numbers where they were.

#[cfg(feature = "webgpu")]
mod comparison;
mod cpu;
#[cfg(feature = "webgpu")]
pub(crate) mod gpu;
mod operations;
mod shapes;

#[cfg(feature = "webgpu")]
pub use comparison::compare;
pub use operations::*;
pub use shapes::*;

use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, backend_extension};

/// The operations on one engine; what each does is told beside the functions of the same names.
#[backend_extension(Flex, Cube: cfg(feature = "webgpu"))]
pub trait Kernels: Backend {
    /// See [`dense`].
    fn dense(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: Weights,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`dense_input_gradient`].
    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        weights: Weights,
        before: Activation,
    ) -> FloatTensor<Self>;

    /// See [`dense_weight_gradient`].
    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: Weights,
    ) -> FloatTensor<Self>;

    /// See [`through`].
    fn through(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`convolve`].
    fn convolve(
        pictures: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`convolve_input_gradient`].
    fn convolve_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        pictures: FloatTensor<Self>,
        layer: Convolution,
        before: Activation,
    ) -> FloatTensor<Self>;

    /// See [`convolve_weight_gradient`].
    fn convolve_weight_gradient(
        pictures: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self>;

    /// See [`spread`].
    fn spread(
        pixels: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`spread_input_gradient`].
    fn spread_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        pixels: FloatTensor<Self>,
        layer: Convolution,
        before: Activation,
    ) -> FloatTensor<Self>;

    /// See [`spread_weight_gradient`].
    fn spread_weight_gradient(
        pixels: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self>;

    /// See [`loss`].
    fn loss(
        predictions: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        kind: LossKind,
        scale: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`draw_code`].
    fn draw_code(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`draw_code_gradient`].
    fn draw_code_gradient(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        weight: f32,
    ) -> FloatTensor<Self>;

    /// See [`adam`].
    fn adam(
        parameters: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        pace: FloatTensor<Self>,
        decays: Decays,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>);

    /// See [`approach`].
    fn approach(
        own: FloatTensor<Self>,
        target: FloatTensor<Self>,
        pace: FloatTensor<Self>,
    ) -> FloatTensor<Self>;

    /// See [`stack`].
    fn stack(above: FloatTensor<Self>, below: FloatTensor<Self>) -> FloatTensor<Self>;

    /// See [`copy`].
    fn copy(from: FloatTensor<Self>, to: FloatTensor<Self>) -> FloatTensor<Self>;
}
