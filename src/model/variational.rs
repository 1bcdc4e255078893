//! The variational autoencoder (Kingma and Welling, arXiv 1312.6114).

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::{LayerPlan, ModelConfig, Network};
use crate::engine::kernel::Activation;

/// An encoder to a distribution of codes, and a decoder.
#[derive(Module, Debug)]
pub struct Variational {
    /// Example to mean and log-variance of its code, side by side.
    pub encoder: Network,
    /// Code to example, as logits where examples are bounded.
    pub decoder: Network,
    #[module(skip)]
    code: usize,
}

/// The encoder's belief about the code of each example: a diagonal Gaussian.
#[derive(Clone, Debug)]
pub struct Posterior {
    /// `[batch, code]`
    pub mean: Tensor<2>,
    /// `[batch, code]`, the logarithm of the variance
    pub log_variance: Tensor<2>,
}

impl Posterior {
    /// A code for each example, `mean + deviation * noise`, through which gradients flow;
    /// `noise` is standard normal, `[batch, code]`.
    pub fn draw(&self, noise: Tensor<2>) -> Tensor<2> {
        let deviation = self.log_variance.clone().mul_scalar(0.5).exp();
        self.mean.clone() + deviation * noise
    }
}

impl Variational {
    /// Fresh networks of the configured sizes.
    pub fn init(config: &ModelConfig, device: &Device) -> Self {
        let network = |plans: Vec<LayerPlan>, stream| {
            Network::init(&plans, Activation::Relu, config.seed, stream, device)
        };
        Self {
            encoder: network(config.inward(2 * config.code), 0),
            decoder: network(config.outward(), 1),
            code: config.code,
        }
    }

    /// `[batch, features]` to a distribution over `[batch, code]`
    pub fn encode(&self, examples: Tensor<2>) -> Posterior {
        let both = self.encoder.forward(examples, Activation::Linear);
        Posterior {
            mean: both.clone().narrow(1, 0, self.code),
            log_variance: both.narrow(1, self.code, self.code),
        }
    }

    /// `[batch, code]` to `[batch, features]`: through `Linear` logits, through [`Activation::onto`] values as in the data.
    pub fn decode(&self, codes: Tensor<2>, ending: Activation) -> Tensor<2> {
        self.decoder.forward(codes, ending)
    }
}
