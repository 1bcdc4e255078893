//! One layer of a network, forward and backward.

use burn::tensor::Tensor;

use super::layer_config::LayerConfig;
use crate::engine::kernel::{
    Activation, Convolution, ImageSize, WeightLayout, conv_transpose2d,
    conv_transpose2d_input_gradient, conv_transpose2d_weight_gradient, conv2d,
    conv2d_input_gradient, conv2d_weight_gradient, dense, dense_input_gradient,
    dense_weight_gradient,
};
use crate::random::Random;

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
