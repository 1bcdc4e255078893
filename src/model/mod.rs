//! The networks: modules of Burn, and nothing of how they are trained.

mod adversarial;
mod autoencoder;
mod network;
mod variational;

pub use adversarial::Adversarial;
pub use autoencoder::Autoencoder;
pub(crate) use network::transpose;
pub use network::{Network, ParameterData};
pub use variational::{Posterior, Variational};

use serde::{Deserialize, Serialize};

/// The families of generative models: the one list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Encoder and decoder, trained to give back what they are shown.
    Autoencoder,
    /// An autoencoder whose codes are pushed towards a normal distribution.
    Variational,
    /// A generator and a discriminator that compete.
    Adversarial,
}

/// What the networks of a model are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NetworkKind {
    /// Every unit of a layer sees every unit of the one before.
    Dense,
}

/// The sizes of a model, the same for every family.
#[derive(Clone, Debug)]
pub struct ModelConfig {
    /// Numbers in one example.
    pub features: usize,
    /// Widths of the hidden layers from the example to the code; the way back mirrors them.
    pub hidden: Vec<usize>,
    /// Size of the code or of the noise vector.
    pub code: usize,
    /// Whether examples lie in 0..1 (pictures) or anywhere (points).
    pub bounded: bool,
    /// Seed of the initial weights.
    pub seed: u32,
}

impl ModelConfig {
    /// Widths from the example to an end of `outputs` units, ends included.
    fn inward(&self, outputs: usize) -> Vec<usize> {
        [&[self.features], &self.hidden[..], &[outputs]].concat()
    }

    /// Widths from the code to the example, ends included.
    fn outward(&self) -> Vec<usize> {
        let mut widths = self.inward(self.code);
        widths.reverse();
        widths
    }
}
