//! Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1).

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use crate::engine::kernel::{Decays, adam};
use crate::engine::nothing;
use crate::error::Error;
use crate::model::{Gradients, Network};
use crate::settings::decimal::{self, decimal};
use crate::settings::field::{BETA1, BETA2, LEARNING_RATE};

/// The rule by which gradients move parameters.
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
    /// Decay of the mean of gradients, 0 to 0.999999.
    #[serde(serialize_with = "decimal::serialize")]
    pub beta1: f32,
    /// Decay of the mean of squared gradients, 0 to 0.999999.
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

/// A network's gradients, and what Adam remembers of them.
#[derive(Clone, Debug)]
pub struct Adam {
    /// Filled anew in each step.
    pub gradients: Gradients,
    /// Means of gradients, and of squared gradients; each as long as all parameters.
    pub moments: [Tensor<1>; 2],
}

impl Adam {
    /// Before the first step, nothing is known of any gradient.
    pub fn for_network(network: &Network) -> Self {
        let parameters = network.values();
        // Two tensors: one shared by both could not be filled in place.
        let zeros = || Tensor::zeros(parameters.dims(), &parameters.device());
        Self {
            gradients: Gradients::of(network),
            moments: [zeros(), zeros()],
        }
    }

    /// Moves the network's parameters down their gradients.
    pub fn descend(
        &mut self,
        network: &mut Network,
        pace: &Tensor<1>,
        settings: &OptimizerSettings,
    ) {
        let decays = Decays {
            beta1: settings.beta1,
            beta2: settings.beta2,
        };
        let moments = std::mem::replace(&mut self.moments, [nothing(), nothing()]);
        network.change(|parameters| {
            let gradients = self.gradients.values().clone();
            let moved;
            (moved, self.moments) = adam(parameters, gradients, moments, pace.clone(), decays);
            moved
        });
    }
}
