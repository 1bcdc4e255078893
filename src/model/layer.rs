//! One layer of a network: dense, or a convolution that halves or doubles the sides of an image.

use burn::tensor::Tensor;

use crate::engine::kernel::{
    Activation, Convolution, ImageSize, KERNEL_SIZE, WeightLayout, conv_transpose2d,
    conv_transpose2d_input_gradient, conv_transpose2d_weight_gradient, conv2d,
    conv2d_input_gradient, conv2d_weight_gradient, dense, dense_input_gradient,
    dense_weight_gradient,
};
use crate::random::Random;

/// The shape of a dense layer's input or output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DenseShape {
    /// A vector.
    Flat(usize),
    /// A flattened image.
    Image(ImageSize),
}

impl DenseShape {
    fn count(self) -> usize {
        match self {
            Self::Flat(count) => count,
            Self::Image(size) => size.features(),
        }
    }

    /// The index in our layout of each value in PyTorch's, where the channels of an image come first.
    fn pytorch_order(self) -> Vec<usize> {
        let size = match self {
            Self::Flat(count) => return (0..count).collect(),
            Self::Image(size) => size,
        };
        let pixels = size.height * size.width;
        (0..size.features())
            .map(|at| at % pixels * size.channels + at / pixels)
            .collect()
    }
}

/// The kind and the sizes of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerConfig {
    /// Fully connected.
    Dense {
        /// Input.
        from: DenseShape,
        /// Output.
        to: DenseShape,
    },
    /// A convolution with kernels of 4 by 4 and stride 2: an image to one of half its sides.
    Conv2d {
        /// Size of the input.
        from: ImageSize,
        /// Channels of the output.
        channels: usize,
    },
    /// A transposed convolution with the same kernels and stride: an image to one of twice its sides.
    ConvTranspose2d {
        /// Channels of the input.
        channels: usize,
        /// Size of the output.
        to: ImageSize,
    },
}

impl LayerConfig {
    /// Rows and columns of the weight.
    pub fn weight_shape(self) -> [usize; 2] {
        match self {
            Self::Dense { from, to } => [from.count(), to.count()],
            Self::Conv2d { from, channels } => [from.patch_features(), channels],
            Self::ConvTranspose2d { channels, to } => [channels, to.patch_features()],
        }
    }

    /// Values that come in and that go out, of one example.
    pub fn widths(self) -> [usize; 2] {
        match self {
            Self::Dense { from, to } => [from.count(), to.count()],
            Self::Conv2d { from, channels } => [from.features(), from.patches() * channels],
            Self::ConvTranspose2d { channels, to } => [to.patches() * channels, to.features()],
        }
    }

    /// Values of all patches of one image; none where there are no patches.
    pub fn patch_values(self) -> u64 {
        match self {
            Self::Dense { .. } => 0,
            Self::Conv2d { from: size, .. } | Self::ConvTranspose2d { to: size, .. } => {
                size.patches() as u64 * size.patch_features() as u64
            }
        }
    }

    /// Length of the bias.
    pub fn bias_length(self) -> usize {
        match self {
            Self::Dense { to, .. } => to.count(),
            Self::Conv2d { channels, .. } => channels,
            Self::ConvTranspose2d { to, .. } => to.channels,
        }
    }

    /// How many inputs an output is a sum of.
    fn fan_in(self) -> usize {
        match self {
            Self::Dense { from, .. } => from.count(),
            Self::Conv2d { from, .. } => from.patch_features(),
            // Each pixel is in four patches, each value of a signal in two.
            Self::ConvTranspose2d { channels, to } => {
                if to.is_signal() {
                    2 * channels
                } else {
                    4 * channels
                }
            }
        }
    }

    /// The shape of the weight in PyTorch.
    pub fn pytorch_shape(self) -> Vec<usize> {
        match self {
            Self::Dense { from, to } => vec![to.count(), from.count()],
            Self::Conv2d { from, channels } => kernel_shape([channels, from.channels], from),
            Self::ConvTranspose2d { channels, to } => kernel_shape([channels, to.channels], to),
        }
    }

    /// The shape of the weight in PyTorch, and the index in our layout of each of its values.
    pub fn pytorch_weight(self) -> (Vec<usize>, Vec<usize>) {
        let [_, columns] = self.weight_shape();
        match self {
            Self::Dense { from, to } => {
                let inputs = from.pytorch_order();
                let order = to.pytorch_order().into_iter();
                let order = order
                    .flat_map(|output| inputs.iter().map(move |input| input * columns + output));
                (vec![to.count(), from.count()], order.collect())
            }
            Self::Conv2d { from, channels } => {
                let (inputs, positions) = (from.channels, from.kernel_pixels());
                let order = (0..channels * inputs * positions).map(|at| {
                    let (output, input, position) = (
                        at / positions / inputs,
                        at / positions % inputs,
                        at % positions,
                    );
                    (position * inputs + input) * columns + output
                });
                (self.pytorch_shape(), order.collect())
            }
            Self::ConvTranspose2d { channels, to } => {
                let (outputs, positions) = (to.channels, to.kernel_pixels());
                let order = (0..channels * outputs * positions).map(|at| {
                    let (input, output, position) = (
                        at / positions / outputs,
                        at / positions % outputs,
                        at % positions,
                    );
                    input * columns + position * outputs + output
                });
                (self.pytorch_shape(), order.collect())
            }
        }
    }

