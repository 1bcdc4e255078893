//! Operations of our own, at the level of layers, losses and the optimiser: what a training step consists of.
//!
//! A step is a fixed sequence of them, forward and backward, so it needs no autodiff tape: each operation that gradients
//! flow through has its backward operation beside it. Both engines do each in one pass: `cpu` by SIMD, `gpu` in one
//! dispatch. Their values and gradients are tested against Burn's own operations and its autodiff (`tests/native/kernels.rs`).
//!
//! Tensors that an operation fills are changed in place: on the CPU where no other tensor shares the storage, on the GPU
//! always, since a recorded step needs its values in the same buffers.

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

/// The operations of one engine, documented at the functions of the same names.
#[backend_extension(Flex, Cube: cfg(feature = "webgpu"))]
pub trait Kernels: Backend {
    /// See [`dense`].
    fn dense(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        weights: WeightLayout,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`dense_input_gradient`].
    fn dense_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        weights: WeightLayout,
        input_activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`dense_weight_gradient`].
    fn dense_weight_gradient(
        input: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        weights: WeightLayout,
    ) -> FloatTensor<Self>;

    /// See [`activation_backward`].
    fn activation_backward(
        gradient: FloatTensor<Self>,
        output: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`conv2d`].
    fn conv2d(
        images: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`conv2d_input_gradient`].
    fn conv2d_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        images: FloatTensor<Self>,
        layer: Convolution,
        input_activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`conv2d_weight_gradient`].
    fn conv2d_weight_gradient(
        images: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        layer: Convolution,
    ) -> FloatTensor<Self>;

    /// See [`conv_transpose2d`].
    fn conv_transpose2d(
        input: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        layer: Convolution,
        activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`conv_transpose2d_input_gradient`].
    fn conv_transpose2d_input_gradient(
        gradient: FloatTensor<Self>,
        parameters: FloatTensor<Self>,
        input: FloatTensor<Self>,
        layer: Convolution,
        input_activation: Activation,
    ) -> FloatTensor<Self>;

    /// See [`conv_transpose2d_weight_gradient`].
    fn conv_transpose2d_weight_gradient(
        input: FloatTensor<Self>,
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

    /// See [`reparameterize`].
    fn reparameterize(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`reparameterize_backward`].
    fn reparameterize_backward(
        posterior: FloatTensor<Self>,
        noise: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        weight: f32,
    ) -> FloatTensor<Self>;

    /// See [`l1_penalty`].
    fn l1_penalty(
        codes: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        weight: f32,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`adversarial_loss`].
    fn adversarial_loss(
        logits: FloatTensor<Self>,
        of: AdversarialLogits,
        kind: AdversarialKind,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`gradient_penalty`].
    fn gradient_penalty(
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        penalty: NormPenalty,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`difference_penalty`].
    fn difference_penalty(
        logits: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>);

    /// See [`interpolate_rows`].
    fn interpolate_rows(
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        share: FloatTensor<Self>,
    ) -> FloatTensor<Self>;

    /// See [`select_label`].
    fn select_label(outputs: FloatTensor<Self>, told: FloatTensor<Self>) -> FloatTensor<Self>;

    /// See [`select_label_backward`].
    fn select_label_backward(
        gradient: FloatTensor<Self>,
        outputs: FloatTensor<Self>,
        told: FloatTensor<Self>,
        classification: f32,
    ) -> FloatTensor<Self>;

    /// See [`add`].
    fn add(to: FloatTensor<Self>, other: FloatTensor<Self>) -> FloatTensor<Self>;

    /// See [`adam`].
    fn adam(
        parameters: FloatTensor<Self>,
        gradients: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
        betas: Betas,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>);

    /// See [`ema_update`].
    fn ema_update(
        ema: FloatTensor<Self>,
        target: FloatTensor<Self>,
        scalars: FloatTensor<Self>,
    ) -> FloatTensor<Self>;

    /// See [`concat_rows`].
    fn concat_rows(first: FloatTensor<Self>, second: FloatTensor<Self>) -> FloatTensor<Self>;

    /// See [`copy`].
    fn copy(from: FloatTensor<Self>, to: FloatTensor<Self>) -> FloatTensor<Self>;
}
