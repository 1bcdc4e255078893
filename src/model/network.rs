//! A stack of layers: what every model here is made of.

use burn::tensor::{Device, Tensor, TensorData};

use super::layer::{Layer, LayerPlan};
use crate::engine::kernel::{Activation, through};
use crate::engine::nothing;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Layers with one activation between them.
#[derive(Clone, Debug)]
pub struct Network {
    layers: Vec<Layer>,
    activation: Activation,
    /// All of them in one row, layer by layer, so that an optimiser takes them in one go.
    parameters: Tensor<1>,
}

/// What a network has seen and given on its way forward.
#[derive(Clone, Debug)]
pub struct Pass {
    /// `[batch, outputs]`
    pub output: Tensor<2>,
    /// What each layer was given, `[batch, numbers in]`.
    inputs: Vec<Tensor<2>>,
    ending: Activation,
}

/// The gradient of every parameter of a network, in their order.
#[derive(Clone, Debug)]
pub struct Gradients(Tensor<1>);

impl Gradients {
    /// Room for a network's.
    pub fn of(network: &Network) -> Self {
        let parameters = network.values();
        Self(Tensor::zeros(parameters.dims(), &parameters.device()))
    }

    /// As many as the network's parameters.
    pub fn values(&self) -> &Tensor<1> {
        &self.0
    }

    fn fill<T>(&mut self, fill: impl FnOnce(Tensor<1>) -> (T, Option<Tensor<1>>)) -> T {
        let (found, filled) = fill(std::mem::replace(&mut self.0, nothing()));
        self.0 = filled.expect("gradients were given to be filled");
        found
    }
}

/// A parameter on its way in or out, under PyTorch's name.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// As `0.weight`: the layer's number and the parameter's name.
    pub name: String,
    /// As PyTorch has it: of a dense layer `[outputs, inputs]`, of a convolution `[outputs, inputs, 4, 4]`, of a
    /// transposed one `[inputs, outputs, 4, 4]`; `[outputs]` of a bias.
    pub shape: Vec<usize>,
    /// Where each number of PyTorch's layout is among the network's.
    pub places: Vec<usize>,
}

impl Network {
    /// Fresh layers, at least one; `stream` tells networks of one model apart.
    pub fn init(
        plans: &[LayerPlan],
        activation: Activation,
        seed: u32,
        stream: u64,
        device: &Device,
    ) -> Self {
        let mut values = Vec::new();
        let mut layers = Vec::with_capacity(plans.len());
        for (index, &plan) in plans.iter().enumerate() {
            let start = values.len();
            let layer = Layer { plan, start };
            let mut random = Random::stream(seed, Purpose::Weights, stream << 32 | index as u64);
            values.extend(layer.initial(&mut random));
            layers.push(layer);
        }
        let count = values.len();
        Self {
            layers,
            activation,
            parameters: Tensor::from_data(TensorData::new(values, [count]), device),
        }
    }

    /// `[batch, inputs]` to `[batch, outputs]`. What the last layer's sum goes through is the model's affair.
    pub fn forward(&self, input: Tensor<2>, ending: Activation) -> Tensor<2> {
        self.pass(input, ending).output
    }

    /// The same, with what [`Network::backward`] asks for.
    pub fn pass(&self, input: Tensor<2>, ending: Activation) -> Pass {
        let mut inputs = Vec::with_capacity(self.layers.len());
        let mut output = input;
        for (index, layer) in self.layers.iter().enumerate() {
            let activation = if index + 1 == self.layers.len() {
                ending
            } else {
                self.activation
            };
            inputs.push(output.clone());
            output = layer.forward(output, &self.parameters, activation);
        }
        Pass {
            output,
            inputs,
            ending,
        }
    }

    /// From the gradient of a pass's output back to the parameters, whose gradients are filled.
    pub fn backward(&self, pass: Pass, gradient: Tensor<2>, gradients: &mut Gradients) {
        gradients.fill(|own| self.back(pass, gradient, Some(own), false));
    }

    /// The same, and further back to what went in, `[batch, inputs]`.
    pub fn backward_through(
        &self,
        pass: Pass,
        gradient: Tensor<2>,
        gradients: &mut Gradients,
    ) -> Tensor<2> {
        let of_input = gradients.fill(|own| self.back(pass, gradient, Some(own), true));
        of_input.expect("a network has a layer")
    }

    /// Back to what went in alone: the parameters are constants here.
    pub fn input_gradient(&self, pass: Pass, gradient: Tensor<2>) -> Tensor<2> {
        let (of_input, _) = self.back(pass, gradient, None, true);
        of_input.expect("a network has a layer")
    }

    fn back(
        &self,
        pass: Pass,
        gradient: Tensor<2>,
        mut gradients: Option<Tensor<1>>,
        to_input: bool,
    ) -> (Option<Tensor<2>>, Option<Tensor<1>>) {
        let mut gradient = through(gradient, pass.output, pass.ending);
        let inputs = pass.inputs.into_iter();
        for (index, (layer, input)) in self.layers.iter().zip(inputs).enumerate().rev() {
            let before = match index {
                // What came in is nobody's sums.
                0 => to_input.then_some(Activation::Linear),
                _ => Some(self.activation),
            };
            let further = before.map(|before| {
                let (gradient, input) = (gradient.clone(), input.clone());
                layer.input_gradient(gradient, &self.parameters, input, before)
            });
            gradients =
                gradients.map(|gradients| layer.weight_gradient(input, gradient, gradients));
            match further {
                Some(further) => gradient = further,
                None => return (None, gradients),
            }
        }
        (Some(gradient), gradients)
    }

    /// All parameters in one row.
    pub fn values(&self) -> &Tensor<1> {
        &self.parameters
    }

    /// Puts what `change` makes of the parameters in their place.
    pub fn change(&mut self, change: impl FnOnce(Tensor<1>) -> Tensor<1>) {
        self.parameters = change(std::mem::replace(&mut self.parameters, nothing()));
    }

    /// What each parameter is called, and where its numbers are among [`Network::values`].
    pub fn parameters(&self) -> Vec<Parameter> {
        let mut parameters = Vec::with_capacity(2 * self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            let from = |start: usize, order: Vec<usize>| -> Vec<usize> {
                order.into_iter().map(|place| start + place).collect()
            };
            let (shape, order) = layer.plan.weight_in_pytorch();
            parameters.push(Parameter {
                name: format!("{index}.weight"),
                shape,
                places: from(layer.start, order),
            });
            let order = layer.plan.bias_in_pytorch();
            parameters.push(Parameter {
                name: format!("{index}.bias"),
                shape: vec![order.len()],
                places: from(layer.bias(), order),
            });
        }
        parameters
    }

    /// One number for each parameter's number, from what `find` gives for a name and a shape (PyTorch's layout).
    ///
    /// # Errors
    /// The first that `find` gives.
    pub fn from_pytorch(
        &self,
        mut find: impl FnMut(&str, &[usize]) -> Result<Vec<f32>, Error>,
    ) -> Result<Tensor<1>, Error> {
        let count = self.parameters.dims()[0];
        let mut values = vec![0.0; count];
        for parameter in self.parameters() {
            let found = find(&parameter.name, &parameter.shape)?;
            for (&value, place) in found.iter().zip(parameter.places) {
                values[place] = value;
            }
        }
        let device = self.parameters.device();
        Ok(Tensor::from_data(TensorData::new(values, [count]), &device))
    }
}
