//! The autoencoder: a network with a bottleneck, the code (Hinton and Salakhutdinov, 2006).

use burn::tensor::{Device, Tensor};

use super::{ForwardPass, LayerConfig, ModelConfig, Network};
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
    /// Fresh networks of the configured sizes; the encoder gives `encoder_outputs` numbers, the decoder takes a code.
    pub fn init(config: &ModelConfig, encoder_outputs: usize, device: &Device) -> Self {
        let network = |configs: Vec<LayerConfig>, stream| {
            Network::init(
                &configs,
                config.activation.into(),
                config.seed,
                stream,
                device,
            )
        };
        Self {
            encoder: network(config.encoder_layers(encoder_outputs), 0),
            decoder: network(config.decoder_layers(), 1),
        }
    }

    /// `[batch, features]` to `[batch, encoder_outputs]`
    pub fn encode(&self, examples: Tensor<2>) -> ForwardPass {
        self.encoder.forward_pass(examples, Activation::Linear)
    }

    /// `[batch, code]` to `[batch, features]`: logits with `Linear`, values in the range of the data with
    /// [`Activation::for_output`].
    pub fn decode(&self, codes: Tensor<2>, output_activation: Activation) -> ForwardPass {
        self.decoder.forward_pass(codes, output_activation)
    }
}