    /// The index in our layout of each value of PyTorch's bias.
    pub fn pytorch_bias(self) -> Vec<usize> {
        match self {
            Self::Dense { to, .. } => to.pytorch_order(),
            _ => (0..self.bias_length()).collect(),
        }
    }
}

/// As PyTorch has it: of a signal one number fewer, since its kernels have no rows.
fn kernel_shape(channels: [usize; 2], size: ImageSize) -> Vec<usize> {
    let mut shape = channels.to_vec();
    if !size.is_signal() {
        shape.push(KERNEL_SIZE);
    }
    shape.push(KERNEL_SIZE);
    shape
}

/// A layer, and the offset of its parameters among a network's: the weight row by row, then the bias.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer {
    pub config: LayerConfig,
    pub offset: usize,
    /// Whether the bias counts.
    pub has_bias: bool,
}

impl Layer {
    /// Number of its parameters.
    pub fn count(self) -> usize {
        let [rows, columns] = self.config.weight_shape();
        rows * columns + self.config.bias_length()
    }

    /// Index of its first bias.
    pub fn bias_offset(self) -> usize {
        let [rows, columns] = self.config.weight_shape();
        self.offset + rows * columns
    }

    /// Weights and biases uniform in ±1/√fan_in, as PyTorch initialises `nn.Linear`.
    pub fn init_parameters(self, random: &mut Random) -> Vec<f32> {
        let bound = 1.0 / (self.config.fan_in() as f32).sqrt();
        (0..self.count())
            .map(|_| bound * (2.0 * random.uniform() - 1.0))
            .collect()
    }

    fn weights(self) -> WeightLayout {
        let [inputs, outputs] = self.config.weight_shape();
        WeightLayout {
            offset: self.offset,
            inputs,
            outputs,
            // Of a transposed convolution the bias is added to the image, after its patches have been summed.
            has_bias: self.has_bias && !matches!(self.config, LayerConfig::ConvTranspose2d { .. }),
        }
    }

    /// The linear map alone, and the gradient of its weight alone; not of a transposed convolution.
    pub fn without_bias(self) -> Self {
        Self {
            has_bias: false,
            ..self
        }
    }

    fn convolution(self, size: ImageSize) -> Convolution {
        Convolution {
            weights: self.weights(),
            size,
        }
    }

    /// `[batch, inputs]` to `[batch, outputs]`
    pub fn forward(
        self,
        input: Tensor<2>,
        parameters: &Tensor<1>,
        activation: Activation,
    ) -> Tensor<2> {
        match self.config {
            LayerConfig::Dense { .. } => dense(input, parameters, self.weights(), activation),
            LayerConfig::Conv2d { from, .. } => {
                conv2d(input, parameters, self.convolution(from), activation)
            }
            LayerConfig::ConvTranspose2d { to, .. } => {
                conv_transpose2d(input, parameters, self.convolution(to), activation)
            }
        }
    }

    /// From the gradient of the pre-activations, `[batch, outputs]`, to that of the pre-activations of the layer before,
    /// `[batch, inputs]`: `input` is their `input_activation`.
    pub fn input_gradient(
        self,
        gradient: Tensor<2>,
        parameters: &Tensor<1>,
        input: Tensor<2>,
        input_activation: Activation,
    ) -> Tensor<2> {
        match self.config {
            LayerConfig::Dense { .. } => dense_input_gradient(
                gradient,
                parameters,
                input,
                self.weights(),
                input_activation,
            ),
            LayerConfig::Conv2d { from, .. } => {
                let layer = self.convolution(from);
                conv2d_input_gradient(gradient, parameters, input, layer, input_activation)
            }
            LayerConfig::ConvTranspose2d { to, .. } => {
                let layer = self.convolution(to);
                conv_transpose2d_input_gradient(
                    gradient,
                    parameters,
                    input,
                    layer,
                    input_activation,
                )
            }
        }
    }

    /// From the same to the gradients of the parameters; fills their range of `gradients`.
    pub fn weight_gradient(
        self,
        input: Tensor<2>,
        gradient: Tensor<2>,
        gradients: Tensor<1>,
    ) -> Tensor<1> {
        match self.config {
            LayerConfig::Dense { .. } => {
                dense_weight_gradient(input, gradient, gradients, self.weights())
            }
            LayerConfig::Conv2d { from, .. } => {
                conv2d_weight_gradient(input, gradient, gradients, self.convolution(from))
            }
            LayerConfig::ConvTranspose2d { to, .. } => {
                conv_transpose2d_weight_gradient(input, gradient, gradients, self.convolution(to))
            }
        }
    }
}
