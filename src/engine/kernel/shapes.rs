//! Arguments of the operations other than tensors.

/// Slope of LeakyReLU below zero (Radford et al., arXiv 1511.06434).
pub const NEGATIVE_SLOPE: f32 = 0.2;

/// An activation function. Its derivative follows from its output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Activation {
    /// `x`
    Linear = 0,
    /// `max(x, 0)`
    Relu = 1,
    /// `x` above zero, [`NEGATIVE_SLOPE`] times `x` below: the gradient never vanishes.
    LeakyRelu = 2,
    /// `1 / (1 + e^-x)`
    Sigmoid = 3,
    /// `2 / (1 + e^-x) - 1`, which is `tanh(x / 2)`: the same, centred about zero.
    CentredSigmoid = 4,
}

impl Activation {
    /// The output activation for values in 0..1 where `bounded`, or any.
    pub fn for_output(bounded: bool) -> Self {
        if bounded { Self::Sigmoid } else { Self::Linear }
    }

    /// The output activation for values in -1..1 where `bounded`, or any.
    pub fn for_centred_output(bounded: bool) -> Self {
        if bounded {
            Self::CentredSigmoid
        } else {
            Self::Linear
        }
    }
}

/// Where a dense layer's weights are among the parameters of a network: `[inputs, outputs]` row by row from `offset` on
/// and, where it has a bias, one more row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightLayout {
    /// Index of the first.
    pub offset: usize,
    /// Input features.
    pub inputs: usize,
    /// Output features.
    pub outputs: usize,
    /// Whether the bias follows.
    pub has_bias: bool,
}

impl WeightLayout {
    /// Number of weights and biases.
    pub fn count(self) -> usize {
        (self.inputs + usize::from(self.has_bias)) * self.outputs
    }
}

/// How a prediction is compared with its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossKind {
    /// `ln(1 + e^l) - l t`: the cross-entropy of a logit `l` and a target from 0 to 1, in nats.
    BinaryCrossEntropyWithLogits,
    /// `(p - t)²`
    SquaredError,
    /// `ln Σ e^l - Σ l t` of so many logits in turn, whose targets sum to 1: the cross-entropy of one class among them, in
    /// nats.
    CategoricalCrossEntropyWithLogits {
        /// Logits of which one class is to be the largest; they divide the features.
        classes: usize,
    },
}

/// What a GAN's two networks minimise, from logits; the formulas stand in `objective/adversarial.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum AdversarialKind {
    /// The generator maximises ln D(G(z)).
    NonSaturating = 0,
    /// The generator minimises ln(1 - D(G(z))).
    Saturating = 1,
    /// Squares about 1 and 0.
    LeastSquares = 2,
    /// Margins about 0.
    Hinge = 3,
    /// The difference of the two means.
    Wasserstein = 4,
    /// Each real example beside a generated one.
    Relativistic = 5,
}

/// Which logits an adversarial loss is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum AdversarialLogits {
    /// The discriminator's, `[2 batch, 1]`: of real examples, then of generated ones.
    Discriminator = 0,
    /// The discriminator's, `[3 batch, 1]`: of real examples, of generated ones, and of the same real ones perturbed, which
    /// count in [`difference_penalty`](super::difference_penalty) alone.
    Perturbed = 2,
    /// The generator's, `[batch, 1]`: of generated examples; of pairs `[2 batch, 1]`: of real examples, then of generated ones.
    Generator = 1,
}

impl AdversarialLogits {
    /// Logits for each example of a batch.
    pub fn parts(self, kind: AdversarialKind) -> usize {
        match self {
            Self::Discriminator => 2,
            Self::Perturbed => 3,
            Self::Generator if kind == AdversarialKind::Relativistic => 2,
            Self::Generator => 1,
        }
    }

    /// Logits for each example that have a gradient: real examples do not follow from the generator's weights.
    pub fn gradient_parts(self) -> usize {
        match self {
            Self::Discriminator => 2,
            Self::Perturbed => 3,
            Self::Generator => 1,
        }
    }
}

