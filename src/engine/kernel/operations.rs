//! The operations as functions of Burn's tensors.

use burn::backend::Dispatch;
use burn::tensor::Tensor;

use super::{Activation, Convolution, Decays, Kernels, LossKind, Weights};

/// `f(x W + b)`: input `[n, inputs]` to `[n, outputs]`.
pub fn dense(
    input: Tensor<2>,
    parameters: &Tensor<1>,
    weights: Weights,
    activation: Activation,
) -> Tensor<2> {
    let parameters = parameters.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::dense(
        input.into_dispatch(),
        parameters,
        weights,
        activation,
    ))
}

/// The gradient of a layer's sums, from that of what its activation made of them (both with that, of any one shape).
pub fn through(gradient: Tensor<2>, output: Tensor<2>, activation: Activation) -> Tensor<2> {
    if activation == Activation::Linear {
        return gradient;
    }
    let (gradient, output) = (gradient.into_dispatch(), output.into_dispatch());
    Tensor::from_dispatch(Dispatch::through(gradient, output, activation))
}

/// From the gradient of [`dense`]'s sums, `[n, outputs]`, to that of the sums that its input was made of by the
/// activation `before`, `[n, inputs]`.
pub fn dense_input_gradient(
    gradient: Tensor<2>,
    parameters: &Tensor<1>,
    input: Tensor<2>,
    weights: Weights,
    before: Activation,
) -> Tensor<2> {
    let parameters = parameters.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::dense_input_gradient(
        gradient.into_dispatch(),
        parameters,
        input.into_dispatch(),
        weights,
        before,
    ))
}

/// The gradients of [`dense`]'s weights and bias, from that of its sums; they fill their place in `gradients`.
pub fn dense_weight_gradient(
    input: Tensor<2>,
    gradient: Tensor<2>,
    gradients: Tensor<1>,
    weights: Weights,
) -> Tensor<1> {
    Tensor::from_dispatch(Dispatch::dense_weight_gradient(
        input.into_dispatch(),
        gradient.into_dispatch(),
        gradients.into_dispatch(),
        weights,
    ))
}

/// A convolution with windows of 4 by 4 at every second pixel, one pixel beyond each edge included:
/// pictures `[n, features]` to pictures of half their sides, `[n, windows * outputs]`.
pub fn convolve(
    pictures: Tensor<2>,
    parameters: &Tensor<1>,
    layer: Convolution,
    activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::convolve(
        pictures.into_dispatch(),
        parameters.clone().into_dispatch(),
        layer,
        activation,
    ))
}

/// From the gradient of [`convolve`]'s sums to that of the sums that its pictures were made of by the activation `before`,
/// `[n, features]`.
pub fn convolve_input_gradient(
    gradient: Tensor<2>,
    parameters: &Tensor<1>,
    pictures: Tensor<2>,
    layer: Convolution,
    before: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::convolve_input_gradient(
        gradient.into_dispatch(),
        parameters.clone().into_dispatch(),
        pictures.into_dispatch(),
        layer,
        before,
    ))
}

/// The gradients of [`convolve`]'s weights and biases, from that of its sums; they fill their place in `gradients`.
pub fn convolve_weight_gradient(
    pictures: Tensor<2>,
    gradient: Tensor<2>,
    gradients: Tensor<1>,
    layer: Convolution,
) -> Tensor<1> {
    Tensor::from_dispatch(Dispatch::convolve_weight_gradient(
        pictures.into_dispatch(),
        gradient.into_dispatch(),
        gradients.into_dispatch(),
        layer,
    ))
}

/// A transposed convolution: pictures `[n, windows * inputs]` to pictures of twice their sides, `[n, features]`, where each
/// pixel becomes a window, and windows add up where they overlap.
pub fn spread(
    pixels: Tensor<2>,
    parameters: &Tensor<1>,
    layer: Convolution,
    activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::spread(
        pixels.into_dispatch(),
        parameters.clone().into_dispatch(),
        layer,
        activation,
    ))
}

/// From the gradient of [`spread`]'s sums to that of the sums that its pixels were made of by the activation `before`,
/// `[n, windows * inputs]`.
pub fn spread_input_gradient(
    gradient: Tensor<2>,
    parameters: &Tensor<1>,
    pixels: Tensor<2>,
    layer: Convolution,
    before: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::spread_input_gradient(
        gradient.into_dispatch(),
        parameters.clone().into_dispatch(),
        pixels.into_dispatch(),
        layer,
        before,
    ))
}

