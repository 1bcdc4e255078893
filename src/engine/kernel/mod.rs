//! Operations of our own, at the level of layers, losses and the optimiser: what a training step consists of.
//!
//! Each is defined here by plain operations of Burn, which any engine can do; the CPU engine does each in one
//! pass over memory instead ([`cpu`]). Gradients are in [`autodiff`].

mod autodiff;
mod cpu;
#[cfg(feature = "webgpu")]
mod gpu;

use burn::backend::tensor::FloatTensor;
use burn::backend::{Autodiff, Backend, Dispatch, Flex, backend_extension};
use burn::tensor::Tensor;

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
}

/// The optimiser, outside autodiff.
#[backend_extension(Flex, Cube: cfg(feature = "webgpu"))]
pub trait AdamKernels: Backend {
    /// See [`adam`].
    fn adam(
        parameter: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        first: FloatTensor<Self>,
        second: FloatTensor<Self>,
        descent: Descent,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let scaled = |tensor, factor: f32| Self::float_mul_scalar(tensor, factor.into());
        let kept = scaled(first, descent.beta1);
        let first = Self::float_add(kept, scaled(gradient.clone(), 1.0 - descent.beta1));
        let square = Self::float_mul(gradient.clone(), gradient);
        let kept = scaled(second, descent.beta2);
        let second = Self::float_add(kept, scaled(square, 1.0 - descent.beta2));
        let deviation = scaled(
            Self::float_sqrt(second.clone()),
            1.0 / descent.second_correction,
        );
        let deviation = Self::float_add_scalar(deviation, descent.epsilon.into());
        let change = Self::float_div(scaled(first.clone(), descent.rate), deviation);
        (Self::float_sub(parameter, change), first, second)
    }
}

/// Which gradients of a layer somebody waits for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    input: bool,
    weight: bool,
    bias: bool,
}

/// The gradients of a layer that somebody waits for.
pub struct DenseGradients<B: Backend> {
    input: Option<FloatTensor<B>>,
    weight: Option<FloatTensor<B>>,
    bias: Option<FloatTensor<B>>,
}

/// A dense layer on one engine.
pub trait DenseKernels: Backend {
    /// See [`dense`].
    fn dense_forward(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        let sum = Self::linear(input, weight, Some(bias));
        match activation {
            Activation::Linear => sum,
            Activation::Relu => Self::relu(sum),
            Activation::LeakyRelu => Self::leaky_relu(sum, LEAK.into()),
            Activation::Sigmoid => Self::sigmoid(sum),
        }
    }

    /// From the gradient of the output to those of what went in.
    fn dense_backward(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        output: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
        activation: Activation,
        wanted: Wanted,
    ) -> DenseGradients<Self> {
        let gradient = match activation {
            Activation::Linear => gradient,
            Activation::Relu => Self::relu_backward(output, gradient),
            Activation::LeakyRelu => {
                // The output has the sign of the sum, and (1 - leak) relu' + leak is the derivative.
                let above = Self::relu_backward(output, gradient.clone());
                let above = Self::float_mul_scalar(above, (1.0 - LEAK).into());
                Self::float_add(above, Self::float_mul_scalar(gradient, LEAK.into()))
            }
            Activation::Sigmoid => Self::sigmoid_backward(output, gradient),
        };
        DenseGradients {
            input: wanted
                .input
                .then(|| Self::linear_x_backward(weight, gradient.clone())),
            weight: wanted
                .weight
                .then(|| Self::linear_weight_backward(input, gradient.clone())),
            bias: wanted.bias.then(|| Self::linear_bias_backward(gradient)),
        }
    }
}

/// The cross-entropy of logits on one engine.
pub trait LogisticKernels: Backend {
    /// The loss of each row, `[n, 1]`, and `sigmoid(logits) - targets`, `[n, features]`.
    fn logistic_forward(
        logits: FloatTensor<Self>,
        targets: FloatTensor<Self>,
    ) -> (FloatTensor<Self>, FloatTensor<Self>) {
        // ln(1 + e^l) as max(l, 0) + ln(1 + e^-|l|), which overflows for no l.
        let small = Self::float_exp(Self::float_neg(Self::float_abs(logits.clone())));
        let softplus = Self::float_add(Self::relu(logits.clone()), Self::float_log1p(small));
        let chosen = Self::float_mul(logits.clone(), targets.clone());
        let loss = Self::float_sum_dim(Self::float_sub(softplus, chosen), 1);
        (loss, Self::float_sub(Self::sigmoid(logits), targets))
    }

    /// The gradient of the logits from that of the losses, `[n, 1]`.
    fn logistic_backward(
        residual: FloatTensor<Self>,
        gradient: FloatTensor<Self>,
    ) -> FloatTensor<Self> {
        Self::float_mul(residual, gradient)
    }
}

impl Layers for Flex {
    fn dense(
        input: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: FloatTensor<Self>,
        activation: Activation,
    ) -> FloatTensor<Self> {
        Self::dense_forward(input, weight, bias, activation)
    }

    fn logistic_loss(logits: FloatTensor<Self>, targets: FloatTensor<Self>) -> FloatTensor<Self> {
        Self::logistic_forward(logits, targets).0
    }
}
