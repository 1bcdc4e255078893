//! One layer of a network: dense, or a convolution that halves or doubles the sides of a picture.

use burn::tensor::Tensor;

use crate::engine::kernel::{
    Activation, Convolution, PictureSize, WINDOW, Weights, convolve, convolve_input_gradient,
    convolve_weight_gradient, dense, dense_input_gradient, dense_weight_gradient, spread,
    spread_input_gradient, spread_weight_gradient,
};
use crate::random::Random;

/// What is at an end of a dense layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// So many numbers.
    Numbers(usize),
    /// A picture.
    Picture(PictureSize),
}

impl End {
    fn count(self) -> usize {
        match self {
            Self::Numbers(count) => count,
            Self::Picture(size) => size.features(),
        }
    }

    /// Where each number of PyTorch's order is in ours: there the channels of a picture come first.
    fn order(self) -> Vec<usize> {
        let size = match self {
            Self::Numbers(count) => return (0..count).collect(),
            Self::Picture(size) => size,
        };
        let pixels = size.height * size.width;
        (0..size.features())
            .map(|at| at % pixels * size.channels + at / pixels)
            .collect()
    }
}

/// The form of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerPlan {
    /// Every number to every number.
    Dense {
        /// What comes in.
        from: End,
        /// What goes out.
        to: End,
    },
    /// A convolution with windows of 4 by 4 at every second pixel: a picture to one with half its sides.
    Down {
        /// The picture that comes in.
        from: PictureSize,
        /// Numbers in a pixel that goes out.
        channels: usize,
    },
    /// The same the other way round, a transposed convolution: a picture to one with twice its sides.
    Up {
        /// Numbers in a pixel that comes in.
        channels: usize,
        /// The picture that goes out.
        to: PictureSize,
    },
}

impl LayerPlan {
    /// Rows and columns of the weight.
    pub fn weight_shape(self) -> [usize; 2] {
        match self {
            Self::Dense { from, to } => [from.count(), to.count()],
            Self::Down { from, channels } => [from.window_features(), channels],
            Self::Up { channels, to } => [channels, to.window_features()],
        }
    }

    /// Numbers of the bias.
    pub fn bias_length(self) -> usize {
        match self {
            Self::Dense { to, .. } => to.count(),
            Self::Down { channels, .. } => channels,
            Self::Up { to, .. } => to.channels,
        }
    }

    /// How many products are summed up for a number that goes out.
    fn terms(self) -> usize {
        match self {
            Self::Dense { from, .. } => from.count(),
            Self::Down { from, .. } => from.window_features(),
            // Each pixel is in four windows.
            Self::Up { channels, .. } => 4 * channels,
        }
    }

    /// The shape of the weight in PyTorch.
    pub fn pytorch_shape(self) -> Vec<usize> {
        match self {
            Self::Dense { from, to } => vec![to.count(), from.count()],
            Self::Down { from, channels } => vec![channels, from.channels, WINDOW, WINDOW],
            Self::Up { channels, to } => vec![channels, to.channels, WINDOW, WINDOW],
        }
    }

    /// The shape of the weight in PyTorch, and where each of its numbers is in ours.
    pub fn weight_in_pytorch(self) -> (Vec<usize>, Vec<usize>) {
        let [_, columns] = self.weight_shape();
        let places = WINDOW * WINDOW;
        match self {
            Self::Dense { from, to } => {
                let inputs = from.order();
                let order = to.order().into_iter();
                let order = order
                    .flat_map(|output| inputs.iter().map(move |input| input * columns + output));
                (vec![to.count(), from.count()], order.collect())
            }
            Self::Down { from, channels } => {
                let inputs = from.channels;
                let order = (0..channels * inputs * places).map(|at| {
                    let (output, input, place) =
                        (at / places / inputs, at / places % inputs, at % places);
                    (place * inputs + input) * columns + output
                });
                (vec![channels, inputs, WINDOW, WINDOW], order.collect())
            }
            Self::Up { channels, to } => {
                let outputs = to.channels;
                let order = (0..channels * outputs * places).map(|at| {
                    let (input, output, place) =
                        (at / places / outputs, at / places % outputs, at % places);
                    input * columns + place * outputs + output
                });
                (vec![channels, outputs, WINDOW, WINDOW], order.collect())
            }
        }
    }

