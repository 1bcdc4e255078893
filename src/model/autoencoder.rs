//! The autoencoder: through the eye of a needle and back (Hinton and Salakhutdinov, 2006).

use burn::tensor::{Device, Tensor};

use super::{LayerPlan, ModelConfig, Network, Pass};
use crate::engine::kernel::Activation;

/// An encoder and the decoder that mirrors it.
#[derive(Clone, Debug)]
pub struct Autoencoder {
    /// Example to code.
    pub encoder: Network,
    /// Code to example, as logits where examples are bounded.
    pub decoder: Network,
}

impl Autoencoder {
    /// Fresh networks of the configured sizes, from the example to `beliefs` numbers about its code and back from
    /// the code.
    pub fn init(config: &ModelConfig, beliefs: usize, device: &Device) -> Self {
        let network = |plans: Vec<LayerPlan>, stream| {
            Network::init(&plans, Activation::Relu, config.seed, stream, device)
        };
        Self {
            encoder: network(config.inward(beliefs), 0),
            decoder: network(config.outward(), 1),
        }
    }

    /// `[batch, features]` to `[batch, beliefs]`
    pub fn encode(&self, examples: Tensor<2>) -> Pass {
        self.encoder.pass(examples, Activation::Linear)
    }

    /// `[batch, code]` to `[batch, features]`: through `Linear` logits, through [`Activation::onto`] values as in the data.
    pub fn decode(&self, codes: Tensor<2>, ending: Activation) -> Pass {
        self.decoder.pass(codes, ending)
    }
}
