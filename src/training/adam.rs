//! Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1).

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use crate::engine::kernel::{Betas, adam};
use crate::engine::placeholder;
use crate::error::Error;
use crate::model::{Gradients, Network};

/// The update rule.
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
    /// Decay rate of the first moment, in [0, 1).
    pub beta1: f32,
    /// Decay rate of the second moment, in [0, 1).
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

/// A network's gradients, and Adam's moments of them.
#[derive(Clone, Debug)]
pub struct Adam {
    /// Filled in each step.
    pub gradients: Gradients,
    /// First and second moments, each as long as all parameters.
    pub moments: [Tensor<1>; 2],
}

impl Adam {
    /// Zero moments, as before the first step.
    pub fn new(network: &Network) -> Self {
        let parameters = network.parameters();
        // Two tensors: one shared by both could not be changed in place.
        let zeros = || Tensor::zeros(parameters.dims(), &parameters.device());
        Self {
            gradients: Gradients::zeros_like(network),
            moments: [zeros(), zeros()],
        }
    }

    /// Updates the network's parameters by their gradients.
    pub fn step(
        &mut self,
        network: &mut Network,
        scalars: &Tensor<1>,
        settings: &OptimizerSettings,
    ) {
        let betas = Betas {
            beta1: settings.beta1,
            beta2: settings.beta2,
        };
        let moments = std::mem::replace(&mut self.moments, [placeholder(), placeholder()]);
        network.map_parameters(|parameters| {
            let gradients = self.gradients.flat().clone();
            let updated;
            (updated, self.moments) = adam(parameters, gradients, moments, scalars.clone(), betas);
            updated
        });
    }
}
