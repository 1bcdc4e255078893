//! Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1).

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use crate::engine::kernel::{Betas, adam};
use crate::engine::{placeholder, zeros};
use crate::error::Error;
use crate::model::{Gradients, Network};
use crate::settings::decimal::{self, decimal};
use crate::settings::field::{BETA1, BETA2, LEARNING_RATE};

/// The update rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptimizerName {
    /// Adam.
    Adam,
}

/// An optimiser's settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OptimizerSettings {
    /// The rule.
    pub name: OptimizerName,
    /// Step size, 0.000001 to 1.
    #[serde(serialize_with = "decimal::serialize")]
    pub learning_rate: f32,
    /// Decay rate of the first moment, 0 to 0.999999.
    #[serde(serialize_with = "decimal::serialize")]
    pub beta1: f32,
    /// Decay rate of the second moment, 0 to 0.999999.
    #[serde(serialize_with = "decimal::serialize")]
    pub beta2: f32,
}

impl OptimizerSettings {
    pub(crate) fn check(&self) -> Result<(), Error> {
        LEARNING_RATE.check(decimal(self.learning_rate))?;
        BETA1.check(decimal(self.beta1))?;
        BETA2.check(decimal(self.beta2))
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
        let zeros = || zeros(parameters.dims(), &parameters.device());
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
