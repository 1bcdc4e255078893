//! What the operations are told beside their tensors.

/// Slope of a leaky rectifier below zero (Radford et al., arXiv 1511.06434).
pub const LEAK: f32 = 0.2;

/// The function of a layer's sum. Its derivative follows from its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Activation {
    /// `x`
    Linear = 0,
    /// `max(x, 0)`
    Relu = 1,
    /// `x` above zero, [`LEAK`] times `x` below: a discriminator's gradient never dies.
    LeakyRelu = 2,
    /// `1 / (1 + e^-x)`
    Sigmoid = 3,
    /// `2 / (1 + e^-x) - 1`: the same, centred about zero.
    CentredSigmoid = 4,
}

impl Activation {
    /// What leads onto values in 0..1, or anywhere.
    pub fn onto(bounded: bool) -> Self {
        if bounded { Self::Sigmoid } else { Self::Linear }
    }

    /// What leads onto values in -1..1, or anywhere.
    pub fn onto_centred(bounded: bool) -> Self {
        if bounded {
            Self::CentredSigmoid
        } else {
            Self::Linear
        }
    }
}

/// Where a dense layer's weights are among the parameters of a network: `[inputs, outputs]` row by row from `start`
/// and, where it is biased, one more row, the bias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Place of the first.
    pub start: usize,
    /// Numbers that come in.
    pub inputs: usize,
    /// Numbers that go out.
    pub outputs: usize,
    /// Whether a row of biases follows.
    pub biased: bool,
}

impl Weights {
    /// Numbers of the weights and the bias.
    pub fn count(self) -> usize {
        (self.inputs + usize::from(self.biased)) * self.outputs
    }
}

/// How a prediction is compared with its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum LossKind {
    /// `ln(1 + e^l) - l t`: the cross-entropy of a logit `l` and a target from 0 to 1, in nats.
    Logistic = 0,
    /// `(p - t)²`
    Squared = 1,
}

/// Keeps a division by a vanished second moment of Adam finite, as its paper advises.
pub const EPSILON: f32 = 1e-8;

/// Decay rates of Adam.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decays {
    /// Of the mean of gradients.
    pub beta1: f32,
    /// Of the mean of squared gradients.
    pub beta2: f32,
}

/// What changes from one step to the next: the numbers of a tensor `[3]`, which a recorded step finds renewed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Learning rate over the correction of Adam's first moment.
    pub rate: f32,
    /// One over the square root of the correction of its second moment.
    pub correction: f32,
    /// Share of the way that a running average goes.
    pub share: f32,
}

impl Pace {
    /// Numbers of the tensor.
    pub const COUNT: usize = 3;

    /// The tensor's numbers.
    pub fn numbers(self) -> [f32; Self::COUNT] {
        [self.rate, self.correction, self.share]
    }
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

/// A convolution, whose windows lie over pictures of a size; or, the other way round, a transposed convolution onto them.
/// After the weights come the biases: one for each number that a window becomes, or one for each channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convolution {
    /// The product's: of a convolution from a window to a pixel, of a transposed one from a pixel to a window.
    pub weights: Weights,
    /// The larger picture's.
    pub size: PictureSize,
}

impl Convolution {
    /// Where the biases begin.
    pub fn bias(self) -> usize {
        self.weights.start + self.weights.inputs * self.weights.outputs
    }
}
