//! One layer of a network: dense, or a convolution that halves or doubles the sides of a picture.

use burn::module::{Module, Param};
use burn::tensor::activation::{leaky_relu, relu, sigmoid};
use burn::tensor::{Device, Tensor, TensorData};

use crate::engine::kernel::{Activation, LEAK, PictureSize, WINDOW, dense, fold, unfold};
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

/// A layer with its parameters.
#[derive(Module, Debug)]
pub(super) struct Layer {
    /// `[rows, columns]` of the plan
    pub weight: Param<Tensor<2>>,
    /// One for each number that goes out, or for each channel of it
    pub bias: Param<Tensor<1>>,
    #[module(skip)]
    pub plan: LayerPlan,
}

impl Layer {
    /// Weights and biases uniform in ±1/√terms, as PyTorch's `nn.Linear` makes them.
    pub fn init(plan: LayerPlan, random: &mut Random, device: &Device) -> Self {
        let bound = 1.0 / (plan.terms() as f32).sqrt();
        let mut uniform = |count: usize| -> Vec<f32> {
            (0..count)
                .map(|_| bound * (2.0 * random.uniform() - 1.0))
                .collect()
        };
        let [rows, columns] = plan.weight_shape();
        let weight = uniform(rows * columns);
        let bias = uniform(plan.bias_length());
        Self::from_values(plan, weight, bias, device)
    }

    /// Parameters given, in this library's layout.
    pub fn from_values(plan: LayerPlan, weight: Vec<f32>, bias: Vec<f32>, device: &Device) -> Self {
        let weight = TensorData::new(weight, plan.weight_shape());
        let bias = TensorData::new(bias, [plan.bias_length()]);
        Self {
            weight: Param::from_tensor(Tensor::from_data(weight, device)),
            bias: Param::from_tensor(Tensor::from_data(bias, device)),
            plan,
        }
    }

    /// `[batch, numbers in]` to `[batch, numbers out]`
    pub fn forward(&self, input: Tensor<2>, activation: Activation) -> Tensor<2> {
        let (weight, bias) = (self.weight.val(), self.bias.val());
        let batch = input.dims()[0];
        match self.plan {
            LayerPlan::Dense { .. } => dense(input, weight, bias, activation),
            LayerPlan::Down { from, channels } => {
                let pixels = dense(unfold(input, from), weight, bias, activation);
                pixels.reshape([batch, from.windows() * channels])
            }
            LayerPlan::Up { channels, to } => {
                let none = Tensor::zeros([to.window_features()], &input.device().inner());
                let pixels = input.reshape([batch * to.windows(), channels]);
                let pictures = fold(dense(pixels, weight, none, Activation::Linear), to);
                // The bias is a channel's, and can only be added once windows have been summed up.
                let pixels = pictures.reshape([batch * to.height * to.width, to.channels]);
                activate(pixels + bias.unsqueeze(), activation).reshape([batch, to.features()])
            }
        }
    }
}

fn activate(sum: Tensor<2>, activation: Activation) -> Tensor<2> {
    match activation {
        Activation::Linear => sum,
        Activation::Relu => relu(sum),
        Activation::LeakyRelu => leaky_relu(sum, f64::from(LEAK)),
        Activation::Sigmoid => sigmoid(sum),
    }
}
