//! The autoencoder: through the eye of a needle and back (Hinton and Salakhutdinov, 2006).

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{Activation, ModelConfig, Network};

/// An encoder and the decoder that mirrors it.
#[derive(Module, Debug)]
pub struct Autoencoder {
    /// Example to code.
    pub encoder: Network,
    /// Code to example, as logits where examples are bounded.
    pub decoder: Network,
}

impl Autoencoder {
    /// Fresh networks of the configured sizes.
    pub fn init(config: &ModelConfig, device: &Device) -> Self {
        let network = |widths: Vec<usize>, stream| {
            Network::init(&widths, Activation::Relu, config.seed, stream, device)
        };
        Self {
            encoder: network(config.inward(config.code), 0),
            decoder: network(config.outward(), 1),
        }
    }

    /// `[batch, features]` to `[batch, code]`
    pub fn encode(&self, examples: Tensor<2>) -> Tensor<2> {
        self.encoder.forward(examples)
    }

    /// `[batch, code]` to `[batch, features]`, before the sigmoid that pictures take.
    pub fn decode(&self, codes: Tensor<2>) -> Tensor<2> {
        self.decoder.forward(codes)
    }
}
