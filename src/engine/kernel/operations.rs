//! The operations as functions of Burn's tensors.

use burn::backend::Dispatch;
use burn::tensor::Tensor;

use super::{
    Activation, AdversarialKind, AdversarialLogits, Betas, Convolution, Kernels, LossKind,
    NormPenalty, WeightLayout,
};

/// `f(x W + b)`: input `[n, inputs]` to `[n, outputs]`.
pub fn dense(
    input: Tensor<2>,
    parameters: &Tensor<1>,
    weights: WeightLayout,
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

/// From the gradient of an activation's output to that of its input, the pre-activation; all of one shape.
pub fn activation_backward(
    gradient: Tensor<2>,
    output: Tensor<2>,
    activation: Activation,
) -> Tensor<2> {
    if activation == Activation::Linear {
        return gradient;
    }
    let (gradient, output) = (gradient.into_dispatch(), output.into_dispatch());
    Tensor::from_dispatch(Dispatch::activation_backward(gradient, output, activation))
}

/// From the gradient of [`dense`]'s pre-activations, `[n, outputs]`, to that of the pre-activations of the layer before,
/// `[n, inputs]`: `input` is their `input_activation`.
pub fn dense_input_gradient(
    gradient: Tensor<2>,
    parameters: &Tensor<1>,
    input: Tensor<2>,
    weights: WeightLayout,
    input_activation: Activation,
) -> Tensor<2> {
    let parameters = parameters.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::dense_input_gradient(
        gradient.into_dispatch(),
        parameters,
        input.into_dispatch(),
        weights,
        input_activation,
    ))
}

/// The gradients of [`dense`]'s weights and bias, from that of its pre-activations; fills their range of `gradients`.
pub fn dense_weight_gradient(
    input: Tensor<2>,
    gradient: Tensor<2>,
    gradients: Tensor<1>,
    weights: WeightLayout,
) -> Tensor<1> {
    Tensor::from_dispatch(Dispatch::dense_weight_gradient(
        input.into_dispatch(),
        gradient.into_dispatch(),
        gradients.into_dispatch(),
        weights,
    ))
}

/// A convolution with kernels of 4 by 4, stride 2 and padding 1:
/// images `[n, features]` to images of half their sides, `[n, patches * outputs]`.
pub fn conv2d(
    images: Tensor<2>,
    parameters: &Tensor<1>,
    layer: Convolution,
    activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::conv2d(
        images.into_dispatch(),
        parameters.clone().into_dispatch(),
        layer,
        activation,
    ))
}

/// From the gradient of [`conv2d`]'s pre-activations to that of the pre-activations of the layer before, `[n, features]`:
/// `images` are their `input_activation`.
pub fn conv2d_input_gradient(
    gradient: Tensor<2>,
    parameters: &Tensor<1>,
    images: Tensor<2>,
    layer: Convolution,
    input_activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::conv2d_input_gradient(
        gradient.into_dispatch(),
        parameters.clone().into_dispatch(),
        images.into_dispatch(),
        layer,
        input_activation,
    ))
}

/// The gradients of [`conv2d`]'s weights and biases, from that of its pre-activations; fills their range of `gradients`.
pub fn conv2d_weight_gradient(
    images: Tensor<2>,
    gradient: Tensor<2>,
    gradients: Tensor<1>,
    layer: Convolution,
) -> Tensor<1> {
    Tensor::from_dispatch(Dispatch::conv2d_weight_gradient(
        images.into_dispatch(),
        gradient.into_dispatch(),
        gradients.into_dispatch(),
        layer,
    ))
}

/// A transposed convolution of the same kernel size, stride and padding: images `[n, patches * inputs]` to images of twice
/// their sides, `[n, features]`.
pub fn conv_transpose2d(
    input: Tensor<2>,
    parameters: &Tensor<1>,
    layer: Convolution,
    activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::conv_transpose2d(
        input.into_dispatch(),
        parameters.clone().into_dispatch(),
        layer,
        activation,
    ))
}

/// From the gradient of [`conv_transpose2d`]'s pre-activations to that of the pre-activations of the layer before,
/// `[n, patches * inputs]`: `input` is their `input_activation`.
pub fn conv_transpose2d_input_gradient(
    gradient: Tensor<2>,
    parameters: &Tensor<1>,
    input: Tensor<2>,
    layer: Convolution,
    input_activation: Activation,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::conv_transpose2d_input_gradient(
        gradient.into_dispatch(),
        parameters.clone().into_dispatch(),
        input.into_dispatch(),
        layer,
        input_activation,
    ))
}

