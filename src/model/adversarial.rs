//! The generative adversarial network (Goodfellow et al., arXiv 1406.2661).

use burn::tensor::{Device, Tensor};

use super::{LayerPlan, ModelConfig, Network, Pass};
use crate::engine::kernel::Activation;

/// A generator, and a discriminator that mirrors it.
#[derive(Clone, Debug)]
pub struct Adversarial {
    /// Noise to example.
    pub generator: Network,
    /// Example to one logit: positive where it seems real. Pictures come centred, in -1..1: with all inputs
    /// positive, a first layer learns slowly.
    pub discriminator: Network,
    bounded: bool,
}

impl Adversarial {
    /// Fresh networks of the configured sizes.
    pub fn init(config: &ModelConfig, device: &Device) -> Self {
        let network = |plans: Vec<LayerPlan>, activation, stream| {
            Network::init(&plans, activation, config.seed, stream, device)
        };
        Self {
            generator: network(config.outward(), Activation::Relu, 0),
            discriminator: network(config.inward(1), Activation::LeakyRelu, 1),
            bounded: config.bounded(),
        }
    }

    /// Noise `[batch, code]` to examples `[batch, features]` as the discriminator takes them.
    pub fn generate(&self, noise: Tensor<2>) -> Pass {
        let ending = Activation::onto_centred(self.bounded);
        self.generator.pass(noise, ending)
    }

    /// Noise to examples as in the data, by another generator of this model's sizes.
    pub fn show(&self, generator: &Network, noise: Tensor<2>) -> Tensor<2> {
        generator.forward(noise, Activation::onto(self.bounded))
    }

    /// Examples `[batch, features]`, centred, to logits `[batch, 1]`.
    pub fn judge(&self, examples: Tensor<2>) -> Pass {
        self.discriminator.pass(examples, Activation::Linear)
    }
}