/// The gradients of [`spread`]'s weights and biases, from that of its sums; they fill their place in `gradients`.
pub fn spread_weight_gradient(
    pixels: Tensor<2>,
    gradient: Tensor<2>,
    gradients: Tensor<1>,
    layer: Convolution,
) -> Tensor<1> {
    Tensor::from_dispatch(Dispatch::spread_weight_gradient(
        pixels.into_dispatch(),
        gradient.into_dispatch(),
        gradients.into_dispatch(),
        layer,
    ))
}

/// The loss of predictions `[n, features]`, `scale` times the sum over the features, `[n, 1]`, and its gradient
/// `[n, features]`. Targets beyond the `n`th row are left alone.
pub fn loss(
    predictions: Tensor<2>,
    targets: Tensor<2>,
    kind: LossKind,
    scale: f32,
) -> (Tensor<2>, Tensor<2>) {
    let (predictions, targets) = (predictions.into_dispatch(), targets.into_dispatch());
    let (losses, gradient) = Dispatch::loss(predictions, targets, kind, scale);
    (
        Tensor::from_dispatch(losses),
        Tensor::from_dispatch(gradient),
    )
}

/// A code for each belief about it (Kingma and Welling, arXiv 1312.6114): of means `m` and logarithms of variances
/// `ln v`, side by side in `[n, 2 code]`, and standard normal noise `[n, code]`, the codes `m + √v noise`, `[n, code]`;
/// and the divergence of each belief from a standard normal one, `1/2 sum(m² + v - ln v - 1)` in nats, `[n, 1]`
/// (their appendix B).
pub fn draw_code(posterior: Tensor<2>, noise: Tensor<2>) -> (Tensor<2>, Tensor<2>) {
    let (posterior, noise) = (posterior.into_dispatch(), noise.into_dispatch());
    let (code, divergence) = Dispatch::draw_code(posterior, noise);
    (
        Tensor::from_dispatch(code),
        Tensor::from_dispatch(divergence),
    )
}

/// The gradient of [`draw_code`]'s beliefs, from that of the codes, `[n, code]`, and the weight of each divergence.
pub fn draw_code_gradient(
    posterior: Tensor<2>,
    noise: Tensor<2>,
    gradient: Tensor<2>,
    weight: f32,
) -> Tensor<2> {
    let (posterior, noise) = (posterior.into_dispatch(), noise.into_dispatch());
    Tensor::from_dispatch(Dispatch::draw_code_gradient(
        posterior,
        noise,
        gradient.into_dispatch(),
        weight,
    ))
}

/// One step of Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1, in the order of operations at the end of its
/// section 2): fills parameters and both moments, all of the same length; `pace` is a [`super::Pace`].
pub fn adam(
    parameters: Tensor<1>,
    gradients: Tensor<1>,
    moments: [Tensor<1>; 2],
    pace: Tensor<1>,
    decays: Decays,
) -> (Tensor<1>, [Tensor<1>; 2]) {
    let [first, second] = moments.map(Tensor::into_dispatch);
    let (parameters, gradients) = (parameters.into_dispatch(), gradients.into_dispatch());
    let pace = pace.into_dispatch();
    let (parameters, first, second) =
        Dispatch::adam(parameters, gradients, first, second, pace, decays);
    (
        Tensor::from_dispatch(parameters),
        [first, second].map(Tensor::from_dispatch),
    )
}

/// Moves `own` numbers the share of the way to `target` that a [`super::Pace`] tells: a running average.
pub fn approach(own: Tensor<1>, target: &Tensor<1>, pace: Tensor<1>) -> Tensor<1> {
    let target = target.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::approach(
        own.into_dispatch(),
        target,
        pace.into_dispatch(),
    ))
}

/// Rows above rows.
pub fn stack(above: Tensor<2>, below: Tensor<2>) -> Tensor<2> {
    let above = above.into_dispatch();
    Tensor::from_dispatch(Dispatch::stack(above, below.into_dispatch()))
}

/// Fills `to` with the numbers of `from`, as many.
pub fn copy(from: &Tensor<1>, to: Tensor<1>) -> Tensor<1> {
    let from = from.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::copy(from, to.into_dispatch()))
}