/// The gradients of [`conv_transpose2d`]'s weights and biases, from that of its pre-activations; fills their range of
/// `gradients`.
pub fn conv_transpose2d_weight_gradient(
    input: Tensor<2>,
    gradient: Tensor<2>,
    gradients: Tensor<1>,
    layer: Convolution,
) -> Tensor<1> {
    Tensor::from_dispatch(Dispatch::conv_transpose2d_weight_gradient(
        input.into_dispatch(),
        gradient.into_dispatch(),
        gradients.into_dispatch(),
        layer,
    ))
}

/// The loss of predictions `[n, features]`, `scale` times the sum over the features, `[n, 1]`, and its gradient
/// `[n, features]`. Targets beyond the `n`th row are ignored.
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

/// The reparameterization trick (Kingma and Welling, arXiv 1312.6114): from the posteriors' means `m` and log-variances
/// `ln v`, side by side in `[n, 2 code]`, and standard normal noise `[n, code]`, the codes `m + √v noise`, `[n, code]`,
/// where the noise may have more columns, which the codes then have too, unchanged (labels, as a decoder takes them);
/// and the KL divergence of each posterior from the standard normal prior, `1/2 sum(m² + v - ln v - 1)` in nats, `[n, 1]`
/// (their appendix B).
pub fn reparameterize(posterior: Tensor<2>, noise: Tensor<2>) -> (Tensor<2>, Tensor<2>) {
    let (posterior, noise) = (posterior.into_dispatch(), noise.into_dispatch());
    let (code, divergence) = Dispatch::reparameterize(posterior, noise);
    (
        Tensor::from_dispatch(code),
        Tensor::from_dispatch(divergence),
    )
}

/// The gradient of [`reparameterize`]'s posteriors, `[n, 2 code]`, from that of the codes, `[n, code or more]`, and the
/// weight of the divergences: that of the `scalars`, a [`super::StepScalars`], times `weight`.
pub fn reparameterize_backward(
    posterior: Tensor<2>,
    noise: Tensor<2>,
    gradient: Tensor<2>,
    scalars: Tensor<1>,
    weight: f32,
) -> Tensor<2> {
    let (posterior, noise) = (posterior.into_dispatch(), noise.into_dispatch());
    Tensor::from_dispatch(Dispatch::reparameterize_backward(
        posterior,
        noise,
        gradient.into_dispatch(),
        scalars.into_dispatch(),
        weight,
    ))
}

/// The L1 norm of each code, `[n, 1]`, and the gradient of the codes, `[n, code]`, with that of the norms added, by the
/// weight of the `scalars`, a [`super::StepScalars`], times `weight`.
pub fn l1_penalty(
    codes: Tensor<2>,
    gradient: Tensor<2>,
    scalars: Tensor<1>,
    weight: f32,
) -> (Tensor<2>, Tensor<2>) {
    let (codes, gradient) = (codes.into_dispatch(), gradient.into_dispatch());
    let (norms, gradient) = Dispatch::l1_penalty(codes, gradient, scalars.into_dispatch(), weight);
    (
        Tensor::from_dispatch(norms),
        Tensor::from_dispatch(gradient),
    )
}

/// The losses of a GAN's discriminator or generator over the batch, `[batch, 1]`, and the gradient of the logits,
/// `[gradient_parts * batch, 1]`: of the generator those of generated examples alone.
pub fn adversarial_loss(
    logits: Tensor<2>,
    of: AdversarialLogits,
    kind: AdversarialKind,
) -> (Tensor<2>, Tensor<2>) {
    let (losses, gradient) = Dispatch::adversarial_loss(logits.into_dispatch(), of, kind);
    (
        Tensor::from_dispatch(losses),
        Tensor::from_dispatch(gradient),
    )
}

/// The squared norms of the gradients of a batch, over the batch, `[batch, 1]`, from each gradient `g` over the batch,
/// `[batch, features]`, and the gradient of `γ` times the penalty by each `g`, by the weight `γ` of the `scalars`, a
/// [`super::StepScalars`].
pub fn gradient_penalty(
    gradient: Tensor<2>,
    scalars: Tensor<1>,
    penalty: NormPenalty,
) -> (Tensor<2>, Tensor<2>) {
    let (gradient, scalars) = (gradient.into_dispatch(), scalars.into_dispatch());
    let (squares, scaled) = Dispatch::gradient_penalty(gradient, scalars, penalty);
    (
        Tensor::from_dispatch(squares),
        Tensor::from_dispatch(scaled),
    )
}