/// What a penalty asks of the norm of a discriminator's gradient `g`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum NormPenalty {
    /// `½ |g|²`
    AboutZero = 0,
    /// `(|g| - 1)²`
    AboutOne = 1,
}

/// By how much each value of a perturbed example is off: so little that the difference of two logits is their slope.
pub const PERTURBATION: f32 = 0.01;

/// Adam's ε, as its paper advises: keeps the division by a vanishing second moment finite.
pub const EPSILON: f32 = 1e-8;

/// Decay rates of Adam's moments, and how fast it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Betas {
    /// Of the first moment.
    pub beta1: f32,
    /// Of the second moment.
    pub beta2: f32,
    /// What the step size of the scalars is times, and the weight decay: of two networks one may learn faster.
    pub rate: f32,
}

/// Scalars that change from one step to the next. They are a tensor `[5]`, so that a recorded step reads new values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepScalars {
    /// Learning rate over the bias correction of the first moment, `1 - β₁ᵗ`.
    pub step_size: f32,
    /// `1 / √(1 - β₂ᵗ)`, the bias correction of the second moment's square root.
    pub second_moment_correction: f32,
    /// Weight of the new value in the exponential moving average.
    pub ema_weight: f32,
    /// The share of each parameter that is taken off.
    pub weight_decay: f32,
    /// Weight of what a family asks of its codes: of the divergences (variational), or of the L1 norms (autoencoder); or of its
    /// discriminator: of the gradient penalty (adversarial).
    pub penalty_weight: f32,
}

impl StepScalars {
    /// Length of the tensor.
    pub const COUNT: usize = 5;

    /// The tensor's values.
    pub fn to_array(self) -> [f32; Self::COUNT] {
        [
            self.step_size,
            self.second_moment_correction,
            self.ema_weight,
            self.weight_decay,
            self.penalty_weight,
        ]
    }
}

/// Side of a convolution's kernel, in pixels.
pub const KERNEL_SIZE: usize = 4;
/// Stride of a convolution, so that its input has twice the sides of its output. With a padding of one pixel, each pixel is
/// in four patches.
pub const STRIDE: usize = 2;

/// The size of an image, stored height, width, channels. Its sides are even, but for a signal, which is an image of one row:
/// its kernels have one row as well, and its height stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageSize {
    /// Rows of pixels.
    pub height: usize,
    /// Pixels in a row.
    pub width: usize,
    /// Channels of a pixel.
    pub channels: usize,
}

impl ImageSize {
    /// Values of an image.
    pub fn features(self) -> usize {
        self.height * self.width * self.channels
    }

    /// Whether it has one row.
    pub fn is_signal(self) -> bool {
        self.height == 1
    }

    /// Rows of a kernel.
    pub fn kernel_height(self) -> usize {
        if self.is_signal() { 1 } else { KERNEL_SIZE }
    }

    /// Stride from row to row.
    pub fn row_stride(self) -> usize {
        if self.is_signal() { 1 } else { STRIDE }
    }

    /// Pixels of a kernel.
    pub fn kernel_pixels(self) -> usize {
        self.kernel_height() * KERNEL_SIZE
    }

    /// Patches of an image.
    pub fn patches(self) -> usize {
        (self.height / self.row_stride()) * (self.width / STRIDE)
    }

    /// Values of a patch.
    pub fn patch_features(self) -> usize {
        self.kernel_pixels() * self.channels
    }
}

/// A convolution of images of a size, or a transposed convolution to images of that size. The bias, one for each output
/// channel, follows the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convolution {
    /// Of the matrix product: from a patch to a pixel, or from a pixel to a patch where it is transposed.
    pub weights: WeightLayout,
    /// Of the larger image.
    pub size: ImageSize,
}

impl Convolution {
    /// Index of the first bias among the parameters.
    pub fn bias_offset(self) -> usize {
        self.weights.offset + self.weights.inputs * self.weights.outputs
    }
}
