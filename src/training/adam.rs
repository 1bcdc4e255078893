//! Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1).

use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::{Gradients, Tensor};
use serde::{Deserialize, Serialize};

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
        let mut descent = Descent {
            gradients,
            settings,
            first_correction: 1.0 - settings.beta1.powi(steps),
            second_correction: (1.0 - settings.beta2.powi(steps)).sqrt(),
            old: std::mem::take(&mut self.moments).into_iter(),
            new: Vec::new(),
        };
        *network = network.clone().map(&mut descent);
        self.moments = descent.new;
    }
}

struct Descent<'a> {
    gradients: &'a mut Gradients,
    settings: &'a OptimizerSettings,
    first_correction: f32,
    second_correction: f32,
    old: std::vec::IntoIter<Moments>,
    new: Vec<Moments>,
}

impl ModuleMapper for Descent<'_> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, parameter, mapper) = param.consume();
        let OptimizerSettings {
            beta1,
            beta2,
            learning_rate,
            ..
        } = *self.settings;
        let shape = parameter.dims();
        let count: usize = shape.iter().product();
        let moments = self.old.next();
        let Some(gradient) = parameter.grad_remove(self.gradients) else {
            // Moments and parameters stay in step also where a gradient is missing.
            let zeros = Tensor::zeros([count], &parameter.device().inner());
            self.new.push(moments.unwrap_or(Moments {
                first: zeros.clone(),
                second: zeros,
            }));
            return Param::from_mapped_value(id, parameter, mapper);
        };
        let gradient: Tensor<1> = gradient.reshape([count]);
        let first = gradient.clone().mul_scalar(1.0 - beta1);
        let second = gradient.square().mul_scalar(1.0 - beta2);
        let moments = match moments {
            None => Moments { first, second },
            Some(old) => Moments {
                first: old.first.mul_scalar(beta1) + first,
                second: old.second.mul_scalar(beta2) + second,
            },
        };
        let deviation = moments
            .second
            .clone()
            .sqrt()
            .div_scalar(self.second_correction);
        let change = moments.first.clone() / deviation.add_scalar(EPSILON);
        let change = change.mul_scalar(learning_rate / self.first_correction);
        let moved = parameter.inner() - change.reshape(shape);
        self.new.push(moments);
        Param::from_mapped_value(id, Tensor::from_inner(moved).require_grad(), mapper)
    }
}
