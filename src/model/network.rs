//! A stack of dense layers: what every model here is made of.

use burn::module::{Module, Param};
use burn::tensor::{Device, Tensor, TensorData};

use crate::engine::kernel::{Activation, dense};
use crate::error::Error;
use crate::random::{Purpose, Random};

/// `y = x W + b`
#[derive(Module, Debug)]
struct Dense {
    /// `[inputs, outputs]`
    weight: Param<Tensor<2>>,
    /// `[outputs]`
    bias: Param<Tensor<1>>,
}

/// Dense layers with one activation between them.
#[derive(Module, Debug)]
pub struct Network {
    layers: Vec<Dense>,
    #[module(skip)]
    activation: Activation,
}

/// A parameter on its way in or out: PyTorch's name, shape and layout.
#[derive(Clone, Debug)]
pub struct ParameterData {
    /// As `0.weight`: the layer's number and the parameter's name.
    pub name: String,
    /// `[outputs, inputs]` for a weight, `[outputs]` for a bias.
    pub shape: Vec<usize>,
    /// The values on their device, flat, still in this library's layout.
    pub values: Tensor<1>,
}

impl Network {
    /// Layers between `widths` (at least two); `stream` tells networks of one model apart.
    ///
    /// Weights and biases are uniform in ±1/√inputs, as PyTorch's `nn.Linear` makes them.
    pub fn init(
        widths: &[usize],
        activation: Activation,
        seed: u32,
        stream: u64,
        device: &Device,
    ) -> Self {
        let layers = widths.windows(2).enumerate().map(|(index, ends)| {
            let (inputs, outputs) = (ends[0], ends[1]);
            let mut random = Random::stream(seed, Purpose::Weights, stream << 32 | index as u64);
            let bound = 1.0 / (inputs as f32).sqrt();
            let mut uniform = |count: usize| -> Vec<f32> {
                (0..count)
                    .map(|_| bound * (2.0 * random.uniform() - 1.0))
                    .collect()
            };
            let weight = TensorData::new(uniform(inputs * outputs), [inputs, outputs]);
            let bias = TensorData::new(uniform(outputs), [outputs]);
            Dense {
                weight: Param::from_tensor(Tensor::from_data(weight, device)),
                bias: Param::from_tensor(Tensor::from_data(bias, device)),
            }
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
            dense(signal, layer.weight.val(), layer.bias.val(), activation)
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
            let [inputs, outputs] = layer.weight.dims();
            parameters.push(ParameterData {
                name: format!("{index}.weight"),
                shape: vec![outputs, inputs],
                values: layer.weight.val().inner().reshape([inputs * outputs]),
            });
            parameters.push(ParameterData {
                name: format!("{index}.bias"),
                shape: vec![outputs],
                values: layer.bias.val().inner(),
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
            let [inputs, outputs] = layer.weight.dims();
            let weight = find(&format!("{index}.weight"), &[outputs, inputs])?;
            let bias = find(&format!("{index}.bias"), &[outputs])?;
            let weight = TensorData::new(transpose(&weight, outputs), [inputs, outputs]);
            layers.push(Dense {
                weight: Param::from_tensor(Tensor::from_data(weight, device)),
                bias: Param::from_tensor(Tensor::from_data(
                    TensorData::new(bias, [outputs]),
                    device,
                )),
            });
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

/// A matrix of `rows` rows, transposed.
pub(crate) fn transpose(values: &[f32], rows: usize) -> Vec<f32> {
    let columns = values.len() / rows.max(1);
    let mut turned = Vec::with_capacity(values.len());
    for column in 0..columns {
        turned.extend((0..rows).map(|row| values[row * columns + column]));
    }
    turned
}