    /// Where each number of PyTorch's bias is in ours.
    pub fn bias_in_pytorch(self) -> Vec<usize> {
        match self {
            Self::Dense { to, .. } => to.order(),
            _ => (0..self.bias_length()).collect(),
        }
    }
}

/// A layer, and where its parameters are among a network's: the weight row by row, then the bias.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer {
    pub plan: LayerPlan,
    pub start: usize,
}

impl Layer {
    /// Numbers of its parameters.
    pub fn count(self) -> usize {
        let [rows, columns] = self.plan.weight_shape();
        rows * columns + self.plan.bias_length()
    }

    /// Where its bias begins.
    pub fn bias(self) -> usize {
        let [rows, columns] = self.plan.weight_shape();
        self.start + rows * columns
    }

    /// Weights and biases uniform in ±1/√terms, as PyTorch's `nn.Linear` makes them.
    pub fn initial(self, random: &mut Random) -> Vec<f32> {
        let bound = 1.0 / (self.plan.terms() as f32).sqrt();
        (0..self.count())
            .map(|_| bound * (2.0 * random.uniform() - 1.0))
            .collect()
    }

    fn weights(self) -> Weights {
        let [inputs, outputs] = self.plan.weight_shape();
        Weights {
            start: self.start,
            inputs,
            outputs,
            // After a transposed convolution the bias is a channel's, and can only be added once windows have
            // been summed up.
            biased: !matches!(self.plan, LayerPlan::Up { .. }),
        }
    }

    fn convolution(self, size: PictureSize) -> Convolution {
        Convolution {
            weights: self.weights(),
            size,
        }
    }

    /// `[batch, numbers in]` to `[batch, numbers out]`
    pub fn forward(
        self,
        input: Tensor<2>,
        parameters: &Tensor<1>,
        activation: Activation,
    ) -> Tensor<2> {
        match self.plan {
            LayerPlan::Dense { .. } => dense(input, parameters, self.weights(), activation),
            LayerPlan::Down { from, .. } => {
                convolve(input, parameters, self.convolution(from), activation)
            }
            LayerPlan::Up { to, .. } => spread(input, parameters, self.convolution(to), activation),
        }
    }

    /// From the gradient of the sums before the activation, `[batch, numbers out]`, to that of the sums that the input
    /// was made of by the activation `before`, `[batch, numbers in]`.
    pub fn input_gradient(
        self,
        gradient: Tensor<2>,
        parameters: &Tensor<1>,
        input: Tensor<2>,
        before: Activation,
    ) -> Tensor<2> {
        match self.plan {
            LayerPlan::Dense { .. } => {
                dense_input_gradient(gradient, parameters, input, self.weights(), before)
            }
            LayerPlan::Down { from, .. } => {
                let layer = self.convolution(from);
                convolve_input_gradient(gradient, parameters, input, layer, before)
            }
            LayerPlan::Up { to, .. } => {
                let layer = self.convolution(to);
                spread_input_gradient(gradient, parameters, input, layer, before)
            }
        }
    }

    /// From the same to the gradients of the parameters, which fill their place in `gradients`.
    pub fn weight_gradient(
        self,
        input: Tensor<2>,
        gradient: Tensor<2>,
        gradients: Tensor<1>,
    ) -> Tensor<1> {
        match self.plan {
            LayerPlan::Dense { .. } => {
                dense_weight_gradient(input, gradient, gradients, self.weights())
            }
            LayerPlan::Down { from, .. } => {
                convolve_weight_gradient(input, gradient, gradients, self.convolution(from))
            }
            LayerPlan::Up { to, .. } => {
                spread_weight_gradient(input, gradient, gradients, self.convolution(to))
            }
        }
    }
}
