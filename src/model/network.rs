//! A sequence of layers, of which every model here is made.

use burn::tensor::{Device, Tensor, TensorData};

use super::layer::Layer;
use super::layer_config::LayerConfig;
use crate::engine::kernel::{Activation, activation_backward, add};
use crate::engine::{placeholder, zeros};
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Layers with one activation function between them.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) layers: Vec<Layer>,
    pub(super) activation: Activation,
    /// All parameters in one vector, layer by layer, so that the optimiser updates them in one operation.
    parameters: Tensor<1>,
}

/// The output of a forward pass, and what the backward pass needs.
#[derive(Clone, Debug)]
pub struct ForwardPass {
    /// `[batch, outputs]`
    pub output: Tensor<2>,
    /// The input of each layer, `[batch, inputs]`.
    pub(super) inputs: Vec<Tensor<2>>,
    pub(super) output_activation: Activation,
}

/// The gradients of a network's parameters.
#[derive(Clone, Debug)]
pub struct Gradients(Tensor<1>);

impl Gradients {
    /// Zeros for a network's parameters.
    pub fn zeros_like(network: &Network) -> Self {
        let parameters = network.parameters();
        Self(zeros(parameters.dims(), &parameters.device()))
    }

    /// In the order of [`Network::parameters`].
    pub fn flat(&self) -> &Tensor<1> {
        &self.0
    }

    /// Adds others of the same network.
    pub fn add(&mut self, others: &Self) {
        let own = std::mem::replace(&mut self.0, placeholder());
        self.0 = add(own, &others.0);
    }

    pub(super) fn fill<T>(&mut self, fill: impl FnOnce(Tensor<1>) -> (T, Option<Tensor<1>>)) -> T {
        let (found, filled) = fill(std::mem::replace(&mut self.0, placeholder()));
        self.0 = filled.expect("gradients were given to be filled");
        found
    }
}

/// Name, shape and layout of a parameter in PyTorch.
#[derive(Clone, Debug)]
pub struct NamedParameter {
    /// As `0.weight`: the layer's index and the parameter's name.
    pub name: String,
    /// In PyTorch: of a dense layer `[outputs, inputs]`, of a convolution `[outputs, inputs, 4, 4]`, of a
    /// transposed one `[inputs, outputs, 4, 4]`; `[outputs]` of a bias.
    pub shape: Vec<usize>,
    /// The index among the network's parameters of each value in PyTorch's layout.
    pub indices: Vec<usize>,
}

impl Network {
    /// Fresh layers, at least one; `stream` tells networks of one model apart.
    pub fn init(
        configs: &[LayerConfig],
        activation: Activation,
        seed: u32,
        stream: u64,
        device: &Device,
    ) -> Self {
        let mut values = Vec::new();
        let mut layers = Vec::with_capacity(configs.len());
        for (index, &config) in configs.iter().enumerate() {
            let offset = values.len();
            let layer = Layer {
                config,
                offset,
                has_bias: true,
            };
            let mut random = Random::stream(seed, Purpose::Weights, stream << 32 | index as u64);
            values.extend(layer.init_parameters(&mut random));
            layers.push(layer);
        }
        let count = values.len();
        Self {
            layers,
            activation,
            parameters: Tensor::from_data(TensorData::new(values, [count]), device),
        }
    }

    /// `[batch, inputs]` to `[batch, outputs]`. The model chooses the activation of the last layer.
    pub fn forward(&self, input: Tensor<2>, output_activation: Activation) -> Tensor<2> {
        self.forward_pass(input, output_activation).output
    }

    /// The same, with what [`Network::backward`] needs.
    pub fn forward_pass(&self, input: Tensor<2>, output_activation: Activation) -> ForwardPass {
        let mut inputs = Vec::with_capacity(self.layers.len());
        let mut output = input;
        for (index, layer) in self.layers.iter().enumerate() {
            let activation = if index + 1 == self.layers.len() {
                output_activation
            } else {
                self.activation
            };
            inputs.push(output.clone());
            output = layer.forward(output, &self.parameters, activation);
        }
        ForwardPass {
            output,
            inputs,
            output_activation,
        }
    }

