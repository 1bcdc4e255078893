//! The generative adversarial network (Goodfellow et al., arXiv 1406.2661).

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{LayerPlan, ModelConfig, Network};
use crate::engine::kernel::Activation;

/// A generator, and a discriminator that mirrors it.
#[derive(Module, Debug)]
pub struct Adversarial {
    /// Noise to example.
    pub generator: Network,
    /// Example to one logit: positive where it seems real.
    pub discriminator: Network,
    #[module(skip)]
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

    /// The same model with a discriminator that no gradient is kept for.
    pub fn with_constant_discriminator(&self) -> Self {
        Self {
            discriminator: self.discriminator.valid(),
            ..self.clone()
        }
    }

    /// Noise `[batch, code]` to examples `[batch, features]`; pictures are in 0..1.
    pub fn generate(&self, noise: Tensor<2>) -> Tensor<2> {
        self.generate_with(&self.generator, noise)
    }

    /// The same by another generator of this model's sizes.
    pub fn generate_with(&self, generator: &Network, noise: Tensor<2>) -> Tensor<2> {
        generator.forward(noise, Activation::onto(self.bounded))
    }

    /// Examples `[batch, features]` to logits `[batch, 1]`. Pictures are centred first, to -1..1:
    /// with all inputs positive, a first layer learns slowly.
    pub fn judge(&self, examples: Tensor<2>) -> Tensor<2> {
        let centred = if self.bounded {
            examples.mul_scalar(2.0).sub_scalar(1.0)
        } else {
            examples
        };
        self.discriminator.forward(centred, Activation::Linear)
    }
}