/// The squared slopes of a batch, over the batch, `[batch, 1]`, from logits as of [`AdversarialLogits::Perturbed`],
/// `[3 batch, 1]`: a slope is the difference of a perturbed example's logit and of its own over [`super::PERTURBATION`]. Adds to
/// their `gradient` that of `½ γ` times the squared slopes, by the weight `γ` of the `scalars`, a [`super::StepScalars`].
pub fn difference_penalty(
    logits: Tensor<2>,
    gradient: Tensor<2>,
    scalars: Tensor<1>,
) -> (Tensor<2>, Tensor<2>) {
    let (logits, gradient) = (logits.into_dispatch(), gradient.into_dispatch());
    let (squares, gradient) =
        Dispatch::difference_penalty(logits, gradient, scalars.into_dispatch());
    (
        Tensor::from_dispatch(squares),
        Tensor::from_dispatch(gradient),
    )
}

/// From rows `[n, features]` of two matrices those between: `share` of each of the `first`, `[n, 1]`, and the rest of the `second`.
pub fn interpolate_rows(first: Tensor<2>, second: Tensor<2>, share: Tensor<2>) -> Tensor<2> {
    let (first, second) = (first.into_dispatch(), second.into_dispatch());
    Tensor::from_dispatch(Dispatch::interpolate_rows(
        first,
        second,
        share.into_dispatch(),
    ))
}

/// Of outputs for each label, `[n, labels]`, those for the labels that are one-hot in the last columns of `told`,
/// `[m, labels or more]`, whose rows are taken in turn: `[n, 1]`; 0 for a row without a label.
pub fn select_label(outputs: Tensor<2>, told: Tensor<2>) -> Tensor<2> {
    let (outputs, told) = (outputs.into_dispatch(), told.into_dispatch());
    Tensor::from_dispatch(Dispatch::select_label(outputs, told))
}

/// The gradient of [`select_label`]'s `outputs`, `[n, labels]`, from that of what was selected, `[n, 1]`. Added to it is that of
/// `classification` times the mean cross-entropy of the labels that are told, by the softmax of the first `m` outputs.
pub fn select_label_backward(
    gradient: Tensor<2>,
    outputs: Tensor<2>,
    told: Tensor<2>,
    classification: f32,
) -> Tensor<2> {
    Tensor::from_dispatch(Dispatch::select_label_backward(
        gradient.into_dispatch(),
        outputs.into_dispatch(),
        told.into_dispatch(),
        classification,
    ))
}

/// Adds `other` to `to`, of the same length.
pub fn add(to: Tensor<1>, other: &Tensor<1>) -> Tensor<1> {
    let other = other.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::add(to.into_dispatch(), other))
}

/// One step of Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1, in the order of operations at the end of its
/// section 2): fills parameters and both moments, all of the same length; `scalars` is a [`super::StepScalars`].
pub fn adam(
    parameters: Tensor<1>,
    gradients: Tensor<1>,
    moments: [Tensor<1>; 2],
    scalars: Tensor<1>,
    betas: Betas,
) -> (Tensor<1>, [Tensor<1>; 2]) {
    let [first, second] = moments.map(Tensor::into_dispatch);
    let (parameters, gradients) = (parameters.into_dispatch(), gradients.into_dispatch());
    let scalars = scalars.into_dispatch();
    let (parameters, first, second) =
        Dispatch::adam(parameters, gradients, first, second, scalars, betas);
    (
        Tensor::from_dispatch(parameters),
        [first, second].map(Tensor::from_dispatch),
    )
}

/// One step of an exponential moving average: fills `ema` with `ema + weight (target - ema)`, by the weight of a
/// [`super::StepScalars`].
pub fn ema_update(ema: Tensor<1>, target: &Tensor<1>, scalars: Tensor<1>) -> Tensor<1> {
    let target = target.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::ema_update(
        ema.into_dispatch(),
        target,
        scalars.into_dispatch(),
    ))
}

/// Concatenates two matrices along their first axis.
pub fn concat_rows(first: Tensor<2>, second: Tensor<2>) -> Tensor<2> {
    let first = first.into_dispatch();
    Tensor::from_dispatch(Dispatch::concat_rows(first, second.into_dispatch()))
}

/// Fills `to` with the values of `from`, of the same length.
pub fn copy(from: &Tensor<1>, to: Tensor<1>) -> Tensor<1> {
    let from = from.clone().into_dispatch();
    Tensor::from_dispatch(Dispatch::copy(from, to.into_dispatch()))
}
