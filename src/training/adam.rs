//! The state of an optimiser, and its update of a network.

use burn::tensor::Tensor;

use crate::engine::kernel::{Betas, adam};
use crate::engine::{placeholder, zeros};
use crate::model::{Gradients, Network};

/// A network's gradients, and their moments. Every rule is Adam's (Kingma and Ba, arXiv 1412.6980, algorithm 1) with
/// other scalars: see [`super::OptimizerSettings::scalars`].
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
    pub fn step(&mut self, network: &mut Network, scalars: &Tensor<1>, betas: Betas) {
        let moments = std::mem::replace(&mut self.moments, [placeholder(), placeholder()]);
        network.map_parameters(|parameters| {
            let gradients = self.gradients.flat().clone();
            let updated;
            (updated, self.moments) = adam(parameters, gradients, moments, scalars.clone(), betas);
            updated
        });
    }
}
