//! A step of a GAN taken apart: what passes through it, still on its device.

use burn::tensor::Tensor;

use super::Adam;
use crate::engine::kernel::copy;
use crate::model::Network;

/// What passes through a step, in the order in which it happens: first the discriminator's half, then the generator's.
pub struct TracedStep {
    /// As [`super::Trainer::step`] gives them.
    pub outputs: Vec<Tensor<2>>,
    /// What the generator makes in each half, centred where examples are bounded: `[batch, features]`.
    pub made: [Tensor<2>; 2],
    /// The discriminator's logits of what is made in the generator's half, `[batch, 1]`; those of the other half are outputs.
    pub generator_logits: Tensor<2>,
    /// The gradient of the generator's loss at what it made, through the discriminator, `[batch, features]`; none where the
    /// generator is not updated.
    pub made_gradient: Option<Tensor<2>>,
    /// The discriminator's update.
    pub discriminator: TracedNetwork,
    /// The generator's update.
    pub generator: TracedNetwork,
}

/// What a step does to a network, by all its weights in one vector.
pub struct TracedNetwork {
    /// The gradients of its loss; none where it is not updated.
    pub gradients: Option<Tensor<1>>,
    /// Its weights before.
    pub before: Tensor<1>,
    /// Its weights after.
    pub after: Tensor<1>,
}

impl TracedNetwork {
    /// Before the update, which changes weights in place.
    pub(super) fn begin(network: &Network) -> Self {
        let weights = network.parameters();
        let before = copy(weights, Tensor::empty(weights.dims(), &weights.device()));
        Self {
            gradients: None,
            after: before.clone(),
            before,
        }
    }

    /// After it, where there was one.
    pub(super) fn end(&mut self, network: &Network, adam: &Adam, updated: bool) {
        self.gradients = updated.then(|| adam.gradients.flat().clone());
        self.after = network.parameters().clone();
    }
}
