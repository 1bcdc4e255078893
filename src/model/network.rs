//! A stack of layers: what every model here is made of.

use burn::module::{Module, Param};
use burn::tensor::{Device, Tensor};

use super::layer::{Layer, LayerPlan};
use crate::engine::kernel::Activation;
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Layers with one activation between them.
#[derive(Module, Debug)]
pub struct Network {
    layers: Vec<Layer>,
    #[module(skip)]
    activation: Activation,
}

/// A parameter on its way in or out: PyTorch's name, shape and layout.
#[derive(Clone, Debug)]
pub struct ParameterData {
    /// As `0.weight`: the layer's number and the parameter's name.
    pub name: String,
    /// As PyTorch has it: of a dense layer `[outputs, inputs]`, of a convolution `[outputs, inputs, 4, 4]`, of a
    /// transposed one `[inputs, outputs, 4, 4]`; `[outputs]` of a bias.
    pub shape: Vec<usize>,
    /// The values on their device, flat, in this library's layout.
    pub values: Tensor<1>,
    /// Where each number of PyTorch's layout is in this library's.
    pub order: Vec<usize>,
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
        let layers = plans.iter().enumerate().map(|(index, &plan)| {
            let mut random = Random::stream(seed, Purpose::Weights, stream << 32 | index as u64);
            Layer::init(plan, &mut random, device)
        });
        Self {
            layers: layers.collect(),
            activation,
        }
    }

    /// `[batch, inputs]` to `[batch, outputs]`. What the last layer's sum goes through is the model's affair.
    pub fn forward(&self, input: Tensor<2>, ending: Activation) -> Tensor<2> {
        let last = self.layers.len() - 1;
        let layers = self.layers.iter().enumerate();
        layers.fold(input, |signal, (index, layer)| {
            let activation = if index == last {
                ending
            } else {
                self.activation
            };
            layer.forward(signal, activation)
        })
    }

    /// The layers themselves, to be changed and put back: as long as this network kept them as well, no change
    /// could be made in place.
    pub fn take(&mut self) -> Self {
        Self {
            layers: std::mem::take(&mut self.layers),
            activation: self.activation,
        }
    }

    /// Moves each parameter a share of the way to `target`'s, outside autodiff: a running average.
    pub fn approach(&mut self, target: &Self, share: f32) {
        for (own, target) in self.layers.iter_mut().zip(&target.layers) {
            own.weight = blend(&own.weight, &target.weight, share);
            own.bias = blend(&own.bias, &target.bias, share);
        }
    }

    /// Every parameter, in the order in which a module's visitor meets them.
    pub fn parameters(&self) -> Vec<ParameterData> {
        let mut parameters = Vec::with_capacity(2 * self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            let (shape, order) = layer.plan.weight_in_pytorch();
            let weight = layer.weight.val().inner();
            parameters.push(ParameterData {
                name: format!("{index}.weight"),
                values: weight.reshape([order.len()]),
                shape,
                order,
            });
            let order = layer.plan.bias_in_pytorch();
            parameters.push(ParameterData {
                name: format!("{index}.bias"),
                shape: vec![order.len()],
                values: layer.bias.val().inner(),
                order,
            });
        }
        parameters
    }

    /// Takes the values that `find` gives for a name and a shape (PyTorch's layout).
    ///
    /// # Errors
    /// The first that `find` gives; the network is then as it was.
    pub fn load(
        &mut self,
        device: &Device,
        mut find: impl FnMut(&str, &[usize]) -> Result<Vec<f32>, Error>,
    ) -> Result<(), Error> {
        let mut layers = Vec::with_capacity(self.layers.len());
        for (index, layer) in self.layers.iter().enumerate() {
            let (shape, order) = layer.plan.weight_in_pytorch();
            let weight = from_pytorch(&find(&format!("{index}.weight"), &shape)?, &order);
            let order = layer.plan.bias_in_pytorch();
            let bias = find(&format!("{index}.bias"), &[order.len()])?;
            let bias = from_pytorch(&bias, &order);
            layers.push(Layer::from_values(layer.plan, weight, bias, device));
        }
        self.layers = layers;
        Ok(())
    }
}

fn blend<const D: usize>(
    own: &Param<Tensor<D>>,
    target: &Param<Tensor<D>>,
    share: f32,
) -> Param<Tensor<D>> {
    let own = own.val().mul_scalar(1.0 - share);
    Param::from_tensor(own + target.val().inner().mul_scalar(share))
}

/// Numbers in PyTorch's layout, put where ours has them.
pub(crate) fn from_pytorch(values: &[f32], order: &[usize]) -> Vec<f32> {
    let mut placed = vec![0.0; values.len()];
    for (&value, &place) in values.iter().zip(order) {
        placed[place] = value;
    }
    placed
}
