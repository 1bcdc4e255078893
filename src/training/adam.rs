//! Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1).

use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::{Gradients, Tensor};
use serde::{Deserialize, Serialize};

use crate::engine::kernel::{Descent, adam};
use crate::error::Error;
use crate::model::Network;

/// Keeps a division by a vanished second moment finite, as the paper advises.
const EPSILON: f32 = 1e-8;

/// The rule by which gradients move parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptimizerName {
    /// Adam.
    Adam,
}

/// An optimiser's settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OptimizerSettings {
    /// The rule.
    pub name: OptimizerName,
    /// Step size, in (0, 1].
    pub learning_rate: f32,
    /// Decay of the mean of gradients, in [0, 1).
    pub beta1: f32,
    /// Decay of the mean of squared gradients, in [0, 1).
    pub beta2: f32,
}

impl OptimizerSettings {
    pub(crate) fn check(&self) -> Result<(), Error> {
        let refuse = |name: &str, value: f32, expected: &str| {
            Err(Error::new(
                format!("The optimizer's {name} is {value}"),
                expected,
                format!("Choose another {name}"),
            ))
        };
        if !(self.learning_rate > 0.0 && self.learning_rate <= 1.0) {
            return refuse(
                "learningRate",
                self.learning_rate,
                "a number above 0 and at most 1, often 0.001",
            );
        }
        if !(0.0..1.0).contains(&self.beta1) {
            return refuse("beta1", self.beta1, "a number from 0 to below 1, often 0.9");
        }
        if !(0.0..1.0).contains(&self.beta2) {
            return refuse(
                "beta2",
                self.beta2,
                "a number from 0 to below 1, often 0.999",
            );
        }
        Ok(())
    }
}

/// First and second moment of one parameter's gradient, flat.
#[derive(Clone, Debug)]
pub struct Moments {
    /// Mean of gradients.
    pub first: Tensor<1>,
    /// Mean of squared gradients.
    pub second: Tensor<1>,
}

/// The state of Adam for one network.
#[derive(Clone, Debug, Default)]
pub struct Adam {
    /// Steps taken.
    pub step: u32,
    /// One for each parameter in the order of [`Network::parameters`]; empty before the first step.
    pub moments: Vec<Moments>,
}

impl Adam {
    /// Moves each parameter of `network` that has a gradient.
    pub fn descend(
        &mut self,
        network: &mut Network,
        gradients: &mut Gradients,
        settings: &OptimizerSettings,
    ) {
        self.step += 1;
        let steps = self.step as i32;
        let &OptimizerSettings {
            beta1,
            beta2,
            learning_rate,
            ..
        } = settings;
        let mut descents = Descents {
            gradients,
            descent: Descent {
                beta1,
                beta2,
                rate: learning_rate / (1.0 - beta1.powi(steps)),
                second_correction: (1.0 - beta2.powi(steps)).sqrt(),
                epsilon: EPSILON,
            },
            old: std::mem::take(&mut self.moments).into_iter(),
            new: Vec::new(),
        };
        *network = network.take().map(&mut descents);
        self.moments = descents.new;
    }
}

struct Descents<'a> {
    gradients: &'a mut Gradients,
    descent: Descent,
    old: std::vec::IntoIter<Moments>,
    new: Vec<Moments>,
}

impl ModuleMapper for Descents<'_> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, parameter, mapper) = param.consume();
        let shape = parameter.dims();
        let count: usize = shape.iter().product();
        let gradient = parameter.grad_remove(self.gradients);
        let parameter = parameter.inner();
        let moments = self.old.next().unwrap_or_else(|| {
            let zeros = Tensor::zeros([count], &parameter.device());
            Moments {
                first: zeros.clone(),
                second: zeros,
            }
        });
        // Moments and parameters stay in step also where a gradient is missing.
        let (moved, moments) = match gradient {
            None => (parameter, moments),
            Some(gradient) => {
                let Moments { first, second } = moments;
                let flat: Tensor<1> = parameter.reshape([count]);
                let gradient = gradient.reshape([count]);
                let (moved, [first, second]) = adam(flat, gradient, [first, second], self.descent);
                (moved.reshape(shape), Moments { first, second })
            }
        };
        self.new.push(moments);
        Param::from_mapped_value(id, Tensor::from_inner(moved).require_grad(), mapper)
    }
}
