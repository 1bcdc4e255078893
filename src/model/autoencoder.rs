//! The autoencoder: through the eye of a needle and back (Hinton and Salakhutdinov, 2006).

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{LayerPlan, ModelConfig, Network};
use crate::engine::kernel::Activation;

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
        let network = |plans: Vec<LayerPlan>, stream| {
            Network::init(&plans, Activation::Relu, config.seed, stream, device)
        };
        Self {
            encoder: network(config.inward(config.code), 0),
            decoder: network(config.outward(), 1),
        }
    }

    /// `[batch, features]` to `[batch, code]`
    pub fn encode(&self, examples: Tensor<2>) -> Tensor<2> {
        self.encoder.forward(examples, Activation::Linear)
    }

    /// `[batch, code]` to `[batch, features]`: through `Linear` logits, through [`Activation::onto`] values as in the data.
    pub fn decode(&self, codes: Tensor<2>, ending: Activation) -> Tensor<2> {
        self.decoder.forward(codes, ending)
    }
}
