//! The generative adversarial network (Goodfellow et al., arXiv 1406.2661).

use burn::tensor::{Device, Tensor};

use super::{ForwardPass, LayerConfig, ModelConfig, Network};
use crate::engine::kernel::Activation;

/// A generator, and a discriminator that mirrors it.
#[derive(Clone, Debug)]
pub struct Adversarial {
    /// Noise to example, in -1..1 where examples are bounded.
    pub generator: Network,
    /// Example, or a pack of them, to one logit, or to one for each label that it is told, positive for real. Images are centred, in -1..1:
    /// with all inputs positive, a first layer learns slowly.
    pub discriminator: Network,
    bounded: bool,
    packing: usize,
}

impl Adversarial {
    /// Fresh networks of the configured sizes.
    pub fn init(config: &ModelConfig, device: &Device) -> Self {
        let network = |configs: Vec<LayerConfig>, activation, stream| {
            Network::init(&configs, activation, config.seed, stream, device)
        };
        Self {
            generator: network(config.decoder_layers(), config.activation.into(), 0),
            discriminator: network(config.discriminator_layers(), Activation::LeakyRelu, 1),
            bounded: config.bounded(),
            packing: config.packing,
        }
    }

    /// Noise `[batch, code]` to examples `[batch, features]`, centred, as the discriminator takes them.
    pub fn generator_pass(&self, noise: Tensor<2>) -> ForwardPass {
        let output_activation = Activation::for_centred_output(self.bounded);
        self.generator.forward_pass(noise, output_activation)
    }

    /// Noise to examples in the range of the data, by any generator of this model's sizes (the moving average).
    pub fn generate(&self, generator: &Network, noise: Tensor<2>) -> Tensor<2> {
        generator.forward(noise, Activation::for_output(self.bounded))
    }

    /// Examples `[batch, features]`, centred, to logits `[batch, 1]`, or `[batch, labels]`; of packs `[batch / packing, 1]`.
    pub fn discriminate(&self, examples: Tensor<2>) -> ForwardPass {
        let [rows, features] = examples.dims();
        let packs = match self.packing {
            1 => examples,
            packing => examples.reshape([rows / packing, packing * features]),
        };
        self.discriminator.forward_pass(packs, Activation::Linear)
    }

    /// From the gradient of logits to that of the examples that they are of, `[batch, features]`.
    pub fn example_gradient(&self, pass: ForwardPass, gradient: Tensor<2>) -> Tensor<2> {
        let gradient = self.discriminator.input_gradient(pass, gradient);
        let [rows, features] = gradient.dims();
        match self.packing {
            1 => gradient,
            packing => gradient.reshape([rows * packing, features / packing]),
        }
    }
}