    /// The output of the first layer alone, `[batch, width]`; linear where it is the only one.
    pub fn first_layer(&self, input: Tensor<2>) -> Tensor<2> {
        let activation = match self.layers.len() {
            1 => Activation::Linear,
            _ => self.activation,
        };
        self.layers[0].forward(input, &self.parameters, activation)
    }

    /// Backpropagates the gradient of a pass's output to the parameters; fills their gradients.
    pub fn backward(&self, pass: ForwardPass, gradient: Tensor<2>, gradients: &mut Gradients) {
        gradients.fill(|own| self.backpropagate(pass, gradient, Some(own), false));
    }

    /// The same, and gives the gradient of the input, `[batch, inputs]`.
    pub fn backward_to_input(
        &self,
        pass: ForwardPass,
        gradient: Tensor<2>,
        gradients: &mut Gradients,
    ) -> Tensor<2> {
        let input_gradient =
            gradients.fill(|own| self.backpropagate(pass, gradient, Some(own), true));
        input_gradient.expect("a network has a layer")
    }

    /// The gradient of the input alone: the parameters are constants here.
    pub fn input_gradient(&self, pass: ForwardPass, gradient: Tensor<2>) -> Tensor<2> {
        let (input_gradient, _) = self.backpropagate(pass, gradient, None, true);
        input_gradient.expect("a network has a layer")
    }

    fn backpropagate(
        &self,
        pass: ForwardPass,
        gradient: Tensor<2>,
        mut gradients: Option<Tensor<1>>,
        with_input_gradient: bool,
    ) -> (Option<Tensor<2>>, Option<Tensor<1>>) {
        let mut gradient = activation_backward(gradient, pass.output, pass.output_activation);
        let inputs = pass.inputs.into_iter();
        for (index, (layer, input)) in self.layers.iter().zip(inputs).enumerate().rev() {
            let input_activation = match index {
                // The network's input has no activation before it.
                0 => with_input_gradient.then_some(Activation::Linear),
                _ => Some(self.activation),
            };
            let layer_gradient = input_activation.map(|input_activation| {
                let (gradient, input) = (gradient.clone(), input.clone());
                layer.input_gradient(gradient, &self.parameters, input, input_activation)
            });
            gradients =
                gradients.map(|gradients| layer.weight_gradient(input, gradient, gradients));
            match layer_gradient {
                Some(layer_gradient) => gradient = layer_gradient,
                None => return (None, gradients),
            }
        }
        (Some(gradient), gradients)
    }

    /// All parameters in one vector.
    pub fn parameters(&self) -> &Tensor<1> {
        &self.parameters
    }

    /// Replaces the parameters by `map` of them.
    pub fn map_parameters(&mut self, map: impl FnOnce(Tensor<1>) -> Tensor<1>) {
        self.parameters = map(std::mem::replace(&mut self.parameters, placeholder()));
    }

    /// Each parameter's name in PyTorch, and where its values are among [`Network::parameters`].
    pub fn named_parameters(&self) -> Vec<NamedParameter> {
        let mut parameters = Vec::with_capacity(2 * self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            let shifted = |offset: usize, order: Vec<usize>| -> Vec<usize> {
                order.into_iter().map(|index| offset + index).collect()
            };
            let (shape, order) = layer.config.pytorch_weight();
            parameters.push(NamedParameter {
                name: format!("{index}.weight"),
                shape,
                indices: shifted(layer.offset, order),
            });
            let order = layer.config.pytorch_bias();
            parameters.push(NamedParameter {
                name: format!("{index}.bias"),
                shape: vec![order.len()],
                indices: shifted(layer.bias_offset(), order),
            });
        }
        parameters
    }

    /// A vector as long as the parameters, from what `lookup` gives for a name and a shape in PyTorch's layout.
    ///
    /// # Errors
    /// The first error of `lookup`.
    pub fn from_pytorch(
        &self,
        mut lookup: impl FnMut(&str, &[usize]) -> Result<Vec<f32>, Error>,
    ) -> Result<Tensor<1>, Error> {
        let count = self.parameters.dims()[0];
        let mut values = vec![0.0; count];
        for parameter in self.named_parameters() {
            let found = lookup(&parameter.name, &parameter.shape)?;
            for (&value, index) in found.iter().zip(parameter.indices) {
                values[index] = value;
            }
        }
        let device = self.parameters.device();
        Ok(Tensor::from_data(TensorData::new(values, [count]), &device))
    }
}
