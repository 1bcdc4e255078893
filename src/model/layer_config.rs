//! What a layer is: dense, or a convolution that halves or doubles the sides of an image; its sizes, and PyTorch's layout of them.

use crate::engine::kernel::{ImageSize, KERNEL_SIZE};

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
    pub(super) fn fan_in(self) -> usize {
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
