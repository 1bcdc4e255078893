//! Each operation by plain operations of Burn, which any engine has: what an engine does until it has a kernel of
//! its own, and what that kernel is held to.

use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, Flex, TensorMetadata, backend_extension};
use burn::tensor::{DType, Shape, Slice};

#[cfg(feature = "webgpu")]
use super::Cube;
use super::{Activation, Descent, LEAK, PictureSize, STRIDE, WINDOW};

/// The optimiser, outside autodiff.
#[backend_extension(Flex, Cube: cfg(feature = "webgpu"))]
pub trait AdamKernels: Backend {
    /// See [`super::adam`].
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
    pub(super) input: bool,
    pub(super) weight: bool,
    pub(super) bias: bool,
}

/// The gradients of a layer that somebody waits for.
pub struct DenseGradients<B: Backend> {
    pub(super) input: Option<FloatTensor<B>>,
    pub(super) weight: Option<FloatTensor<B>>,
    pub(super) bias: Option<FloatTensor<B>>,
}

/// A dense layer on one engine.
pub trait DenseKernels: Backend {
    /// See [`super::dense`].
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

/// Windows over pictures on one engine.
pub trait WindowKernels: Backend {
    /// See [`super::unfold`].
    fn unfold_windows(pictures: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self> {
        let count = pictures.shape()[0];
        let PictureSize {
            height,
            width,
            channels,
        } = size;
        let margin = Shape::from([count, height + 2, width + 2, channels]);
        let around = Self::float_zeros(margin, &pictures.device(), DType::F32.into());
        let pictures = Self::float_reshape(pictures, Shape::from([count, height, width, channels]));
        let around = Self::float_slice_assign(around, &inner(count, size), pictures);
        let parts =
            places().map(|(y, x)| Self::float_slice(around.clone(), &shifted(count, size, y, x)));
        let windows = Self::float_cat(parts.collect(), 3);
        Self::float_reshape(
            windows,
            Shape::from([count * size.windows(), size.window_features()]),
        )
    }

    /// See [`super::fold`].
    fn fold_windows(windows: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self> {
        let count = windows.shape()[0] / size.windows();
        let PictureSize {
            height,
            width,
            channels,
        } = size;
        let (down, across) = (height / STRIDE, width / STRIDE);
        let grid = Shape::from([count, down, across, size.window_features()]);
        let margin = Shape::from([count, height + 2, width + 2, channels]);
        let mut sums = Self::float_zeros(margin, &windows.device(), DType::F32.into());
        let windows = Self::float_reshape(windows, grid);
        for (index, (y, x)) in places().enumerate() {
            let first = index * channels;
            let part = [
                all(count),
                all(down),
                all(across),
                part(first, first + channels),
            ];
            let part = Self::float_slice(windows.clone(), &part);
            let place = shifted(count, size, y, x);
            let sum = Self::float_add(Self::float_slice(sums.clone(), &place), part);
            sums = Self::float_slice_assign(sums, &place, sum);
        }
        let pictures = Self::float_slice(sums, &inner(count, size));
        Self::float_reshape(pictures, Shape::from([count, size.features()]))
    }
}

/// The pixels of a window, in the order in which they lie in it.
fn places() -> impl Iterator<Item = (usize, usize)> {
    (0..WINDOW * WINDOW).map(|place| (place / WINDOW, place % WINDOW))
}

fn part(from: usize, to: usize) -> Slice {
    Slice::from(from..to)
}

fn all(count: usize) -> Slice {
    part(0, count)
}

/// The pictures inside their margin, `[n, height, width, channels]`.
fn inner(count: usize, size: PictureSize) -> [Slice; 4] {
    [
        all(count),
        part(1, size.height + 1),
        part(1, size.width + 1),
        all(size.channels),
    ]
}

/// The pixel of every window that is at `y`, `x` in it, among pictures with their margin.
fn shifted(count: usize, size: PictureSize, y: usize, x: usize) -> [Slice; 4] {
    let every = |from: usize, length: usize| {
        Slice::new(
            from as isize,
            Some((from + length) as isize),
            STRIDE as isize,
        )
    };
    [
        all(count),
        every(y, size.height),
        every(x, size.width),
        all(size.channels),
    ]
}

/// Sends an engine's differentiable operations to its kernels.
macro_rules! layers_by_kernels {
    ($engine:ty) => {
        impl super::Layers for $engine {
            fn dense(
                input: FloatTensor<Self>,
                weight: FloatTensor<Self>,
                bias: FloatTensor<Self>,
                activation: Activation,
            ) -> FloatTensor<Self> {
                Self::dense_forward(input, weight, bias, activation)
            }

            fn logistic_loss(
                logits: FloatTensor<Self>,
                targets: FloatTensor<Self>,
            ) -> FloatTensor<Self> {
                Self::logistic_forward(logits, targets).0
            }

            fn unfold(pictures: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self> {
                Self::unfold_windows(pictures, size)
            }

            fn fold(windows: FloatTensor<Self>, size: PictureSize) -> FloatTensor<Self> {
                Self::fold_windows(windows, size)
            }
        }
    };
}

layers_by_kernels!(Flex);
#[cfg(feature = "webgpu")]
layers_by_kernels!(Cube);

#[cfg(feature = "webgpu")]
mod gpu {
    //! The GPU has no kernels of its own yet.
    use super::{AdamKernels, Cube, DenseKernels, LogisticKernels, WindowKernels};

    impl AdamKernels for Cube {}
    impl DenseKernels for Cube {}
    impl LogisticKernels for Cube {}
    impl WindowKernels for Cube {}
}
