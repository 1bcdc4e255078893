//! Training: one step per family, behind one trait that a session can hold.

mod adam;
mod adversarial;
mod autoencoder;
mod variational;

pub use adam::{Adam, Moments, OptimizerName, OptimizerSettings};

use burn::tensor::{Device, Tensor};

use crate::error::Error;
use crate::model::{Family, ModelConfig, Network};
use crate::objective::Objective;

/// What one step is given.
pub struct StepInput {
    /// What the model should learn to give: `[batch, features]`.
    pub batch: Tensor<2>,
    /// What an encoder is shown: the batch, or the batch spoilt; `[batch, features]`.
    pub shown: Tensor<2>,
    /// Standard normal noise, as many rows as [`Trainer::noise_rows`] asks for, `[rows, code]`.
    pub noise: Tensor<2>,
    /// What to minimise.
    pub objective: Objective,
    /// Weight of the divergence in a variational objective.
    pub divergence_weight: f32,
    /// Step size and decay rates.
    pub optimizer: OptimizerSettings,
}

/// Losses of one step by name, each `[1]` and still on its device.
pub type Losses = Vec<(&'static str, Tensor<1>)>;

/// A network of a model with the state of its optimiser.
pub struct Part<'a> {
    /// As `encoder`.
    pub name: &'static str,
    /// Its parameters.
    pub network: &'a mut Network,
    /// Their moments; none for a network that is no optimiser's.
    pub adam: Option<&'a mut Adam>,
}

/// A model of any family with all that its training needs.
///
/// Tensors given and returned are plain; autodiff is used within a step only.
pub trait Trainer {
    /// One step down the gradient.
    fn step(&mut self, input: StepInput) -> Losses;

    /// Rows of noise that a step on `batch` examples needs.
    fn noise_rows(&self, batch: usize) -> usize;

    /// `[n, features]` to `[n, code]`.
    ///
    /// # Errors
    /// Where the family has no encoder.
    fn encode(&self, examples: Tensor<2>) -> Result<Tensor<2>, Error>;

    /// `[n, code]` to `[n, features]`, values as in the data.
    fn decode(&self, codes: Tensor<2>) -> Tensor<2>;

    /// `[n, features]` to `[n]`: probability of being real, or how odd an example is.
    fn score(&self, examples: Tensor<2>, objective: Objective) -> Tensor<1>;

    /// The negative evidence lower bound of each example, `[n]` in nats, for noise `[n, code]`.
    ///
    /// # Errors
    /// Where the family has no such bound.
    fn negative_elbo(
        &self,
        _examples: Tensor<2>,
        _noise: Tensor<2>,
        _objective: Objective,
    ) -> Result<Tensor<1>, Error> {
        Err(Error::new(
            "Only a variational autoencoder has an evidence lower bound",
            "a session of the family \"variational\"",
            "Create one, or ask for another measure",
        ))
    }

    /// Every network, for saving and loading.
    fn parts(&mut self) -> Vec<Part<'_>>;

    /// A copy; tensors are shared until one of the two changes them.
    fn duplicate(&self) -> Box<dyn Trainer>;
}

/// A fresh model of `family` on `device`.
pub fn start(family: Family, config: &ModelConfig, device: &Device) -> Box<dyn Trainer> {
    let device = &device.clone().autodiff();
    match family {
        Family::Autoencoder => Box::new(autoencoder::AutoencoderTrainer::init(config, device)),
        Family::Variational => Box::new(variational::VariationalTrainer::init(config, device)),
        Family::Adversarial => Box::new(adversarial::AdversarialTrainer::init(config, device)),
    }
}
